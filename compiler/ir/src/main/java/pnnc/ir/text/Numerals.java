package pnnc.ir.text;

import java.math.BigDecimal;

/**
 * Numbers as text: the same characters for the same number on every Java version, and the same
 * number back. {@code Double.toString} changed with JDK 19, so it decides nothing here.
 */
public final class Numerals {
  private static final double MAX_PLAIN_INTEGER = 1e15;

  private Numerals() {}

  /**
   * The shortest correctly rounded decimal of 15, 16 or 17 digits that reads back as {@code value},
   * without trailing zeros.
   *
   * @throws IllegalArgumentException if not finite
   */
  public static String text(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("not a number: " + value);
    }
    if (value == 0) {
      return Double.compare(value, 0.0) == 0 ? "0" : "-0";
    }
    if (value == Math.rint(value) && Math.abs(value) < MAX_PLAIN_INTEGER) {
      return Long.toString((long) value);
    }
    return layOut(Decimals.shortest(value).stripTrailingZeros());
  }

  private static String layOut(BigDecimal decimal) {
    int exponent = decimal.precision() - decimal.scale() - 1;
    if (exponent >= -4 && exponent < 16) {
      return decimal.toPlainString();
    }
    String digits = decimal.unscaledValue().abs().toString();
    String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
    return (decimal.signum() < 0 ? "-" : "") + digits.charAt(0) + fraction + "e" + exponent;
  }
}
