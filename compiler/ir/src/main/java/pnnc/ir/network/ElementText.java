package pnnc.ir.network;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * One number of a tensor as text: decimal where that says it to the bit, else the bit pattern in
 * hexadecimal. The same on every Java version, which {@code Double.toString} is not.
 */
final class ElementText {
  private static final int MOST_DIGITS = 17;
  private static final Pattern DECIMAL =
      Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]{1,5})?");
  private static final Pattern INTEGER = Pattern.compile("-?[0-9]+");
  private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{1,16}");

  private ElementText() {}

  /** The part that is written as one number: a complex number has two. */
  static ElementType lane(ElementType type) {
    return switch (type) {
      case C64 -> ElementType.F32;
      case C128 -> ElementType.F64;
      default -> type;
    };
  }

  /** The shortest text for {@code bits}, a pattern of a {@link #lane} type. */
  static String print(ElementType type, long bits) {
    if (type.isFloat()) {
      return printFloat(type, bits);
    }
    if (type == ElementType.BOOL) {
      return bits == 0 ? "false" : bits == 1 ? "true" : hex(type, bits);
    }
    return Numbers.isSigned(type)
        ? Long.toString(Numbers.integer(type, bits))
        : Long.toUnsignedString(bits);
  }

  private static String printFloat(ElementType type, long bits) {
    double value = Numbers.decode(type, bits);
    if (Double.isNaN(value)) {
      return isExactly(bits, Numbers.encode(type, Double.NaN)) ? "nan" : hex(type, bits);
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "inf" : "-inf";
    }
    if (value == 0) {
      return 1 / value > 0 ? "0.0" : "-0.0";
    }
    return shortest(type, bits, value);
  }

  /** Takes digits away as long as the bits stay. Seventeen are enough for any double. */
  private static String shortest(ElementType type, long bits, double value) {
    BigDecimal precise = new BigDecimal(value, new MathContext(MOST_DIGITS));
    String best = hex(type, bits);
    for (int digits = MOST_DIGITS; digits >= 1; ) {
      BigDecimal rounded = precise.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      BigDecimal fewer = rounded.stripTrailingZeros();
      String text = decimal(fewer);
      if (!isExactly(bits, parseDecimal(type, text))) {
        return best;
      }
      best = text;
      digits = fewer.precision() - 1;
    }
    return best;
  }

  private static boolean isExactly(long bits, OptionalLong back) {
    return back.isPresent() && back.getAsLong() == bits;
  }

  /** {@code 1.0}, {@code 0.25}, {@code 1.5e-7}: always with a point or an exponent. */
  private static String decimal(BigDecimal value) {
    int exponent = value.precision() - value.scale() - 1;
    if (exponent >= -4 && exponent < 7) {
      return value.scale() <= 0 ? value.toPlainString() + ".0" : value.toPlainString();
    }
    return value.scaleByPowerOfTen(-exponent).toPlainString() + "e" + exponent;
  }

  private static String hex(ElementType type, long bits) {
    String digits = Long.toHexString(bits);
    return "0x" + "0".repeat(Math.max(0, (type.bits() + 3) / 4 - digits.length())) + digits;
  }

  /**
   * The bit pattern that {@code text} stands for, floats rounded to the nearest; empty if it is no
   * number, or one that the type cannot hold.
   */
  static OptionalLong parse(ElementType type, String text) {
    if (text.startsWith("0x")) {
      return parseHex(type, text.substring(2));
    }
    if (type.isFloat()) {
      return parseFloat(type, text);
    }
    return switch (text) {
      case "true" -> type == ElementType.BOOL ? OptionalLong.of(1) : OptionalLong.empty();
      case "false" -> type == ElementType.BOOL ? OptionalLong.of(0) : OptionalLong.empty();
      default -> type == ElementType.BOOL ? OptionalLong.empty() : parseInteger(type, text);
    };
  }

  private static OptionalLong parseHex(ElementType type, String digits) {
    if (!HEX.matcher(digits).matches()) {
      return OptionalLong.empty();
    }
    long bits = Long.parseUnsignedLong(digits, 16);
    boolean fits = type.bits() == 64 || bits >>> type.bits() == 0;
    return fits ? OptionalLong.of(bits) : OptionalLong.empty();
  }

  private static OptionalLong parseFloat(ElementType type, String text) {
    return switch (text) {
      case "nan" -> Numbers.encode(type, Double.NaN);
      case "inf" -> Numbers.encode(type, Double.POSITIVE_INFINITY);
      case "-inf" -> Numbers.encode(type, Double.NEGATIVE_INFINITY);
      default -> isDecimal(text) ? parseDecimal(type, text) : OptionalLong.empty();
    };
  }

  /** An F32 comes straight from the text: through a double it could be rounded twice. */
  private static OptionalLong parseDecimal(ElementType type, String text) {
    double value = type == ElementType.F32 ? Float.parseFloat(text) : Double.parseDouble(text);
    return Double.isInfinite(value) ? OptionalLong.empty() : Numbers.encode(type, value);
  }

  /** Whether {@code text} is a decimal number without a suffix, such as Java would take too. */
  static boolean isDecimal(String text) {
    return DECIMAL.matcher(text).matches();
  }

  /** Whether {@code text} has neither point nor exponent. */
  static boolean isInteger(String text) {
    return INTEGER.matcher(text).matches();
  }

  private static OptionalLong parseInteger(ElementType type, String text) {
    if (text.length() > 20 || !isInteger(text)) {
      return OptionalLong.empty();
    }
    BigInteger value = new BigInteger(text);
    int bits = type.bits();
    boolean fits =
        Numbers.isSigned(type)
            ? value.bitLength() < bits
            : value.signum() >= 0 && value.bitLength() <= bits;
    long mask = bits == 64 ? -1 : (1L << bits) - 1;
    return fits ? OptionalLong.of(value.longValue() & mask) : OptionalLong.empty();
  }
}
