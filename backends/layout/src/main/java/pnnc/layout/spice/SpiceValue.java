package pnnc.layout.spice;

/** What stands where SPICE takes a number. */
public sealed interface SpiceValue {
  /**
   * A number in SI units.
   *
   * @param value finite
   */
  record Literal(double value) implements SpiceValue {
    public Literal {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("not a finite number: " + value);
      }
    }
  }

  /**
   * A text to be worked out, {@code 1/g}.
   *
   * @param text without the braces around it: printable ASCII, not blank at its ends, no braces,
   *     quotes, {@code ;} or {@code $}
   */
  record Expression(String text) implements SpiceValue {
    public Expression {
      SpiceNames.requireExpression(text);
    }
  }

  /** {@code value} as what stands in a card. */
  static SpiceValue of(double value) {
    return new Literal(value);
  }
}
