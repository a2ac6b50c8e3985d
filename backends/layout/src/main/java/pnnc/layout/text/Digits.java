package pnnc.layout.text;

import java.math.BigInteger;
import java.util.Optional;

/**
 * The digits of {@link Decimal#text} by whole numbers: {@code value · 10⁻ˢᶜᵃˡᵉ}. A power of ten is
 * kept to 127 bits, so 17 digits are known with 64 bits behind them, and so is how far a number may
 * be from them to be read as the same {@code double}. Where those bits do not decide there is no
 * answer: about one number in 10¹⁵, and all that are rare.
 *
 * @param value above 0, not divisible by 10
 * @param scale digits behind the point
 */
record Digits(long value, int scale) {
  private static final long IMPLICIT = 1L << 52;
  private static final long MOST = 100_000_000_000_000_000L;

  /** Powers of ten from −this to this are kept. */
  private static final int POWERS = 64;

  /** In units of the last bit: what is left out may be as much, twice over. */
  private static final long NEAR = 4;

  private static final long[] HIGH = new long[2 * POWERS + 1];
  private static final long[] LOW = new long[2 * POWERS + 1];

  /** 10ᵏ is 127 bits times two to this. */
  private static final int[] SHIFT = new int[2 * POWERS + 1];

  static {
    BigInteger one = BigInteger.ONE.shiftLeft(512);
    for (int i = 0; i < HIGH.length; i++) {
      BigInteger ten = BigInteger.TEN.pow(Math.abs(i - POWERS));
      BigInteger power = i < POWERS ? one.divide(ten) : one.multiply(ten);
      int drop = power.bitLength() - 127;
      BigInteger top = power.shiftRight(drop);
      HIGH[i] = top.shiftRight(64).longValueExact();
      LOW[i] = top.longValue();
      SHIFT[i] = drop - 512;
    }
  }

  /** Those of {@code value}, which is above 0 and finite; empty where that takes longer. */
  static Optional<Digits> of(double value) {
    long bits = Double.doubleToRawLongBits(value);
    int exponent = (int) (bits >>> 52);
    long mantissa = bits & (IMPLICIT - 1);
    if (exponent == 0 || mantissa == 0) {
      return Optional.empty();
    }
    int log2 = exponent - 1023;
    int power = 16 - ((log2 * 78_913) >> 18); // log10 2 is 78,913 over 2¹⁸
    if (Math.abs(power) >= POWERS) {
      return Optional.empty();
    }
    return Scaled.of(mantissa | IMPLICIT, log2 - 52, power).digits();
  }

  /** Without zeros at its end. */
  private static Digits stripped(long digits, int scale) {
    long value = digits;
    int behind = scale;
    while (value % 10 == 0) {
      value /= 10;
      behind--;
    }
    return new Digits(value, behind);
  }

  /**
   * A number times a power of ten, 17 digits before the point.
   *
   * @param fraction behind the point, times 2⁶⁴; what is left out is less than {@link #NEAR}
   * @param half how far another number may be to be read as this one, times 2⁵⁶
   */
  private record Scaled(long whole, long fraction, long half, int power) {
    /** {@code mantissa · 2ᵉˣᵖᵒⁿᵉⁿᵗ · 10ᵖᵒʷᵉʳ}, or with a power less if that has 18 digits. */
    static Scaled of(long mantissa, int exponent, int power) {
      int i = power + POWERS;
      long low = mantissa * LOW[i];
      long carry = Math.multiplyHigh(mantissa, LOW[i]) + (LOW[i] < 0 ? mantissa : 0);
      long product = mantissa * HIGH[i];
      long middle = product + carry;
      long high =
          Math.multiplyHigh(mantissa, HIGH[i])
              + (Long.compareUnsigned(middle, product) < 0 ? 1 : 0);
      int shift = -(exponent + SHIFT[i]) - 64; // 118 to 127 bits, less those of low
      long whole = (high << (64 - shift)) | (middle >>> shift);
      if (whole >= MOST) {
        return of(mantissa, exponent, power - 1);
      }
      long fraction = (middle << (64 - shift)) | (low >>> shift);
      return new Scaled(whole, fraction, HIGH[i] >>> (shift - 55), power);
    }

    /** With 15 digits if those are read as this number, else with 16, else with 17. */
    Optional<Digits> digits() {
      if (isNear(0) || isNear(Long.MIN_VALUE)) {
        return Optional.empty();
      }
      for (int unit = 100; unit > 1; unit /= 10) {
        long rest = whole % unit;
        long more = 2 * rest >= unit ? unit - rest : -rest;
        long off = Math.abs((more << 56) - (fraction >>> 8));
        if (off < half - NEAR) {
          return Optional.of(stripped(whole + more, power));
        } else if (off <= half + NEAR) {
          return Optional.empty();
        }
      }
      return Optional.of(stripped(fraction < 0 ? whole + 1 : whole, power));
    }

    /** Whether the fraction is just below {@code bound} by what is known of it. */
    private boolean isNear(long bound) {
      long below = bound - fraction;
      return 0 < below && below <= NEAR;
    }
  }
}
