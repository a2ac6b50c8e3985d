package pnnc.ir.network;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.OptionalLong;

/** Bits of each {@link ElementType} as Java numbers. Small floats follow the ONNX standard. */
final class Numbers {
  private static final int SCALE_BIAS = 127;
  private static final int SCALE_NAN = 0xff;

  private Numbers() {}

  /** Element {@code i} of little-endian {@code b}. */
  static double toDouble(ElementType type, ByteBuffer b, int i) {
    return decode(type, bits(type, b, i));
  }

  static long toLong(ElementType type, ByteBuffer b, int i) {
    long bits = bits(type, b, i);
    return type.isFloat() ? (long) decode(type, bits) : integer(type, bits);
  }

  /** The bit pattern of element {@code i}, not extended by its sign; at most 64 bits wide. */
  static long bits(ElementType type, ByteBuffer b, int i) {
    return switch (type.bits()) {
      case 64 -> b.getLong(8 * i);
      case 32 -> b.getInt(4 * i) & 0xffffffffL;
      case 16 -> b.getShort(2 * i) & 0xffffL;
      case 8 -> b.get(i) & 0xffL;
      case 4, 2 -> packed(b, i, type.bits());
      default -> throw new IllegalArgumentException("no single number: " + type);
    };
  }

  /** Writes a bit pattern as element {@code i}; types below a byte need zeros there before. */
  static void put(ElementType type, ByteBuffer b, int i, long bits) {
    switch (type.bits()) {
      case 64 -> b.putLong(8 * i, bits);
      case 32 -> b.putInt(4 * i, (int) bits);
      case 16 -> b.putShort(2 * i, (short) bits);
      case 8 -> b.put(i, (byte) bits);
      case 4, 2 -> {
        int perByte = 8 / type.bits();
        b.put(i / perByte, (byte) (b.get(i / perByte) | bits << (i % perByte * type.bits())));
      }
      default -> throw new IllegalArgumentException("no single number: " + type);
    }
  }

  private static long packed(ByteBuffer b, int i, int bits) {
    int perByte = 8 / bits;
    return (b.get(i / perByte) & 0xff) >> (i % perByte * bits) & ((1 << bits) - 1);
  }

  /** The number that a bit pattern stands for; 64-bit integers beyond 2⁵³ are rounded. */
  static double decode(ElementType type, long bits) {
    return switch (type) {
      case F32 -> Float.intBitsToFloat((int) bits);
      case F64 -> Double.longBitsToDouble(bits);
      case F8E8M0 ->
          bits == SCALE_NAN ? Double.NaN : Math.scalb(1.0, Math.toIntExact(bits) - SCALE_BIAS);
      case U64 -> unsigned(bits);
      default ->
          type.isFloat() ? FloatFormat.of(type).orElseThrow().decode(bits) : integer(type, bits);
    };
  }

  /** The integer that a bit pattern stands for, as two's complement; unsigned 64 bits wrap. */
  static long integer(ElementType type, long bits) {
    int unused = 64 - type.bits();
    return isSigned(type) ? bits << unused >> unused : bits;
  }

  static boolean isSigned(ElementType type) {
    return switch (type) {
      case I2, I4, I8, I16, I32, I64 -> true;
      default -> false;
    };
  }

  /** The pattern of a float type nearest to {@code value}; empty where the type has none. */
  static OptionalLong encode(ElementType type, double value) {
    return switch (type) {
      case F64 -> OptionalLong.of(Double.doubleToRawLongBits(value));
      case F32 -> encodeSingle(value);
      case F8E8M0 -> encodeScale(value);
      default -> FloatFormat.of(type).orElseThrow().encode(value);
    };
  }

  private static OptionalLong encodeSingle(double value) {
    float nearest = (float) value;
    return Float.isInfinite(nearest) && !Double.isInfinite(value)
        ? OptionalLong.empty()
        : OptionalLong.of(Float.floatToRawIntBits(nearest) & 0xffffffffL);
  }

  /** This type holds powers of two only; anything else is no value of it. */
  private static OptionalLong encodeScale(double value) {
    if (Double.isNaN(value)) {
      return OptionalLong.of(SCALE_NAN);
    }
    long bits = Math.getExponent(value) + (long) SCALE_BIAS;
    boolean exact =
        bits >= 0 && bits < SCALE_NAN && value == Math.scalb(1.0, (int) bits - SCALE_BIAS);
    return exact ? OptionalLong.of(bits) : OptionalLong.empty();
  }

  private static double unsigned(long bits) {
    return bits >= 0 ? bits : new BigInteger(Long.toUnsignedString(bits)).doubleValue();
  }
}
