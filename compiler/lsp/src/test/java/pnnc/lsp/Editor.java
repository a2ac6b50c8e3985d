package pnnc.lsp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CompletionCapabilities;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemCapabilities;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FormattingOptions;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.SignatureHelp;
import org.eclipse.lsp4j.SignatureHelpParams;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;

/** An editor at the other end of two pipes, and the server it talks to. */
final class Editor implements LanguageClient, AutoCloseable {
  private static final long PATIENCE_SECONDS = 60;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, String> texts = new HashMap<>();
  private final Map<String, List<Diagnostic>> faults = new HashMap<>();
  private final List<String> log = new ArrayList<>();
  private final Future<Boolean> served;
  private final OutputStream toServer;
  private final LanguageServer server;
  private final Future<Void> listening;
  private InitializeResult result;
  private boolean hasLeft;

  private Editor(Path standard) throws IOException {
    Pipe there = Pipe.open();
    Pipe back = Pipe.open();
    InputStream in = Channels.newInputStream(there.source());
    OutputStream out = Channels.newOutputStream(back.sink());
    served = threads.submit(() -> LanguageServers.serve(in, out, System.err, "test", standard));
    toServer = Channels.newOutputStream(there.sink());
    Launcher<LanguageServer> launcher =
        LSPLauncher.createClientLauncher(
            this, Channels.newInputStream(back.source()), toServer, threads, m -> m);
    listening = launcher.startListening();
    server = launcher.getRemoteProxy();
  }

  /** An editor that has been greeted. */
  static Editor start(Path standard) throws IOException {
    Editor editor = new Editor(standard);
    InitializeParams params = new InitializeParams();
    CompletionItemCapabilities item = new CompletionItemCapabilities(true);
    TextDocumentClientCapabilities text = new TextDocumentClientCapabilities();
    text.setCompletion(new CompletionCapabilities(item));
    params.setCapabilities(new ClientCapabilities(null, text, null));
    editor.result = get(editor.server.initialize(params));
    return editor;
  }

  InitializeResult greeting() {
    return result;
  }

  static <T> T get(CompletableFuture<T> answer) {
    try {
      return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException | TimeoutException e) {
      throw new AssertionError("no answer", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause().getMessage(), e);
    }
  }

  static String uri(Path file) {
    return file.toUri().toString();
  }

