package pnnc.frontend.ast;

import java.util.List;
import java.util.Optional;
import pnnc.frontend.source.Span;

/** A line of a record of hardware. */
public sealed interface Entry {
  Span span();

  /** {@code width = 8 bit source "Table 2"}. */
  record Field(Span span, String doc, Name name, Expr value, Optional<Provenance> provenance)
      implements Entry {}

  /** {@code limit power <= 400 mW at 10 kHz}. */
  record Limit(Span span, PathName quantity, Operator operator, Expr bound, Optional<Expr> at)
      implements Entry {}

  /** {@code prefer latency then area}. */
  record Prefer(Span span, List<PathName> order) implements Entry {
    public Prefer {
      order = List.copyOf(order);
    }
  }

  /** <code>layer met1 { … }</code>: one of many of its kind. */
  record Named(Span span, String doc, Name kind, Name name, Expr.RecordValue body)
      implements Entry {}

  /**
   * Where a number comes from.
   *
   * @param isAssumed whether nobody measured it; then {@code text} says why that value
   */
  record Provenance(Span span, boolean isAssumed, String text) {}
}
