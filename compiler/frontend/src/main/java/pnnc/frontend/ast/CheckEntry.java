package pnnc.frontend.ast;

import java.util.List;
import java.util.Optional;
import pnnc.frontend.source.Span;

/** A line of a check. */
public sealed interface CheckEntry {
  Span span();

  /** {@code inputs = npz("test.npz")["x"][0 .. 2000]}, in a corner {@code stuck = 0.1 %}. */
  record Field(Span span, Name name, Expr value) implements CheckEntry {}

  /**
   * {@code require each layer nrmse <= 2 %}.
   *
   * @param each what it holds for one by one; empty for the whole
   */
  record Requirement(Span span, Optional<Name> each, Expr condition, Optional<Expr> confidence)
      implements CheckEntry {}

  /** <code>corner worn draws 64 { … }</code>: fields and requirements only. */
  record Corner(Span span, Name name, Optional<Expr> draws, List<CheckEntry> entries)
      implements CheckEntry {
    public Corner {
      entries = List.copyOf(entries);
    }
  }

  /** {@code faults 20}. */
  record Faults(Span span, Expr count) implements CheckEntry {}
}
