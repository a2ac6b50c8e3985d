package pnnc.driver.data;

import java.nio.ByteBuffer;
import pnnc.ir.network.ElementType;

/**
 * Numbers as elements of a tensor. Floats are rounded to nearest, ties to even; whole-number types
 * take whole numbers in their range only.
 */
final class ElementWriter {
  private static final double TWO_63 = 0x1p63;

  private final ElementType type;

  private ElementWriter(ElementType type) {
    this.type = type;
  }

  /** A number that the element type cannot hold; the message says which and why. */
  static final class NotRepresentable extends Exception {
    private static final long serialVersionUID = 1L;

    NotRepresentable(String what) {
      super(what, null, false, false);
    }
  }

  /** Whether data files can feed elements of {@code type}. */
  static boolean supports(ElementType type) {
    return switch (type) {
      case F64, F32, F16, BF16, I64, U64, I32, U32, I16, U16, I8, U8, BOOL -> true;
      default -> false;
    };
  }

  /** A writer of {@code type}, which must be supported. */
  static ElementWriter of(ElementType type) {
    if (!supports(type)) {
      throw new IllegalArgumentException("no data file holds " + type);
    }
    return new ElementWriter(type);
  }

  /** Appends {@code value} to little-endian {@code out}. */
  void put(ByteBuffer out, double value) throws NotRepresentable {
    if (type.isFloat()) {
      putFloat(out, value);
    } else if (type == ElementType.BOOL) {
      out.put((byte) (value != 0 ? 1 : 0));
    } else {
      putWhole(out, value);
    }
  }

  private void putFloat(ByteBuffer out, double value) throws NotRepresentable {
    if (Double.isFinite(value) && Math.abs(value) >= overflow()) {
      throw new NotRepresentable(value + " is beyond the range of " + type);
    }
    switch (type) {
      case F64 -> out.putDouble(value);
      case F32 -> out.putFloat((float) value);
      case F16 -> out.putShort((short) small(value, 10, -14));
      default -> out.putShort((short) small(value, 7, -126));
    }
  }

  /** The least magnitude that rounds to infinity: half a unit above the largest number. */
  private double overflow() {
    return switch (type) {
      case F64 -> Double.POSITIVE_INFINITY;
      case F32 -> 0x1.ffffffp127;
      case F16 -> 65520;
      default -> 0x1.ffp127;
    };
  }

  /** Bits of an IEEE-like number whose exponent field starts at {@code minExponent} for 1. */
  private static int small(double value, int mantissaBits, int minExponent) {
    int sign = value < 0 || 1 / value < 0 ? 0x8000 : 0;
    int infinity = (1 << 15) - (1 << mantissaBits);
    if (Double.isNaN(value)) {
      return infinity | 1 << (mantissaBits - 1);
    }
    if (Double.isInfinite(value)) {
      return sign | infinity;
    }
    int exponent = Math.max(Math.getExponent(value), minExponent);
    double units = Math.rint(Math.scalb(Math.abs(value), mantissaBits - exponent));
    // The implicit leading one of `units` carries into the exponent field by addition.
    return sign | ((exponent - minExponent) << mantissaBits) + (int) units;
  }

  private void putWhole(ByteBuffer out, double value) throws NotRepresentable {
    if (Math.rint(value) != value || Math.abs(value) > 2 * TWO_63) {
      throw new NotRepresentable(DecimalText.plain(value) + " is not a whole number of " + type);
    }
    if (type == ElementType.U64 && value >= TWO_63 && value < 2 * TWO_63) {
      out.putLong((long) (value - TWO_63) ^ Long.MIN_VALUE);
    } else if (value < -TWO_63 || value >= TWO_63) {
      throw beyond(DecimalText.plain(value));
    } else {
      put(out, (long) value);
    }
  }

  /** Appends {@code value} to little-endian {@code out}. */
  void put(ByteBuffer out, long value) throws NotRepresentable {
    if (type.isFloat() || type == ElementType.BOOL) {
      put(out, (double) value);
      return;
    }
    if (value < least() || value > largest()) {
      throw beyond(Long.toString(value));
    }
    switch (type.bits()) {
      case 8 -> out.put((byte) value);
      case 16 -> out.putShort((short) value);
      case 32 -> out.putInt((int) value);
      default -> out.putLong(value);
    }
  }

  private NotRepresentable beyond(String value) {
    return new NotRepresentable(value + " is beyond the range of " + type);
  }

  private boolean signed() {
    return switch (type) {
      case I64, I32, I16, I8 -> true;
      default -> false;
    };
  }

  private long least() {
    return signed() ? Long.MIN_VALUE >> (64 - type.bits()) : 0;
  }

  private long largest() {
    return type == ElementType.U64
        ? Long.MAX_VALUE
        : Long.MAX_VALUE >> (64 - type.bits() - (signed() ? 0 : 1));
  }
}
