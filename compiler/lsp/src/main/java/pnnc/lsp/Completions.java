package pnnc.lsp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import pnnc.frontend.ast.Expr;
import pnnc.frontend.ast.FieldDeclaration;
import pnnc.frontend.ast.Item;
import pnnc.frontend.ast.Parameter;
import pnnc.frontend.ast.Type;
import pnnc.frontend.elaborate.Meaning;
import pnnc.frontend.names.CallSite;
import pnnc.frontend.names.Cursor;
import pnnc.frontend.names.Declaration;
import pnnc.frontend.names.Headers;
import pnnc.frontend.names.Lookback;
import pnnc.frontend.names.OperatorWords;
import pnnc.frontend.program.Modules;

/**
 * What can stand at a place. The text seldom parses there; with a name put in its place it mostly
 * does, and then everything is known.
 */
final class Completions {
  /** Not a word that anybody writes; a name to the language. */
  private static final String MARK = "pnnc_here";

  /** What makes a name a field of hardware. */
  private static final String FIELD = " = 1";

  private static final List<String> ITEMS =
      List.of("use", "fn", "net", "target", "device", "technology", "schema", "place", "check");
  private static final List<String> VALUES =
      List.of(
          "if", "then", "else", "repeat", "weights", "not", "and", "or", "true", "false", "none");
  private static final List<String> TYPES = List.of("int", "real", "bool", "string", "params");

  private final Analysis analysis;
  private final Lookback before;
  private final int offset;
  private final Map<String, CompletionItem> found = new LinkedHashMap<>();
  private final Snippets snippets;

  private Completions(Analysis analysis, Lookback before, Snippets snippets) {
    this.analysis = analysis;
    this.before = before;
    this.offset = before.from() + MARK.length();
    this.snippets = snippets;
  }

  /** What can stand at {@code offset} of the document that {@code analysis} is of. */
  static List<CompletionItem> at(
      Analysis analysis, int offset, Analyst analyst, Snippets snippets) {
    String text = analysis.document().text();
    Lookback before = Lookback.at(analysis.places().source(), offset);
    if (before.kind() == Lookback.Kind.NOTHING || before.to() > text.length()) {
      return List.of();
    }
    String head = text.substring(0, before.from()) + MARK;
    String tail = text.substring(before.to());
    Analysis tried = analyst.tried(analysis, head + tail);
    boolean isNetwork =
        Cursor.at(tried.main(), before.from()).item().filter(i -> !isHardware(i)).isPresent();
    if (!isNetwork) {
      Analysis field = analyst.tried(analysis, head + FIELD + tail);
      tried = SchemaFields.around(field, before.from()).isEmpty() ? tried : field;
    }
    return new Completions(tried, before, snippets).all();
  }

  /** Where a name in braces is a set to the language, `{ here }`, it may become a field. */
  private static boolean isHardware(Item item) {
    return item instanceof Item.Hardware;
  }

  private List<CompletionItem> all() {
    standard().forEach(i -> add(i, "1"));
    switch (before.kind()) {
      case NOTHING -> {}
      case ITEM -> keywords(ITEMS);
      case USED -> used();
      case MEMBER -> members();
      case TYPE -> {
        names(Set.of(Declaration.Kind.ELEMENT_TYPE, Declaration.Kind.VARIABLE));
        keywords(TYPES);
      }
      case VALUE -> values();
    }
    found.remove(MARK);
    return List.copyOf(found.values());
  }

  private void add(CompletionItem item, String order) {
    item.setSortText(order + item.getLabel());
    found.putIfAbsent(item.getLabel() + item.getDetail(), item);
  }

  private void keywords(List<String> words) {
    words.forEach(w -> add(Snippets.plain(w, CompletionItemKind.Keyword, ""), "8"));
  }

  /** What the standard library has behind the words before the place. */
  private List<CompletionItem> standard() {
    String text = analysis.document().text().substring(0, before.from());
    String line = text.substring(text.lastIndexOf('\n') + 1);
    return StandardNames.behind(line, analysis, before.kind() == Lookback.Kind.USED);
  }

  private void used() {
    for (Modules.Link link : analysis.modules().links(analysis.main())) {
      boolean isHere = link.use().span().from() <= offset && offset <= link.use().span().to();
      if (isHere) {
        analysis.program().declared(link.file()).stream()
            .map(d -> Snippets.plain(d.text(), CompletionItemKind.Function, Shown.header(d)))
            .forEach(i -> add(i, "1"));
      }
    }
  }

