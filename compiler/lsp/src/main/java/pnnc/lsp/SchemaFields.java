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
import pnnc.frontend.names.Declaration;
import pnnc.frontend.names.Occurrence;

/** The fields that hardware may have, from the schema it follows. */
final class SchemaFields {
  /** Hardware may change other hardware, which changes other hardware. */
  private static final int MOST_PARENTS = 20;

  /** A field where it is given. */
  record Found(Name name, FieldDeclaration declaration) {}

  private SchemaFields() {}

  /** The field whose name is at {@code offset}. */
  static Optional<Found> at(Analysis analysis, int offset) {
    for (Item item : analysis.main().items()) {
      if (item instanceof Item.Hardware h && contains(h.body(), offset)) {
        return in(h.body(), of(analysis, h), offset);
      }
    }
    return Optional.empty();
  }

  private static Optional<Found> in(
      Expr.RecordValue body, List<FieldDeclaration> fields, int offset) {
    for (Entry entry : body.entries()) {
      Optional<Found> found = in(entry, fields, offset);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<Found> in(Entry entry, List<FieldDeclaration> fields, int offset) {
    if (entry instanceof Entry.Field f) {
      Optional<FieldDeclaration> declared = named(fields, f.name());
      if (f.name().span().from() <= offset && offset <= f.name().span().to()) {
        return declared.map(d -> new Found(f.name(), d));
      }
      return f.value() instanceof Expr.RecordValue r && contains(r, offset)
          ? in(r, inside(declared), offset)
          : Optional.empty();
    }
    return entry instanceof Entry.Named n && contains(n.body(), offset)
        ? in(n.body(), inside(named(fields, n.kind())), offset)
        : Optional.empty();
  }

  private static boolean contains(Expr expr, int offset) {
    return expr.span().from() <= offset && offset <= expr.span().to();
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

  /** The fields that can stand at {@code offset}; none if no hardware is there. */
  static List<FieldDeclaration> around(Analysis analysis, int offset) {
    for (Item item : analysis.main().items()) {
      if (item instanceof Item.Hardware h && contains(h.body(), offset)) {
        return around(h.body(), of(analysis, h), offset);
      }
    }
    return List.of();
  }

  private static List<FieldDeclaration> around(
      Expr.RecordValue body, List<FieldDeclaration> fields, int offset) {
    for (Entry entry : body.entries()) {
      if (entry instanceof Entry.Field f
          && f.value() instanceof Expr.RecordValue r
          && contains(r, offset)) {
        return around(r, inside(named(fields, f.name())), offset);
      }
      if (entry instanceof Entry.Named n && contains(n.body(), offset)) {
        return around(n.body(), inside(named(fields, n.kind())), offset);
      }
    }
    return fields;
  }

  /** The fields of the schema at the end of the line of parents. */
  private static List<FieldDeclaration> of(Analysis analysis, Item.Hardware hardware) {
    Optional<Item> next = Optional.of(hardware);
    for (int i = 0; i < MOST_PARENTS && next.isPresent(); i++) {
      if (next.get() instanceof Item.Schema s) {
        return s.fields();
      }
      next = parent(analysis, next.get());
    }
    return List.of();
  }

  private static Optional<Item> parent(Analysis analysis, Item item) {
    return item instanceof Item.Hardware h && h.parent().isPresent()
        ? analysis.modules().files().stream()
            .filter(f -> f.source().equals(h.span().source()))
            .flatMap(f -> analysis.program().of(f).occurrences().stream())
            .filter(o -> o.name().span().to() == h.parent().get().span().to())
            .map(Occurrence::declarations)
            .flatMap(List::stream)
            .flatMap(d -> d.targets().stream())
            .filter(d -> d.kind() == Declaration.Kind.ITEM)
            .flatMap(d -> d.item().stream())
            .findFirst()
        : Optional.empty();
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
