package pnnc.frontend.names;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import pnnc.frontend.ast.CheckEntry;
import pnnc.frontend.ast.Expr;
import pnnc.frontend.ast.Item;
import pnnc.frontend.ast.Parameter;
import pnnc.frontend.ast.SourceFile;
import pnnc.frontend.ast.Use;
import pnnc.frontend.source.Span;

/**
 * What stands around a place in a file.
 *
 * @param use the line of a {@code use}
 * @param item the declaration
 * @param around the expressions, the innermost first
 */
public record Cursor(Optional<Use> use, Optional<Item> item, List<Expr> around) {
  public Cursor {
    around = List.copyOf(around);
  }

  /** What stands around {@code offset} in {@code file}; ends count as inside. */
  public static Cursor at(SourceFile file, int offset) {
    Optional<Use> use = file.uses().stream().filter(u -> contains(u.span(), offset)).findFirst();
    Optional<Item> item = file.items().stream().filter(i -> contains(i.span(), offset)).findFirst();
    List<Expr> around = new ArrayList<>();
    List<Expr> next = item.map(i -> expressions(i).toList()).orElse(List.of());
    Optional<Expr> inner = innermost(next, offset);
    while (inner.isPresent()) {
      around.add(inner.get());
      inner = innermost(Parts.of(inner.get()), offset);
    }
    Collections.reverse(around);
    return new Cursor(use, item, around);
  }

  private static Optional<Expr> innermost(List<Expr> all, int offset) {
    return all.stream().filter(e -> contains(e.span(), offset)).reduce((first, second) -> second);
  }

  private static boolean contains(Span span, int offset) {
    return span.from() <= offset && offset <= span.to();
  }

  private static Stream<Expr> expressions(Item item) {
    if (item instanceof Item.Function f) {
      return Stream.concat(signature(f.parameters(), f.where()), Parts.of(f.body()));
    }
    if (item instanceof Item.Net n) {
      return Stream.concat(signature(n.parameters(), n.where()), Parts.of(n.body()));
    }
    if (item instanceof Item.Hardware h) {
      return Stream.of(h.body());
    }
    return item instanceof Item.Check c ? c.entries().stream().flatMap(Cursor::of) : Stream.of();
  }

  private static Stream<Expr> signature(List<Parameter> parameters, List<Expr> where) {
    return Stream.concat(parameters.stream().flatMap(p -> p.otherwise().stream()), where.stream());
  }

  private static Stream<Expr> of(CheckEntry entry) {
    if (entry instanceof CheckEntry.Field f) {
      return Stream.of(f.value());
    }
    if (entry instanceof CheckEntry.Requirement r) {
      return Stream.of(r.condition());
    }
    return entry instanceof CheckEntry.Corner c
        ? c.entries().stream().flatMap(Cursor::of)
        : Stream.empty();
  }
}
