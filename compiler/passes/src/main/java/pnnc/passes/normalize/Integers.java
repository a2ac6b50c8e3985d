package pnnc.passes.normalize;

import pnnc.ir.network.ElementType;

/** The integer types that weights are quantised to. */
final class Integers {
  private Integers() {}

  /** Whether weights may be quantised to {@code type} here. */
  static boolean isKnown(ElementType type) {
    return type.isInteger() && type.bits() <= 16;
  }

  static long min(ElementType type) {
    return isSigned(type) ? -(1L << (type.bits() - 1)) : 0;
  }

  static long max(ElementType type) {
    return (1L << (isSigned(type) ? type.bits() - 1 : type.bits())) - 1;
  }

  /** The number of {@code type} nearest to the whole number {@code number}. */
  static long saturated(ElementType type, double number) {
    return (long) Math.max((double) min(type), Math.min((double) max(type), number));
  }

  private static boolean isSigned(ElementType type) {
    return switch (type) {
      case I2, I4, I8, I16 -> true;
      default -> false;
    };
  }
}
