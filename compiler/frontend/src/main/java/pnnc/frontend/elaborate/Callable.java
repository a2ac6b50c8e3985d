package pnnc.frontend.elaborate;

import java.util.List;
import pnnc.frontend.ast.Body;
import pnnc.frontend.ast.Expr;
import pnnc.frontend.ast.Item;
import pnnc.frontend.ast.Parameter;
import pnnc.frontend.ast.Type;
import pnnc.frontend.source.Span;

/**
 * A function or a network that is called, and the file whose names it sees.
 *
 * @param name of the function
 * @param span of its declaration's name
 */
record Callable(
    String name,
    Span span,
    List<Parameter> parameters,
    Type result,
    List<Expr> where,
    Body body,
    Scope home) {
  static Callable of(Item.Function f, Scope home) {
    return new Callable(
        f.name().text(), f.name().span(), f.parameters(), f.result(), f.where(), f.body(), home);
  }

  static Callable of(Item.Net n, Scope home) {
    return new Callable(
        n.name().text(), n.name().span(), n.parameters(), n.result(), n.where(), n.body(), home);
  }

  /** By the declaration: a function is never called inside itself. */
  boolean isSame(Callable other) {
    return span.equals(other.span);
  }
}
