package pnnc.layout.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.OptionalDouble;

/** Numbers as decimal text, the same on any machine, and back. */
public final class Decimal {
  /** Numbers of so many digits are told from each other by their {@code double}. */
  private static final int SURE_DIGITS = 15;

  /** So many digits tell every {@code double} from every other. */
  private static final int ENOUGH_DIGITS = 17;

  private static final int MOST_PLAIN = 17;
  private static final int LEAST_PLAIN = -4;
  private static final double EXACT = 1L << 53;

  private Decimal() {}

  /**
   * Text of 15 digits if that reads back to {@code value}, else of 16, else of 17; without zeros at
   * its end. What the JDK makes differs between versions, so it is not used.
   *
   * @throws IllegalArgumentException if {@code value} is not finite
   */
  public static String text(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("not a finite number: " + value);
    }
    if (value == Math.rint(value) && Math.abs(value) < EXACT) {
      boolean isNegativeZero = value == 0 && Double.doubleToRawLongBits(value) != 0;
      return isNegativeZero ? "-0" : Long.toString((long) value);
    }
    Optional<Digits> digits = Digits.of(Math.abs(value));
    if (digits.isEmpty()) {
      return rare(value);
    }
    return layOut(value < 0, Long.toString(digits.get().value()), digits.get().scale());
  }

  private static String rare(double value) {
    BigDecimal digits = shortest(value);
    return layOut(value < 0, digits.unscaledValue().abs().toString(), digits.scale());
  }

  private static BigDecimal shortest(double value) {
    BigDecimal exact = new BigDecimal(value);
    for (int digits = SURE_DIGITS; digits < ENOUGH_DIGITS; digits++) {
      BigDecimal rounded = exact.round(new MathContext(digits));
      if (rounded.doubleValue() == value) {
        return rounded.stripTrailingZeros();
      }
    }
    return exact.round(new MathContext(ENOUGH_DIGITS)).stripTrailingZeros();
  }

  private static String layOut(boolean isNegative, String digits, int scale) {
    int exponent = digits.length() - scale - 1;
    StringBuilder text = new StringBuilder(32).append(isNegative ? "-" : "");
    if (exponent < LEAST_PLAIN || exponent >= MOST_PLAIN) {
      String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
      text.append(digits.charAt(0)).append(fraction).append('e').append(exponent);
    } else if (scale <= 0) {
      text.append(digits).append("0".repeat(-scale));
    } else if (exponent < 0) {
      text.append("0.").append("0".repeat(-exponent - 1)).append(digits);
    } else {
      text.append(digits, 0, exponent + 1)
          .append('.')
          .append(digits, exponent + 1, digits.length());
    }
    return text.toString();
  }

  /**
   * The number that the whole of {@code text} is: sign, digits with a point, {@code e} and an
   * exponent. Empty if it is none or not finite; {@code NaN} and {@code inf} are none.
   */
  public static OptionalDouble parse(String text) {
    if (text.isEmpty() || length(text) != text.length()) {
      return OptionalDouble.empty();
    }
    double value = Double.parseDouble(text);
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }

  /** How many characters at the beginning of {@code text} are a number, 0 if none are. */
  public static int length(String text) {
    int at = skipSign(text, 0);
    int whole = skipDigits(text, at);
    int end = whole;
    int digits = whole - at;
    if (end < text.length() && text.charAt(end) == '.') {
      end = skipDigits(text, end + 1);
      digits += end - whole - 1;
    }
    return digits == 0 ? 0 : skipExponent(text, end);
  }

  private static int skipExponent(String text, int at) {
    if (at == text.length() || (text.charAt(at) | 0x20) != 'e') {
      return at;
    }
    int digits = skipSign(text, at + 1);
    int end = skipDigits(text, digits);
    return end == digits ? at : end;
  }

  private static int skipSign(String text, int at) {
    boolean isSign = at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-');
    return isSign ? at + 1 : at;
  }

  private static int skipDigits(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at;
  }
}
