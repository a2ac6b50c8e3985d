package pnnc.passes.normalize;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorData;
import pnnc.ir.network.TensorElements;

/** Constants of the integer types that weights are quantised to. */
final class Integers {
  private static final int CHUNK = 8192;

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

  private static boolean isSigned(ElementType type) {
    return switch (type) {
      case I2, I4, I8, I16, I32, I64 -> true;
      default -> false;
    };
  }

  /** {@code tensor} element by element as whole numbers of {@code type}, saturated. */
  static Tensor map(Tensor tensor, ElementType type, Tensors.ElementMap map) {
    int count = Math.toIntExact(tensor.elements());
    byte[] array = new byte[(int) type.bytes(count).getAsLong()];
    ByteBuffer bytes = ByteBuffer.wrap(array).order(ByteOrder.LITTLE_ENDIAN);
    double[] chunk = new double[Math.min(CHUNK, count)];
    for (int from = 0; from < count; from += CHUNK) {
      int length = Math.min(CHUNK, count - from);
      TensorElements.of(tensor).read(from, chunk, 0, length);
      for (int i = 0; i < length; i++) {
        double number = map.apply(from + i, chunk[i]);
        put(
            type,
            bytes,
            from + i,
            (long) Math.max((double) min(type), Math.min((double) max(type), number)));
      }
    }
    return new Tensor(type, tensor.shape(), TensorData.of(array));
  }

  /** Writes a number; below a byte it may be written once only, into zeros. */
  static void put(ElementType type, ByteBuffer bytes, int index, long number) {
    switch (type.bits()) {
      case 16 -> bytes.putShort(2 * index, (short) number);
      case 8 -> bytes.put(index, (byte) number);
      default -> {
        int perByte = 8 / type.bits();
        long bits = number & ((1L << type.bits()) - 1);
        int at = index / perByte;
        bytes.put(at, (byte) (bytes.get(at) | bits << (index % perByte * type.bits())));
      }
    }
  }
}
