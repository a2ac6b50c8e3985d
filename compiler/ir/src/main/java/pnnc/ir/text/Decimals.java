package pnnc.ir.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The shortest correctly rounded decimal of 15, 16 or 17 digits that reads back as a given number.
 *
 * <p>For magnitudes from about 1e-11 to 1e15 this is exact integer arithmetic: with {@code v = m ·
 * 2^q}, {@code m < 2^53}, the digits are {@code v · 10^k = m · 5^k / 2^s}, {@code s = −q − k},
 * rounded to an integer {@code D}. The product fits 128 bits. {@code D} reads back as {@code v} if
 * it misses the product by less than half the distance to {@code v}'s neighbours, {@code 5^k / 2}.
 */
final class Decimals {
  private static final int FEWEST_DIGITS = 15;
  private static final int MOST_DIGITS = 17;
  private static final int GREATEST_SCALE = 26;
  private static final int GREATEST_SHIFT = 62;
  private static final long[] POWERS_OF_FIVE = powers(5, GREATEST_SCALE);
  private static final long[] POWERS_OF_TEN = powers(10, MOST_DIGITS);

  private Decimals() {}

  private static long[] powers(long base, int greatest) {
    long[] powers = new long[greatest + 1];
    powers[0] = 1;
    for (int i = 1; i <= greatest; i++) {
      powers[i] = base * powers[i - 1];
    }
    return powers;
  }

  /** For any finite {@code value} but 0; of a subnormal number, 17 digits. */
  static BigDecimal shortest(double value) {
    double magnitude = Math.abs(value);
    int exponent = (int) Math.floor(Math.log10(magnitude));
    for (int digits = FEWEST_DIGITS; digits <= MOST_DIGITS; digits++) {
      int scale = digits - 1 - exponent;
      int shift = 52 - Math.getExponent(magnitude) - scale;
      boolean fast = scale >= 0 && scale <= GREATEST_SCALE && shift > 0 && shift <= GREATEST_SHIFT;
      long found = fast ? rounded(magnitude, digits, scale, shift) : 0;
      if (found == 0) {
        return slow(new BigDecimal(value), value);
      }
      if (found > 0) {
        return BigDecimal.valueOf(value < 0 ? -found : found, scale);
      }
    }
    throw new IllegalArgumentException("not a number: " + value);
  }

  /**
   * The digits as an integer; below zero if they do not read back; zero if the logarithm was off by
   * one, so that there are too few or too many.
   */
  private static long rounded(double magnitude, int digits, int scale, int shift) {
    long mantissa = (Double.doubleToLongBits(magnitude) & ((1L << 52) - 1)) | (1L << 52);
    long five = POWERS_OF_FIVE[scale];
    long low = mantissa * five;
    long whole = (Math.multiplyHigh(mantissa, five) << (64 - shift)) | (low >>> shift);
    long rest = low & ((1L << shift) - 1);
    if (whole < POWERS_OF_TEN[digits - 1] || whole >= POWERS_OF_TEN[digits]) {
      return 0;
    }
    long half = 1L << (shift - 1);
    boolean up = rest > half || (rest == half && (whole & 1) == 1);
    boolean narrow = mantissa == 1L << 52 && !up;
    long miss = up ? (1L << shift) - rest : rest;
    boolean readsBack = digits == MOST_DIGITS || miss <= five >> (narrow ? 2 : 1);
    return readsBack ? whole + (up ? 1 : 0) : -1;
  }

  private static BigDecimal slow(BigDecimal exact, double value) {
    int fewest = Math.abs(value) < Double.MIN_NORMAL ? MOST_DIGITS : FEWEST_DIGITS;
    for (int digits = fewest; digits < MOST_DIGITS; digits++) {
      BigDecimal candidate = exact.round(halfEven(digits));
      if (candidate.doubleValue() == value) {
        return candidate;
      }
    }
    return exact.round(halfEven(MOST_DIGITS));
  }

  private static MathContext halfEven(int digits) {
    return new MathContext(digits, RoundingMode.HALF_EVEN);
  }
}
