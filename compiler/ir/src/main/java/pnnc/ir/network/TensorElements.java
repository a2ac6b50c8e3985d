package pnnc.ir.network;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Objects;
import pnnc.base.bytes.ByteSource;

/**
 * Reads the numbers in a {@link Tensor} of any numeric type, by position or by range, without
 * copying the whole. Safe for use by many threads.
 */
public final class TensorElements {
  private final ElementType type;
  private final ByteSource source;
  private final boolean splat;
  private final long count;

  private TensorElements(ElementType type, ByteSource source, boolean splat, long count) {
    this.type = type;
    this.source = source;
    this.splat = splat;
    this.count = count;
  }

  /**
   * The elements of {@code tensor}.
   *
   * @throws IllegalArgumentException for strings and complex numbers
   */
  public static TensorElements of(Tensor tensor) {
    if (tensor.type() == ElementType.STRING
        || tensor.type() == ElementType.C64
        || tensor.type() == ElementType.C128) {
      throw new IllegalArgumentException("not real numbers: " + tensor);
    }
    if (tensor.data() instanceof TensorData.Splat s) {
      ByteSource one = ByteSource.of("constant", s.element().toByteArray());
      return new TensorElements(tensor.type(), one, true, tensor.elements());
    }
    return new TensorElements(tensor.type(), tensor.bytes(), false, tensor.elements());
  }

  public long count() {
    return count;
  }

  /**
   * Copies elements as doubles; 64-bit integers beyond 2⁵³ are rounded.
   *
   * @param from first element, row-major
   * @param into overwritten from index {@code at}, {@code length} elements
   */
  public void read(long from, double[] into, int at, int length) {
    Objects.checkFromIndexSize(from, length, count);
    if (length == 0) {
      return;
    }
    Window w = window(from, length);
    for (int i = 0; i < length; i++) {
      into[at + i] = Numbers.toDouble(type, w.bytes, w.first + (splat ? 0 : i));
    }
  }

  /** The element at {@code index} as a double. */
  public double doubleAt(long index) {
    double[] one = new double[1];
    read(index, one, 0, 1);
    return one[0];
  }

  /** The element at {@code index} as a {@code long}; floats are truncated towards zero. */
  public long longAt(long index) {
    Objects.checkIndex(index, count);
    Window w = window(index, 1);
    return Numbers.toLong(type, w.bytes, w.first);
  }

  /** All elements as {@code long}s; for shapes, axes and the like. */
  public long[] toLongs() {
    long[] all = new long[Math.toIntExact(count)];
    if (all.length > 0) {
      Window w = window(0, all.length);
      Arrays.setAll(all, i -> Numbers.toLong(type, w.bytes, w.first + (splat ? 0 : i)));
    }
    return all;
  }

  /** All elements as doubles. */
  public double[] toDoubles() {
    double[] all = new double[Math.toIntExact(count)];
    read(0, all, 0, all.length);
    return all;
  }

  /** Bytes that hold the elements from {@code from}; the first is element {@code first} of them. */
  private Window window(long from, int length) {
    if (splat) {
      return new Window(source.slice(0, (int) source.size()).order(ByteOrder.LITTLE_ENDIAN), 0);
    }
    long firstByte = from * type.bits() / 8;
    long endByte = ((from + length) * type.bits() + 7) / 8;
    ByteBuffer bytes = source.slice(firstByte, Math.toIntExact(endByte - firstByte));
    int first = type.bits() < 8 ? (int) (from % (8 / type.bits())) : 0;
    return new Window(bytes.order(ByteOrder.LITTLE_ENDIAN), first);
  }

  private record Window(ByteBuffer bytes, int first) {}
}
