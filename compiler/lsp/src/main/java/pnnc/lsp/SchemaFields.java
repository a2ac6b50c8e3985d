package pnnc.lsp;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import pnnc.frontend.ast.Entry;
import pnnc.frontend.ast.Expr;
import pnnc.frontend.ast.FieldDeclaration;
import pnnc.frontend.ast.FieldType;
import pnnc.frontend.ast.Item;
import pnnc.frontend.ast.Name;
import pnnc.frontend.ast.SourceFile;
import pnnc.frontend.names.Declaration;
import pnnc.frontend.names.Occurrence;
import pnnc.frontend.source.Span;

/**
 * The fields that hardware may have, from the schema it follows: the program's own, or one of the
 * standard library.
 */
final class SchemaFields {
  /** Hardware may change other hardware, which changes other hardware. */
  private static final int MOST_PARENTS = 20;

  /** The group of a schema whose fields `limit` and `prefer` name. */
  private static final String LIMITS = "limits";

  /** A field where it is given. */
  record Found(Name name, FieldDeclaration declaration) {}

  /** A record, and what can stand in it. */
  private record Level(Expr.RecordValue body, List<FieldDeclaration> fields) {}

  private final Analysis analysis;
  private final int offset;

  private SchemaFields(Analysis analysis, int offset) {
    this.analysis = analysis;
    this.offset = offset;
  }

  /** The field whose name is at {@code offset}. */
  static Optional<Found> at(Analysis analysis, int offset) {
    SchemaFields here = new SchemaFields(analysis, offset);
    return here.innermost().flatMap(here::found);
  }

  /** The fields that can stand at {@code offset}; none if no hardware is there. */
  static List<FieldDeclaration> around(Analysis analysis, int offset) {
    return new SchemaFields(analysis, offset)
        .innermost().map(Level::fields).orElse(List.of()).stream()
            .filter(f -> !f.name().text().equals(LIMITS))
            .toList();
  }

  /** The quantities that can be limited at {@code offset}; none inside of another field. */
  static List<FieldDeclaration> limits(Analysis analysis, int offset) {
    return new SchemaFields(analysis, offset)
        .innermost()
        .map(l -> limits(l.fields()))
        .orElse(List.of());
  }

  private static List<FieldDeclaration> limits(List<FieldDeclaration> fields) {
    return inside(fields.stream().filter(f -> f.name().text().equals(LIMITS)).findFirst());
  }

  /** The innermost record around the place. */
  private Optional<Level> innermost() {
    for (Item item : analysis.main().items()) {
      if (item instanceof Item.Hardware h && contains(h.body())) {
        return Optional.of(deepest(new Level(h.body(), of(Optional.of(h)))));
      }
    }
    return Optional.empty();
  }

  private Level deepest(Level level) {
    for (Entry entry : level.body().entries()) {
      Optional<Level> inner = inner(entry, level.fields());
      if (inner.isPresent()) {
        return deepest(inner.get());
      }
    }
    return level;
  }

  private Optional<Level> inner(Entry entry, List<FieldDeclaration> fields) {
    if (entry instanceof Entry.Named n && contains(n.body())) {
      return Optional.of(new Level(n.body(), inside(named(fields, n.kind()))));
    }
    if (!(entry instanceof Entry.Field f)) {
      return Optional.empty();
    }
    if (f.value() instanceof Expr.RecordValue r && contains(r)) {
      return Optional.of(new Level(r, inside(named(fields, f.name()))));
    }
    return f.value() instanceof Expr.With w && contains(w.changes())
        ? Optional.of(new Level(w.changes(), of(named(w.of().span(), analysis.main()))))
        : Optional.empty();
  }

  private Optional<Found> found(Level level) {
    for (Entry entry : level.body().entries()) {
      if (entry instanceof Entry.Field f && contains(f.name().span())) {
        return named(level.fields(), f.name()).map(d -> new Found(f.name(), d));
      }
      if (entry instanceof Entry.Limit l && contains(l.quantity().span())) {
        Name name = l.quantity().names().get(0);
        return named(limits(level.fields()), name).map(d -> new Found(name, d));
      }
    }
    return Optional.empty();
  }

  private boolean contains(Expr expr) {
    return contains(expr.span());
  }

  private boolean contains(Span span) {
    return span.from() <= offset && offset <= span.to();
  }

  private static Optional<FieldDeclaration> named(List<FieldDeclaration> fields, Name name) {
    return fields.stream().filter(f -> f.name().text().equals(name.text())).findFirst();
  }

  private static List<FieldDeclaration> inside(Optional<FieldDeclaration> field) {
    if (field.orElse(null) instanceof FieldDeclaration.Each e) {
      return e.fields();
    }
    return field.orElse(null) instanceof FieldDeclaration.Single s
            && s.type() instanceof FieldType.Group g
        ? g.fields()
        : List.of();
  }

  /** The fields of the schema at the end of the line of parents. */
  private List<FieldDeclaration> of(Optional<? extends Item> hardware) {
    Optional<? extends Item> next = hardware;
    for (int i = 0; i < MOST_PARENTS && next.isPresent(); i++) {
      if (next.get() instanceof Item.Schema s) {
        return s.fields();
      }
      next = parent(next.get());
    }
    return List.of();
  }

  private Optional<Item> parent(Item item) {
    return item instanceof Item.Hardware h && h.parent().isPresent()
        ? analysis.modules().files().stream()
            .filter(f -> f.source().equals(h.span().source()))
            .findFirst()
            .flatMap(f -> named(h.parent().get().span(), f))
        : Optional.empty();
  }

  /** What the name that ends where {@code path} does stands for in {@code file}. */
  private Optional<Item> named(Span path, SourceFile file) {
    return analysis.program().of(file).occurrences().stream()
        .filter(o -> o.name().span().to() == path.to())
        .map(Occurrence::declarations)
        .flatMap(List::stream)
        .flatMap(d -> d.targets().stream())
        .filter(d -> d.kind() == Declaration.Kind.ITEM)
        .flatMap(d -> d.item().stream())
        .findFirst();
  }

  /** {@code op.microsoft.Gelu} as words; none for anything else than names behind dots. */
  static List<String> words(Expr expr) {
    List<String> words = new ArrayList<>();
    Expr next = expr;
    while (next instanceof Expr.Access a) {
      words.add(a.member().text());
      next = a.of();
    }
    if (!(next instanceof Expr.Reference r)) {
      return List.of();
    }
    words.add(r.name().text());
    Collections.reverse(words);
    return words;
  }
}
