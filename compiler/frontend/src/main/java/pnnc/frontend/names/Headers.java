package pnnc.frontend.names;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import pnnc.frontend.ast.Expr;
import pnnc.frontend.ast.FieldDeclaration;
import pnnc.frontend.ast.FieldType;
import pnnc.frontend.ast.Item;
import pnnc.frontend.ast.Parameter;
import pnnc.frontend.ast.Type;
import pnnc.frontend.source.Span;

/** Declarations without their bodies, as people read them. */
public final class Headers {
  private Headers() {}

  /** {@code fn linear(x: T[..B, I], w: T[O, I]) -> T[..B, O]}; one line. */
  public static String of(Item item) {
    String name = item.name().text();
    if (item instanceof Item.Function f) {
      return "fn %s(%s) -> %s%s"
          .formatted(name, list(f.parameters()), type(f.result()), where(f.where()));
    }
    if (item instanceof Item.Net n) {
      return "net %s(%s) -> %s".formatted(name, list(n.parameters()), type(n.result()));
    }
    if (item instanceof Item.Hardware h) {
      return "%s %s%s".formatted(h.kind().word(), name, h.parent().map(p -> " : " + p).orElse(""));
    }
    return (item instanceof Item.Schema ? "schema " : "") + name;
  }

  /** The header on the lines its author gave it. */
  public static String asWritten(Item item) {
    Optional<Span> end =
        item instanceof Item.Function f
            ? last(f.result(), f.where())
            : item instanceof Item.Net n ? last(n.result(), n.where()) : Optional.empty();
    return end.map(e -> new Span(e.source(), item.span().from(), e.to()).text())
        .orElseGet(() -> of(item));
  }

  private static Optional<Span> last(Type result, List<Expr> where) {
    return Stream.concat(Stream.of(result.span()), where.stream().map(Expr::span))
        .reduce((first, second) -> second);
  }

  private static String where(List<Expr> where) {
    return where.isEmpty()
        ? ""
        : where.stream().map(w -> line(w.span().text())).collect(joining(", ", " where ", ""));
  }

  private static String list(List<Parameter> parameters) {
    return parameters.stream().map(Headers::parameter).collect(joining(", "));
  }

  /** {@code stride: int = 1}. */
  public static String parameter(Parameter parameter) {
    return line(parameter.span().text());
  }

  private static String type(Type type) {
    return line(type.span().text());
  }

  /** {@code width: bit in 4 bit .. 14 bit = 8 bit}. */
  public static String field(FieldDeclaration field) {
    if (field instanceof FieldDeclaration.Single s) {
      String range = s.range().map(r -> " in " + text(r)).orElse("");
      String otherwise = s.otherwise().map(o -> " = " + text(o)).orElse("");
      return "%s: %s%s%s".formatted(s.name(), type(s.type()), range, otherwise);
    }
    return "each " + field.name();
  }

  /** {@code range uS}; for fields of its own {@code record}. */
  public static String type(FieldType type) {
    return type instanceof FieldType.Group ? "record" : line(type.span().text());
  }

  /** An expression as written, on one line. */
  public static String text(Expr expr) {
    return line(expr.span().text());
  }

  /** Text over several lines as one. */
  public static String line(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