  private void members() {
    Cursor cursor = Cursor.at(analysis.main(), offset);
    Optional<Expr.Access> access =
        cursor.around().stream()
            .filter(Expr.Access.class::isInstance)
            .map(Expr.Access.class::cast)
            .filter(a -> a.member().text().equals(MARK))
            .findFirst();
    if (access.isEmpty()) {
      return;
    }
    Expr of = access.get().of();
    List<String> path = SchemaFields.words(of);
    if (!path.isEmpty() && path.get(0).equals("op")) {
      int opset = Opsets.of(cursor.item());
      OperatorWords.behind(path, opset).forEach(n -> add(snippets.operator(path, n, opset), "1"));
    }
    module(of).forEach(d -> add(snippets.call(d, false), "1"));
    analysis.meanings(of.span()).stream()
        .map(Meaning::members)
        .flatMap(List::stream)
        .map(m -> Snippets.plain(m.name(), CompletionItemKind.Field, m.type().orElse("params")))
        .forEach(i -> add(i, "1"));
  }

  private List<Declaration> module(Expr of) {
    return of instanceof Expr.Reference r
        ? visible().getOrDefault(r.name().text(), List.of()).stream()
            .flatMap(d -> d.module().stream())
            .flatMap(m -> analysis.program().declared(m).stream())
            .toList()
        : List.of();
  }

  private Map<String, List<Declaration>> visible() {
    return analysis.names().visible(offset);
  }

  private void values() {
    List<FieldDeclaration> fields = SchemaFields.around(analysis, offset);
    fields.forEach(f -> add(Snippets.field(f), "0"));
    SchemaFields.limits(analysis, offset).forEach(f -> add(Snippets.limit(f), "1"));
    before.call().ifPresent(this::arguments);
    if (fields.isEmpty()) {
      names(Set.of());
      lost();
      keywords(VALUES);
    }
  }

  /** The names of arguments that are not there yet, or the words that the one at hand may be. */
  private void arguments(CallSite call) {
    List<Parameter> parameters =
        Signatures.callees(analysis, call).stream()
            .flatMap(d -> Shown.parameters(d).stream())
            .toList();
    if (call.argument().isPresent()) {
      parameters.stream()
          .filter(p -> p.name().text().equals(call.argument().get()))
          .flatMap(p -> symbols(p.type()))
          .forEach(s -> add(Snippets.plain(s, CompletionItemKind.EnumMember, ""), "0"));
      return;
    }
    if (call.isOperator()) {
      OperatorWords.attributes(call.callee(), opset()).entrySet().stream()
          .filter(a -> !call.given().contains(a.getKey()))
          .forEach(a -> add(Snippets.argument(a.getKey(), a.getValue()), "0"));
    }
    parameters.stream()
        .filter(p -> !call.given().contains(p.name().text()))
        .forEach(p -> add(Snippets.argument(p.name().text(), Headers.parameter(p)), "0"));
  }

  private int opset() {
    return Opsets.of(Cursor.at(analysis.main(), offset).item());
  }

  /** The words that a value of {@code type} may be. */
  private static Stream<String> symbols(Type type) {
    if (type instanceof Type.SymbolType s) {
      return s.symbols().stream().map(n -> n.text());
    }
    if (type instanceof Type.ChoiceType c) {
      return c.choices().stream().flatMap(Completions::symbols);
    }
    if (type instanceof Type.OptionalType o) {
      return Stream.concat(symbols(o.type()), Stream.of("none"));
    }
    return type instanceof Type.NamedType n && n.name().text().equals("bool")
        ? Stream.of("true", "false")
        : Stream.empty();
  }

  /** Names that can be seen; of all kinds if {@code kinds} is empty. */
  private void names(Set<Declaration.Kind> kinds) {
    visible().values().stream()
        .flatMap(List::stream)
        .filter(d -> kinds.isEmpty() || kinds.contains(d.kind()))
        .forEach(this::name);
  }

  private void name(Declaration d) {
    switch (d.kind()) {
      case ITEM, ALIAS, BUILTIN -> add(snippets.call(d, before.isPiped()), "4");
      case ELEMENT_TYPE ->
          add(Snippets.plain(d.text(), CompletionItemKind.TypeParameter, Shown.header(d)), "6");
      case MODULE, OPERATORS ->
          add(Snippets.plain(d.text(), CompletionItemKind.Module, Shown.header(d)), "5");
      case PARAMETER, VARIABLE, VALUE, WEIGHTS -> {
        String type = d.name().flatMap(n -> analysis.type(n.span())).orElse(Shown.header(d));
        add(Snippets.plain(d.text(), CompletionItemKind.Variable, type), "2");
      }
    }
  }

  /** Where the declaration does not parse, the words in it so far may be names. */
  private void lost() {
    if (Cursor.at(analysis.main(), offset).item().isPresent()) {
      return;
    }
    Set<String> words = new LinkedHashSet<>(before.names());
    List<String> known = new ArrayList<>(visible().keySet());
    words.removeAll(known);
    words.forEach(w -> add(Snippets.plain(w, CompletionItemKind.Text, ""), "7"));
  }
}
