package pnnc.driver.data;

import java.util.Locale;
import java.util.OptionalDouble;

/** Numbers as data files spell them: decimal, `nan`, `inf`; not Java's `0x1p3`, `1f` or `1d`. */
final class DecimalText {
  private static final int LONGEST = 400;

  private DecimalText() {}

  static OptionalDouble number(String word) {
    if (word.length() > LONGEST) {
      return OptionalDouble.empty();
    }
    return isDecimal(word) ? decimal(word) : special(word.toLowerCase(Locale.ROOT));
  }

  private static boolean isDecimal(String word) {
    return !word.isEmpty()
        && word.chars().allMatch(c -> (c >= '0' && c <= '9') || "+-.eE".indexOf(c) >= 0);
  }

  private static OptionalDouble decimal(String word) {
    try {
      return OptionalDouble.of(Double.parseDouble(word));
    } catch (NumberFormatException notANumber) {
      return OptionalDouble.empty();
    }
  }

  /** {@code value} for a message: whole numbers without a fraction. */
  static String plain(double value) {
    boolean whole = Math.rint(value) == value && Math.abs(value) < 0x1p53;
    return whole ? Long.toString((long) value) : Double.toString(value);
  }

  private static OptionalDouble special(String word) {
    return switch (word) {
      case "nan", "+nan", "-nan" -> OptionalDouble.of(Double.NaN);
      case "inf", "+inf", "infinity", "+infinity" -> OptionalDouble.of(Double.POSITIVE_INFINITY);
      case "-inf", "-infinity" -> OptionalDouble.of(Double.NEGATIVE_INFINITY);
      default -> OptionalDouble.empty();
    };
  }
}
