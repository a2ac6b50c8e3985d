package pnnc.ir.network;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import pnnc.base.shape.Shape;

/**
 * Makes a constant, element by element, in memory; the counterpart of {@link TensorElements}. Each
 * element is written at most once. Not thread-safe.
 */
public final class TensorWriter {
  private final ElementType type;
  private final Shape shape;
  private final byte[] array;
  private final ByteBuffer bytes;

  /**
   * All elements are zero.
   *
   * @param type integers, or floats with infinities
   * @param shape all sizes known
   * @throws ArithmeticException if the elements take 2 GiB or more
   */
  public TensorWriter(ElementType type, Shape shape) {
    this.type = type;
    this.shape = shape;
    this.array = new byte[Math.toIntExact(type.bytes(shape.elements().getAsLong()).getAsLong())];
    this.bytes = ByteBuffer.wrap(array).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Writes a float, rounded to the nearest of its type, ties to even; too large, an infinity. */
  public void put(int index, double value) {
    Numbers.put(type, bytes, index, pattern(type, value));
  }

  /** Writes an integer, of which the low bits count. */
  public void put(int index, long value) {
    Numbers.put(type, bytes, index, value & (-1L >>> (64 - type.bits())));
  }

  /** The constant; the writer must not be used any more. */
  public Tensor build() {
    return new Tensor(type, shape, TensorData.of(array));
  }

  /** What {@link #put(int, double)} makes of {@code value}. */
  public static double round(ElementType type, double value) {
    return Numbers.decode(type, pattern(type, value));
  }

  private static long pattern(ElementType type, double value) {
    return Numbers.encode(type, value).orElseGet(() -> infinity(type, value));
  }

  private static long infinity(ElementType type, double value) {
    double infinity = Math.copySign(Double.POSITIVE_INFINITY, value);
    return Numbers.encode(type, infinity)
        .orElseThrow(() -> new IllegalArgumentException(type + " has no " + value));
  }
}
