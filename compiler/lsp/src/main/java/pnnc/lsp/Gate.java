package pnnc.lsp;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.jsonrpc.MessageConsumer;
import org.eclipse.lsp4j.jsonrpc.MessageIssueException;
import org.eclipse.lsp4j.jsonrpc.RemoteEndpoint;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.json.JsonRpcMethod;
import org.eclipse.lsp4j.jsonrpc.messages.Message;
import org.eclipse.lsp4j.jsonrpc.messages.MessageIssue;
import org.eclipse.lsp4j.jsonrpc.messages.NotificationMessage;
import org.eclipse.lsp4j.jsonrpc.messages.RequestMessage;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseMessage;
import org.eclipse.lsp4j.jsonrpc.validation.ReflectiveMessageValidator;

/** Lets in what the protocol allows at its time, with the parameters that it asks for. */
final class Gate implements MessageConsumer {
  private enum State {
    NEW,
    SERVING,
    SHUT
  }

  private final RemoteEndpoint server;
  private final ReflectiveMessageValidator valid;
  private State state = State.NEW;

  private Gate(RemoteEndpoint server) {
    this.server = server;
    this.valid = new ReflectiveMessageValidator(server);
  }

  /** {@code consumer}, the server or the editor, behind a gate. */
  static MessageConsumer before(MessageConsumer consumer) {
    return consumer instanceof RemoteEndpoint server
        ? new Gate(server)
        : message -> consumer.consume(cleaned(message));
  }

  /**
   * {@code message} without an exception of the library. Text that is JSON, but not of the types
   * that its method takes, is to the library as broken as text that is none.
   */
  private static Message cleaned(Message message) {
    if (message instanceof ResponseMessage answer
        && answer.getError() != null
        && answer.getError().getData() instanceof Throwable cause) {
      boolean isJson = !(rooted(cause) instanceof IOException);
      ResponseError error = answer.getError();
      error.setData(null);
      error.setCode(isJson ? ResponseErrorCode.InvalidParams : ResponseErrorCode.ParseError);
      error.setMessage(isJson ? "parameters of other types are expected" : error.getMessage());
    }
    return message;
  }

  private static Throwable rooted(Throwable failure) {
    return failure.getCause() == null ? failure : rooted(failure.getCause());
  }

  @Override
  public void consume(Message message) {
    if (message instanceof NotificationMessage n && isUntimely(n)) {
      return;
    }
    if (message instanceof RequestMessage r) {
      refuseUntimely(r);
      refuseWithoutParams(r);
      excuse(r);
    }
    try {
      valid.consume(message);
    } catch (MessageIssueException invalid) {
      throw refusal(message, ResponseErrorCode.InvalidParams, text(invalid.getIssues()));
    }
    if (message instanceof RequestMessage r) {
      follow(r.getMethod());
    }
  }

  private boolean isUntimely(NotificationMessage n) {
    return state != State.SERVING && !n.getMethod().equals("exit");
  }

  private void refuseUntimely(RequestMessage r) {
    boolean isGreeting = r.getMethod().equals("initialize");
    if (state == State.SHUT) {
      throw refusal(r, ResponseErrorCode.InvalidRequest, "the server was shut down");
    }
    if (state == State.NEW && !isGreeting) {
      throw refusal(r, ResponseErrorCode.ServerNotInitialized, "`initialize` must come first");
    }
    if (state == State.SERVING && isGreeting) {
      throw refusal(r, ResponseErrorCode.InvalidRequest, "`initialize` came before");
    }
  }

  private void refuseWithoutParams(RequestMessage r) {
    JsonRpcMethod method = server.getJsonHandler().getJsonRpcMethod(r.getMethod());
    if (r.getParams() == null && method != null && method.getParameterTypes().length > 0) {
      throw refusal(r, ResponseErrorCode.InvalidParams, "it needs parameters");
    }
  }

  /** Small clients say nothing of what they can do; that is nothing. */
  private static void excuse(RequestMessage r) {
    if (r.getParams() instanceof InitializeParams greeting && greeting.getCapabilities() == null) {
      greeting.setCapabilities(new ClientCapabilities());
    }
  }

  private void follow(String method) {
    if (method.equals("initialize")) {
      state = State.SERVING;
    } else if (method.equals("shutdown")) {
      state = State.SHUT;
    }
  }

  private static MessageIssueException refusal(
      Message message, ResponseErrorCode code, String why) {
    return new MessageIssueException(message, new MessageIssue(why, code.getValue()));
  }

  private static String text(List<MessageIssue> issues) {
    return issues.stream().map(MessageIssue::getText).collect(Collectors.joining("; "));
  }

  /** What the editor is told of {@code failure}: no trace, which would be of no use to it. */
  static ResponseError error(Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    return cause instanceof ResponseErrorException refused
        ? refused.getResponseError()
        : new ResponseError(ResponseErrorCode.InternalError, "internal error: " + cause, null);
  }
}
