package pnnc.frontend.elaborate;

import pnnc.frontend.source.Span;

/**
 * Hears what expressions and names turn out to be while a program is elaborated, for editors. A
 * function's body is heard once for the function by itself and once for each of its calls, the
 * lines of a {@code repeat} once for each turn.
 */
@FunctionalInterface
public interface Findings {
  /** Nobody listens. */
  Findings NONE = (at, meaning) -> {};

  /**
   * The expression or the bound name at {@code at} stands for {@code meaning}. What this throws
   * ends the elaboration.
   */
  void found(Span at, Meaning meaning);
}
