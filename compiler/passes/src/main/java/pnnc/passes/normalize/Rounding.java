package pnnc.passes.normalize;

import java.nio.ByteBuffer;
import pnnc.ir.network.ElementType;

/** Doubles into the float types that weights have: one rounding, to nearest, ties to even. */
final class Rounding {
  private Rounding() {}

  /** Whether {@code type} is a type that weights may have. */
  static boolean knows(ElementType type) {
    return switch (type) {
      case F64, F32, F16, BF16 -> true;
      default -> false;
    };
  }

  /** The number of {@code type} nearest to {@code value}; beyond its range an infinity. */
  static double to(ElementType type, double value) {
    return switch (type) {
      case F64 -> value;
      case F32 -> (float) value;
      case F16 -> round(value, 10, 15);
      case BF16 -> round(value, 7, 127);
      default -> throw new IllegalArgumentException("weights are no " + type);
    };
  }

  /** Writes {@code value}, rounded, as element {@code index} of little-endian {@code bytes}. */
  static void put(ElementType type, ByteBuffer bytes, int index, double value) {
    switch (type) {
      case F64 -> bytes.putDouble(8 * index, value);
      case F32 -> bytes.putFloat(4 * index, (float) value);
      case F16 -> bytes.putShort(2 * index, pattern(value, 10, 15));
      case BF16 -> bytes.putShort(2 * index, pattern(value, 7, 127));
      default -> throw new IllegalArgumentException("weights are no " + type);
    }
  }

  private static double round(double value, int mantissa, int bias) {
    int exponent = Math.max(Math.getExponent(value), 1 - bias);
    double rounded =
        Double.isFinite(value)
            ? Math.scalb(Math.rint(Math.scalb(value, mantissa - exponent)), exponent - mantissa)
            : value;
    return Math.getExponent(rounded) > bias ? Math.copySign(1.0 / 0, rounded) : rounded;
  }

  private static short pattern(double value, int mantissa, int bias) {
    int sign = value < 0 || 1 / value < 0 ? 1 << 15 : 0;
    int infinity = (2 * bias + 1) << mantissa;
    double magnitude = Math.abs(round(value, mantissa, bias));
    if (Double.isNaN(magnitude)) {
      return (short) (infinity | 1 << (mantissa - 1));
    }
    if (Double.isInfinite(magnitude)) {
      return (short) (sign | infinity);
    }
    int exponent = Math.max(Math.getExponent(magnitude), 1 - bias);
    int digits = (int) Math.scalb(magnitude, mantissa - exponent);
    return (short) (sign | (((exponent + bias - 1) << mantissa) + digits));
  }
}
