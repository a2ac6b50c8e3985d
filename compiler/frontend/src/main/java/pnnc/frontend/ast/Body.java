package pnnc.frontend.ast;

import java.util.List;
import pnnc.frontend.source.Span;

/** What a function does. */
public sealed interface Body {
  Span span();

  /** {@code = expression}. */
  record Single(Span span, Expr value) implements Body {}

  /** {@code { … }}; the last statement should be a {@link Statement.Result}. */
  record Block(Span span, List<Statement> statements) implements Body {
    public Block {
      statements = List.copyOf(statements);
    }
  }
}
