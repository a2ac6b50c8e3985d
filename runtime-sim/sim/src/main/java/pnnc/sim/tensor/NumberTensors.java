package pnnc.sim.tensor;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import pnnc.base.shape.Shape;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorData;

/** Makes tensors of any common numeric type out of doubles, each rounded once. */
public final class NumberTensors {
  private NumberTensors() {}

  /**
   * The tensor nearest to {@code values}: floats to nearest, ties to even, beyond the largest to
   * infinity; integers truncated towards zero, with wrap-around; truth values by {@code ≠ 0}.
   *
   * @param type floats of 16 bits and more, integers of 8 bits and more, truth values
   * @param values as many as {@code shape} has elements, row-major; not modified
   */
  public static Tensor of(ElementType type, Shape shape, double... values) {
    int width = type.bits() / 8;
    byte[] bytes = new byte[Math.multiplyExact(values.length, width)];
    ByteBuffer into = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    switch (type) {
      case F64 -> into.asDoubleBuffer().put(values);
      case F32 -> {
        for (double value : values) {
          into.putFloat((float) value);
        }
      }
      default -> {
        for (double value : values) {
          put(type, into, value);
        }
      }
    }
    return new Tensor(type, shape, TensorData.of(bytes));
  }

  private static void put(ElementType type, ByteBuffer into, double value) {
    switch (type) {
      case F16 -> into.putShort(shortFloat(value, 5, 10));
      case BF16 -> into.putShort(shortFloat(value, 8, 7));
      case BOOL -> into.put((byte) (value != 0 ? 1 : 0));
      case I8, U8 -> into.put((byte) (long) value);
      case I16, U16 -> into.putShort((short) (long) value);
      case I32, U32 -> into.putInt((int) (long) value);
      case I64, U64 -> into.putLong((long) value);
      default -> throw new IllegalArgumentException("cannot make a tensor of " + type);
    }
  }

  /** IEEE-754 pattern of 16 bits. The sum lets a mantissa that rounds up carry over. */
  private static short shortFloat(double value, int exponentBits, int mantissaBits) {
    int sign = Double.doubleToRawLongBits(value) < 0 ? 0x8000 : 0;
    int infinity = ((1 << exponentBits) - 1) << mantissaBits;
    if (Double.isNaN(value)) {
      return (short) (infinity | 1 << (mantissaBits - 1));
    }
    int bias = (1 << (exponentBits - 1)) - 1;
    int exponent = Math.max(Math.getExponent(value), 1 - bias);
    if (exponent > bias) {
      return (short) (sign | infinity);
    }
    long mantissa = (long) Math.rint(Math.scalb(Math.abs(value), mantissaBits - exponent));
    return (short) (sign | (int) (((long) (exponent + bias - 1) << mantissaBits) + mantissa));
  }
}
