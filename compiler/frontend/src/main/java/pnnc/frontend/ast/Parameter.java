package pnnc.frontend.ast;

import java.util.Optional;
import pnnc.frontend.source.Span;

/** {@code s: int = 1}. Equal if it is the same place of the same text, which is quick to tell. */
public record Parameter(Span span, Name name, Type type, Optional<Expr> otherwise) {
  @Override
  public boolean equals(Object other) {
    return other instanceof Parameter p && p.span.equals(span);
  }

  @Override
  public int hashCode() {
    return span.hashCode();
  }
}
