package pnnc.lsp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.PrepareRenameDefaultBehavior;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.PrepareRenameResult;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.SignatureHelp;
import org.eclipse.lsp4j.SignatureHelpParams;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.Either3;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.TextDocumentService;

/** Edits and questions, each handed to what deals with it. */
final class Requests implements TextDocumentService {
  private final Documents documents;
  private final Analyst analyst;
  private final Faults faults;
  private final Supplier<LanguageClient> client;
  private final Map<String, Future<?>> pending = new HashMap<>();
  private volatile Snippets snippets = new Snippets(false);

  Requests(Documents documents, Analyst analyst, Faults faults, Supplier<LanguageClient> client) {
    this.documents = documents;
    this.analyst = analyst;
    this.faults = faults;
    this.client = client;
  }

  void use(Snippets kind) {
    snippets = kind;
  }

  @Override
  public void didOpen(DidOpenTextDocumentParams p) {
    documents.open(p.getTextDocument().getUri(), p.getTextDocument().getText());
    lookAgain();
  }

  @Override
  public void didChange(DidChangeTextDocumentParams p) {
    documents.change(p.getTextDocument().getUri(), p.getContentChanges());
    lookAgain();
  }

  @Override
  public void didClose(DidCloseTextDocumentParams p) {
    String uri = p.getTextDocument().getUri();
    documents.close(uri);
    analyst.close(uri);
    analyst.soon(() -> faults.close(uri, client.get()));
    lookAgain();
  }

  @Override
  public void didSave(DidSaveTextDocumentParams p) {
    // What is saved is what was open.
  }

  /** Looks at every open program soon; those that nothing changed are known. */
  synchronized void lookAgain() {
    for (Document document : documents.all()) {
      String uri = document.uri();
      Future<?> before = pending.put(uri, analyst.later(() -> publish(uri)));
      if (before != null) {
        before.cancel(false);
      }
    }
  }

  private void publish(String uri) {
    analyst.analysis(uri).ifPresent(a -> faults.publish(a, client.get()));
  }

  @Override
  public CompletableFuture<Hover> hover(HoverParams p) {
    return analyst.ask(
        p.getTextDocument().getUri(), a -> Hovers.at(a, a.places().offset(p.getPosition())), null);
  }

  @Override
  public CompletableFuture<Either<List<CompletionItem>, CompletionList>> completion(
      CompletionParams p) {
    return analyst
        .ask(
            p.getTextDocument().getUri(),
            a -> Completions.at(a, a.places().offset(p.getPosition()), analyst, snippets),
            List.<CompletionItem>of())
        .thenApply(Either::forLeft);
  }

  @Override
  public CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>>
      definition(DefinitionParams p) {
    return analyst
        .ask(
            p.getTextDocument().getUri(),
            a -> new Definitions(a, faults).of(a.places().offset(p.getPosition())),
            List.<Location>of())
        .thenApply(Either::forLeft);
  }

  @Override
  public CompletableFuture<List<? extends Location>> references(ReferenceParams p) {
    return analyst.<List<? extends Location>>ask(
        p.getTextDocument().getUri(),
        a ->
            new Definitions(a, faults)
                .references(
                    a.places().offset(p.getPosition()), p.getContext().isIncludeDeclaration()),
        List.of());
  }

  @Override
  public CompletableFuture<SignatureHelp> signatureHelp(SignatureHelpParams p) {
    return analyst.ask(
        p.getTextDocument().getUri(),
        a -> Signatures.at(a, a.places().offset(p.getPosition())),
        null);
  }

  @Override
  public CompletableFuture<List<Either<SymbolInformation, DocumentSymbol>>> documentSymbol(
      DocumentSymbolParams p) {
    return analyst.ask(
        p.getTextDocument().getUri(),
        a ->
            Symbols.of(a).stream()
                .map(Either::<SymbolInformation, DocumentSymbol>forRight)
                .toList(),
        List.of());
  }

  @Override
  public CompletableFuture<Either3<Range, PrepareRenameResult, PrepareRenameDefaultBehavior>>
      prepareRename(PrepareRenameParams p) {
    return analyst.ask(
        p.getTextDocument().getUri(),
        a ->
            Either3.forFirst(
                new Renames(a, List.of(), faults).range(a.places().offset(p.getPosition()))),
        null);
  }

  @Override
  public CompletableFuture<WorkspaceEdit> rename(RenameParams p) {
    return analyst.ask(
        p.getTextDocument().getUri(),
        a ->
            new Renames(a, programs(), faults)
                .edit(a.places().offset(p.getPosition()), p.getNewName()),
        null);
  }

  private List<Analysis> programs() {
    List<Analysis> all = new ArrayList<>();
    documents.all().forEach(d -> analyst.analysis(d.uri()).ifPresent(all::add));
    return all;
  }

  @Override
  public CompletableFuture<List<? extends TextEdit>> formatting(DocumentFormattingParams p) {
    return analyst.<List<? extends TextEdit>>ask(
        p.getTextDocument().getUri(), a -> Formats.of(a.places().source()), List.of());
  }
}