  void open(Path file, String text) {
    texts.put(uri(file), text);
    server
        .getTextDocumentService()
        .didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(uri(file), "pnn", 1, text)));
  }

  void shut(Path file) {
    server
        .getTextDocumentService()
        .didClose(new DidCloseTextDocumentParams(new TextDocumentIdentifier(uri(file))));
  }

  String text(Path file) {
    return texts.get(uri(file));
  }

  /** Replaces the characters {@code from} to {@code to}. */
  void edit(Path file, int from, int to, String by) {
    String before = text(file);
    Range range = new Range(position(before, from), position(before, to));
    texts.put(uri(file), before.substring(0, from) + by + before.substring(to));
    change(file, new TextDocumentContentChangeEvent(range, by));
  }

  void replace(Path file, String text) {
    texts.put(uri(file), text);
    change(file, new TextDocumentContentChangeEvent(text));
  }

  private void change(Path file, TextDocumentContentChangeEvent change) {
    server
        .getTextDocumentService()
        .didChange(
            new DidChangeTextDocumentParams(
                new VersionedTextDocumentIdentifier(uri(file), 2), List.of(change)));
  }

  /** Lines end with LF, CR LF or CR; columns are UTF-16 units. */
  static Position position(String text, int offset) {
    String[] lines = text.substring(0, offset).split("\r\n|\n|\r", -1);
    return new Position(lines.length - 1, lines[lines.length - 1].length());
  }

  /** Where {@code what} stands, plus {@code more}; it must stand there once. */
  Position at(Path file, String what, int more) {
    int offset = text(file).indexOf(what);
    if (offset < 0 || text(file).indexOf(what, offset + 1) >= 0) {
      throw new IllegalArgumentException("not once: " + what);
    }
    return position(text(file), offset + more);
  }

  Hover hover(Path file, Position at) {
    return get(server.getTextDocumentService().hover(new HoverParams(id(file), at)));
  }

  /** What is shown there; empty if nothing is. */
  String hoverText(Path file, String what, int more) {
    Hover hover = hover(file, at(file, what, more));
    return hover == null ? "" : hover.getContents().getRight().getValue();
  }

  List<CompletionItem> complete(Path file, Position at) {
    return get(server.getTextDocumentService().completion(new CompletionParams(id(file), at)))
        .getLeft();
  }

  List<? extends Location> definition(Path file, Position at) {
    return get(server.getTextDocumentService().definition(new DefinitionParams(id(file), at)))
        .getLeft();
  }

  List<? extends TextEdit> format(Path file) {
    return get(
        server
            .getTextDocumentService()
            .formatting(new DocumentFormattingParams(id(file), new FormattingOptions(8, false))));
  }

  SignatureHelp signatures(Path file, Position at) {
    return get(
        server.getTextDocumentService().signatureHelp(new SignatureHelpParams(id(file), at)));
  }

  List<DocumentSymbol> symbols(Path file) {
    return get(server.getTextDocumentService().documentSymbol(new DocumentSymbolParams(id(file))))
        .stream()
        .map(e -> e.getRight())
        .toList();
  }

  Range prepareRename(Path file, Position at) {
    return get(server.getTextDocumentService().prepareRename(new PrepareRenameParams(id(file), at)))
        .getFirst();
  }

  WorkspaceEdit rename(Path file, Position at, String name) {
    return get(server.getTextDocumentService().rename(new RenameParams(id(file), at, name)));
  }

  /** The text of {@code file} with what {@code edit} says. */
  String applied(Path file, WorkspaceEdit edit) {
    return applied(file, edit.getChanges().getOrDefault(uri(file), List.of()));
  }

  /** The text of {@code file} with {@code all} edits. */
  String applied(Path file, List<? extends TextEdit> all) {
    String text = text(file);
    List<TextEdit> edits = new ArrayList<>(all);
    edits.sort(
        (a, b) -> offset(text, b.getRange().getStart()) - offset(text, a.getRange().getStart()));
    String now = text;
    for (TextEdit e : edits) {
      now =
          now.substring(0, offset(text, e.getRange().getStart()))
              + e.getNewText()
              + now.substring(offset(text, e.getRange().getEnd()));
    }
    return now;
  }

  private static boolean isInsideLineEnd(String text, int offset) {
    return offset > 0 && text.startsWith("\r\n", offset - 1);
  }

  private static int offset(String text, Position position) {
    int offset = 0;
    while (!position(text, offset).equals(position) || isInsideLineEnd(text, offset)) {
      offset++;
    }
    return offset;
  }

  private static TextDocumentIdentifier id(Path file) {
    return new TextDocumentIdentifier(uri(file));
  }

  /** Waits until {@code file} has faults that are as wanted, and gives them. */
  synchronized List<Diagnostic> faults(Path file, Predicate<List<Diagnostic>> wanted)
      throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!faults.containsKey(uri(file)) || !wanted.test(faults.get(uri(file)))) {
      if (System.nanoTime() > end) {
        throw new AssertionError("never as wanted: " + faults);
      }
      wait(100);
    }
    return faults.get(uri(file));
  }

  /** What the server said of itself. */
  synchronized List<String> log() {
    return List.copyOf(log);
  }

  /** Takes leave as the protocol asks; whether the server saw it so. */
  boolean leave() {
    hasLeft = true;
    get(server.shutdown());
    server.exit();
    return get(CompletableFuture.supplyAsync(this::served));
  }

  /** Goes without a word; whether the server saw a leave. */
  boolean vanish() throws IOException {
    hasLeft = true;
    toServer.close();
    return get(CompletableFuture.supplyAsync(this::served));
  }

  private boolean served() {
    try {
      return served.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public synchronized void publishDiagnostics(PublishDiagnosticsParams params) {
    faults.put(params.getUri(), params.getDiagnostics());
    notifyAll();
  }

  @Override
  public synchronized void logMessage(MessageParams message) {
    log.add(message.getMessage());
  }

  @Override
  public void showMessage(MessageParams message) {
    logMessage(message);
  }

  @Override
  public void telemetryEvent(Object object) {
    throw new AssertionError("nobody asked for telemetry");
  }

  @Override
  public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams request) {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void close() {
    if (!hasLeft) {
      leave();
    }
    listening.cancel(false);
    threads.shutdownNow();
  }
}
