package pnnc.lsp;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CompletionCapabilities;
import org.eclipse.lsp4j.CompletionItemCapabilities;
import org.eclipse.lsp4j.CompletionOptions;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.RenameOptions;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.SetTraceParams;
import org.eclipse.lsp4j.SignatureHelpOptions;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageClientAware;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.lsp4j.services.WorkspaceService;
import pnnc.driver.program.StandardFolder;

/** What the editor talks to. */
final class PnncLanguageServer implements LanguageServer, LanguageClientAware, WorkspaceService {
  private final String version;
  private final Analyst analyst;
  private final Requests requests;
  private final CountDownLatch gone = new CountDownLatch(1);
  private volatile LanguageClient client;
  private volatile boolean wasShutDown;

  PnncLanguageServer(String version, StandardFolder standard) {
    this.version = version;
    Documents documents = new Documents();
    this.analyst = new Analyst(documents, standard, this::failed);
    this.requests = new Requests(documents, analyst, new Faults(documents, standard), () -> client);
  }

  @Override
  public void connect(LanguageClient other) {
    client = other;
  }

  /** A fault of ours goes to the editor's log; the editor goes on. */
  private void failed(Throwable failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    String where = trace.length == 0 ? "" : " at " + trace[0];
    client.logMessage(
        new MessageParams(MessageType.Error, "internal error: %s%s".formatted(failure, where)));
  }

  @Override
  public CompletableFuture<InitializeResult> initialize(InitializeParams params) {
    requests.use(new Snippets(understandsSnippets(params.getCapabilities())));
    ServerCapabilities capabilities = new ServerCapabilities();
    capabilities.setTextDocumentSync(TextDocumentSyncKind.Incremental);
    capabilities.setHoverProvider(true);
    capabilities.setCompletionProvider(new CompletionOptions(false, List.of(".", ":")));
    capabilities.setDefinitionProvider(true);
    capabilities.setReferencesProvider(true);
    capabilities.setRenameProvider(new RenameOptions(true));
    capabilities.setDocumentSymbolProvider(true);
    capabilities.setDocumentFormattingProvider(true);
    capabilities.setSignatureHelpProvider(new SignatureHelpOptions(List.of("(", ",")));
    return CompletableFuture.completedFuture(
        new InitializeResult(capabilities, new ServerInfo("pnnc", version)));
  }

  private static boolean understandsSnippets(ClientCapabilities capabilities) {
    return Optional.ofNullable(capabilities)
        .map(ClientCapabilities::getTextDocument)
        .map(TextDocumentClientCapabilities::getCompletion)
        .map(CompletionCapabilities::getCompletionItem)
        .map(CompletionItemCapabilities::getSnippetSupport)
        .orElse(false);
  }

  @Override
  public CompletableFuture<Object> shutdown() {
    wasShutDown = true;
    analyst.stop();
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void exit() {
    gone.countDown();
  }

  /** Waits for the editor to say that it goes. */
  void awaitExit() throws InterruptedException {
    gone.await();
  }

  boolean wasShutDown() {
    return wasShutDown;
  }

  @Override
  public TextDocumentService getTextDocumentService() {
    return requests;
  }

  @Override
  public WorkspaceService getWorkspaceService() {
    return this;
  }

  @Override
  public void didChangeConfiguration(DidChangeConfigurationParams params) {
    // There is nothing to configure.
  }

  @Override
  public void didChangeWatchedFiles(DidChangeWatchedFilesParams params) {
    analyst.forget();
    requests.lookAgain();
  }

  @Override
  public void setTrace(SetTraceParams params) {
    // Nothing is traced.
  }
}
