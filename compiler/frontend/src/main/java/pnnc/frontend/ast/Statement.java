package pnnc.frontend.ast;

import java.util.List;
import pnnc.frontend.source.Span;

/** A line of a block. */
public sealed interface Statement {
  Span span();

  /** {@code weights w = onnx("mlp.onnx")}. */
  record Weights(Span span, Name name, Expr value) implements Statement {}

  /**
   * {@code y = …} or {@code (h, c) = …}.
   *
   * @param isTuple whether the names stand in parentheses
   */
  record Bind(Span span, List<Name> names, boolean isTuple, Expr value) implements Statement {
    public Bind {
      names = List.copyOf(names);
    }
  }

  /** An expression alone: the result, if it is the last line. */
  record Result(Span span, Expr value) implements Statement {}
}
