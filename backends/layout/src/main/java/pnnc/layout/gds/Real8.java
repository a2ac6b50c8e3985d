package pnnc.layout.gds;

/**
 * The floating point numbers of GDSII: a sign, seven bits of exponent to the base 16 (64 more than
 * it is) and 56 bits of mantissa below the point. Both ways are exactly rounded, ties to even;
 * writing rounds only below 2⁻²⁶⁰, since 56 bits hold what a {@code double} holds.
 */
final class Real8 {
  private static final int BIAS = 64;
  private static final int MANTISSA_BITS = 56;
  private static final long MANTISSA = (1L << MANTISSA_BITS) - 1;

  private Real8() {}

  /**
   * The eight bytes of {@code value}.
   *
   * @throws IllegalArgumentException if it is 2²⁵² or more, or no number
   */
  static long encode(double value) {
    double size = Math.abs(value);
    if (!(size < 0x1p252)) {
      throw new IllegalArgumentException("GDSII holds no number %s".formatted(value));
    }
    int exponent = Math.max(Math.floorDiv(Math.getExponent(size), 4) + 1, -BIAS);
    long mantissa = (long) Math.rint(Math.scalb(size, MANTISSA_BITS - 4 * exponent));
    if (mantissa == 0) {
      return 0;
    }
    long sign = value < 0 ? Long.MIN_VALUE : 0;
    return sign | ((long) (exponent + BIAS) << MANTISSA_BITS) | mantissa;
  }

  /** The number of eight bytes; any are a number. */
  static double decode(long bits) {
    int exponent = ((int) (bits >>> MANTISSA_BITS) & 0x7F) - BIAS;
    double size = Math.scalb((double) (bits & MANTISSA), 4 * exponent - MANTISSA_BITS);
    return bits < 0 ? 0 - size : size;
  }
}
