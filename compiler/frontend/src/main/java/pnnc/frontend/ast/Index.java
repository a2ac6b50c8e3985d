package pnnc.frontend.ast;

import java.util.Optional;
import pnnc.frontend.source.Span;

/** What stands in the brackets behind a value. */
public sealed interface Index {
  Span span();

  /** {@code x[3]}, {@code w["fc1.weight"]}. */
  record At(Span span, Expr value) implements Index {}

  /** {@code x[0 .. 5 by 2]}, {@code x[2 ..]}, {@code x[..]}; ends are exclusive. */
  record Slice(Span span, Optional<Expr> from, Optional<Expr> to, Optional<Expr> step)
      implements Index {}
}
