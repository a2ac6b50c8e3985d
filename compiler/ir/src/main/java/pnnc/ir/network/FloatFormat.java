package pnnc.ir.network;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * A binary floating-point format of at most 16 bits, as the ONNX standard defines it: sign, {@code
 * exponentBits}, {@code mantissaBits}, from the highest bit down, with subnormal numbers.
 *
 * @param bias subtracted from a stored exponent
 * @param specials what the patterns at the ends of the range mean
 */
record FloatFormat(int exponentBits, int mantissaBits, int bias, Specials specials) {
  enum Specials {
    /** Infinities and NaNs as in IEEE 754. */
    IEEE,
    /** No infinities; all ones is NaN. */
    FN,
    /** No infinities; the pattern of minus zero is NaN. */
    FNUZ,
    /** Every pattern is a number. */
    NONE
  }

  /** The format of {@code type}; empty for types that Java has or that are no such floats. */
  static Optional<FloatFormat> of(ElementType type) {
    return switch (type) {
      case F16 -> Optional.of(new FloatFormat(5, 10, 15, Specials.IEEE));
      case BF16 -> Optional.of(new FloatFormat(8, 7, 127, Specials.IEEE));
      case F8E4M3FN -> Optional.of(new FloatFormat(4, 3, 7, Specials.FN));
      case F8E4M3FNUZ -> Optional.of(new FloatFormat(4, 3, 8, Specials.FNUZ));
      case F8E5M2 -> Optional.of(new FloatFormat(5, 2, 15, Specials.IEEE));
      case F8E5M2FNUZ -> Optional.of(new FloatFormat(5, 2, 16, Specials.FNUZ));
      case F4E2M1 -> Optional.of(new FloatFormat(2, 1, 1, Specials.NONE));
      default -> Optional.empty();
    };
  }

  /** The number that a bit pattern stands for; exact. */
  double decode(long bits) {
    boolean negative = (bits & signBit()) != 0;
    long magnitude = bits & (signBit() - 1);
    if (magnitude > largest() || (specials == Specials.FNUZ && bits == signBit())) {
      return special(magnitude, negative);
    }
    int exponent = (int) (magnitude >> mantissaBits);
    long mantissa = magnitude & (hidden() - 1);
    double value =
        exponent == 0
            ? Math.scalb((double) mantissa, 1 - bias - mantissaBits)
            : Math.scalb((double) (hidden() | mantissa), exponent - bias - mantissaBits);
    return negative ? -value : value;
  }

  private double special(long magnitude, boolean negative) {
    boolean infinite = specials == Specials.IEEE && magnitude == largest() + 1;
    double value = infinite ? Double.POSITIVE_INFINITY : Double.NaN;
    return negative ? -value : value;
  }

  /**
   * The pattern nearest to {@code value}, ties to even; empty where the format has none: beyond the
   * largest number, or for an infinity, a NaN or a minus zero that it lacks.
   */
  OptionalLong encode(double value) {
    if (Double.isNaN(value)) {
      return nan();
    }
    long sign = Double.doubleToRawLongBits(value) < 0 ? signBit() : 0;
    if (Double.isInfinite(value)) {
      return specials == Specials.IEEE
          ? OptionalLong.of(sign | (largest() + 1))
          : OptionalLong.empty();
    }
    long magnitude = nearest(Math.abs(value));
    if (specials == Specials.FNUZ && magnitude == 0 && sign != 0) {
      return value == 0 ? OptionalLong.empty() : OptionalLong.of(0);
    }
    return magnitude > largest() ? OptionalLong.empty() : OptionalLong.of(sign | magnitude);
  }

  /** Exponent and mantissa in one sum, so that rounding up carries into the exponent. */
  private long nearest(double value) {
    int exponent = Math.max(Math.getExponent(value), 1 - bias);
    long mantissa = (long) Math.rint(Math.scalb(value, mantissaBits - exponent));
    return ((long) (exponent + bias - 1) << mantissaBits) + mantissa;
  }

  private OptionalLong nan() {
    return switch (specials) {
      case IEEE -> OptionalLong.of(largest() + 1 + hidden() / 2);
      case FN -> OptionalLong.of(largest() + 1);
      case FNUZ -> OptionalLong.of(signBit());
      case NONE -> OptionalLong.empty();
    };
  }

  private long signBit() {
    return 1L << (exponentBits + mantissaBits);
  }

  private long hidden() {
    return 1L << mantissaBits;
  }

  /** The pattern of the largest finite number. */
  private long largest() {
    return switch (specials) {
      case IEEE -> signBit() - hidden() - 1;
      case FN -> signBit() - 2;
      case FNUZ, NONE -> signBit() - 1;
    };
  }
}
