package pnnc.ir.network;

import java.math.BigInteger;
import java.nio.ByteBuffer;

/** Bits of each {@link ElementType} as Java numbers. Small floats follow the ONNX standard. */
final class Numbers {
  private Numbers() {}

  /** Element {@code i} of little-endian {@code b}. */
  static double toDouble(ElementType type, ByteBuffer b, int i) {
    return switch (type) {
      case F32 -> b.getFloat(4 * i);
      case F64 -> b.getDouble(8 * i);
      case F16 -> half(b.getShort(2 * i));
      case BF16 -> Float.intBitsToFloat(b.getShort(2 * i) << 16);
      case F8E4M3FN -> small(b.get(i) & 0xff, 4, 3, 7, Specials.FN);
      case F8E4M3FNUZ -> small(b.get(i) & 0xff, 4, 3, 8, Specials.FNUZ);
      case F8E5M2 -> small(b.get(i) & 0xff, 5, 2, 15, Specials.IEEE);
      case F8E5M2FNUZ -> small(b.get(i) & 0xff, 5, 2, 16, Specials.FNUZ);
      case F4E2M1 -> small(packed(b, i, 4), 2, 1, 1, Specials.NONE);
      case F8E8M0 ->
          (b.get(i) & 0xff) == 0xff ? Double.NaN : Math.scalb(1.0, (b.get(i) & 0xff) - 127);
      case U64 -> unsigned(b.getLong(8 * i));
      default -> toLong(type, b, i);
    };
  }

  static long toLong(ElementType type, ByteBuffer b, int i) {
    return switch (type) {
      case I64, U64 -> b.getLong(8 * i);
      case I32 -> b.getInt(4 * i);
      case U32 -> b.getInt(4 * i) & 0xffffffffL;
      case I16 -> b.getShort(2 * i);
      case U16 -> b.getShort(2 * i) & 0xffff;
      case I8 -> b.get(i);
      case U8, BOOL -> b.get(i) & 0xff;
      case U4 -> packed(b, i, 4);
      case I4 -> packed(b, i, 4) << 28 >> 28;
      case U2 -> packed(b, i, 2);
      case I2 -> packed(b, i, 2) << 30 >> 30;
      default -> (long) toDouble(type, b, i);
    };
  }

  private static int packed(ByteBuffer b, int i, int bits) {
    int perByte = 8 / bits;
    return (b.get(i / perByte) & 0xff) >> (i % perByte * bits) & ((1 << bits) - 1);
  }

  private static double unsigned(long bits) {
    return bits >= 0 ? bits : new BigInteger(Long.toUnsignedString(bits)).doubleValue();
  }

  private static double half(short bits) {
    return small(bits & 0xffff, 5, 10, 15, Specials.IEEE);
  }

  /** What the bit patterns at the ends of a small float's range mean. */
  private enum Specials {
    /** Infinities and NaNs as in IEEE 754. */
    IEEE,
    /** No infinities; all ones is NaN. */
    FN,
    /** No infinities; the pattern of minus zero is NaN. */
    FNUZ,
    /** Every pattern is a number. */
    NONE
  }

  private static double small(
      int bits, int exponentBits, int mantissaBits, int bias, Specials kind) {
    int sign = bits >> (exponentBits + mantissaBits);
    int exponent = bits >> mantissaBits & ((1 << exponentBits) - 1);
    int mantissa = bits & ((1 << mantissaBits) - 1);
    int allOnes = (1 << exponentBits) - 1;
    int fullMantissa = (1 << mantissaBits) - 1;
    double magnitude =
        exponent == 0
            ? Math.scalb((double) mantissa, 1 - bias - mantissaBits)
            : Math.scalb(1 + Math.scalb((double) mantissa, -mantissaBits), exponent - bias);
    boolean top = exponent == allOnes;
    if (kind == Specials.IEEE && top) {
      magnitude = mantissa == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
    } else if (kind == Specials.FN && top && mantissa == fullMantissa) {
      magnitude = Double.NaN;
    } else if (kind == Specials.FNUZ && sign == 1 && exponent == 0 && mantissa == 0) {
      magnitude = Double.NaN;
    }
    return sign == 1 ? -magnitude : magnitude;
  }
}
