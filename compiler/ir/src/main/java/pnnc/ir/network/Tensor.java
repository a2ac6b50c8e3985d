package pnnc.ir.network;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.OptionalLong;
import pnnc.base.bytes.ByteSource;
import pnnc.base.shape.Shape;

/**
 * A constant array. The data may lie in a mapped file; see {@link TensorElements} for reading
 * numbers out of it.
 *
 * @param type what the elements are
 * @param shape all sizes known; their product fits a {@code long}
 * @param data as many elements as the shape says
 */
public record Tensor(ElementType type, Shape shape, TensorData data) {
  public Tensor {
    OptionalLong elements = shape.elements();
    if (elements.isEmpty()) {
      throw new IllegalArgumentException("a constant needs a known, countable shape: " + shape);
    }
    check(type, elements.getAsLong(), data);
  }

  private static void check(ElementType type, long elements, TensorData data) {
    if (data instanceof TensorData.Strings s) {
      require(type == ElementType.STRING && s.elements().size() == elements, type, elements);
    } else if (data instanceof TensorData.Splat s) {
      require(type.bits() >= 8 && s.element().size() == type.bits() / 8, type, elements);
    } else if (data instanceof TensorData.Bytes b) {
      require(type.bytes(elements).equals(OptionalLong.of(b.source().size())), type, elements);
    }
  }

  private static void require(boolean fits, ElementType type, long elements) {
    if (!fits) {
      throw new IllegalArgumentException(
          "data do not fit %d elements of %s".formatted(elements, type));
    }
  }

  /** The number of elements. */
  public long elements() {
    return shape.elements().getAsLong();
  }

  /** A tensor of 64-bit integers. */
  public static Tensor ofLongs(Shape shape, long... values) {
    byte[] bytes = new byte[values.length * Long.BYTES];
    littleEndian(bytes).asLongBuffer().put(values);
    return new Tensor(ElementType.I64, shape, TensorData.of(bytes));
  }

  /** A vector of 64-bit integers. */
  public static Tensor ofLongs(long... values) {
    return ofLongs(Shape.of(values.length), values);
  }

  /** A tensor of 32-bit floats. */
  public static Tensor ofFloats(Shape shape, float... values) {
    byte[] bytes = new byte[values.length * Float.BYTES];
    littleEndian(bytes).asFloatBuffer().put(values);
    return new Tensor(ElementType.F32, shape, TensorData.of(bytes));
  }

  /** A tensor of 64-bit floats. */
  public static Tensor ofDoubles(Shape shape, double... values) {
    byte[] bytes = new byte[values.length * Double.BYTES];
    littleEndian(bytes).asDoubleBuffer().put(values);
    return new Tensor(ElementType.F64, shape, TensorData.of(bytes));
  }

  /** The same elements in the same order under another shape of as many elements. */
  public Tensor reshape(Shape other) {
    return new Tensor(type, other, data);
  }

  /** The type a value has that holds this tensor. */
  public ValueType valueType() {
    return ValueType.tensor(type, shape);
  }

  /** Sizes of the dimensions. */
  public long[] sizes() {
    return shape.sizes().orElseThrow();
  }

  /**
   * The elements as bytes (see {@link TensorData.Bytes}).
   *
   * @throws IllegalStateException for strings, and for a {@link TensorData.Splat} over 2 GiB
   */
  public ByteSource bytes() {
    if (data instanceof TensorData.Bytes b) {
      return b.source();
    }
    if (data instanceof TensorData.Splat s) {
      return ByteSource.of("constant", repeat(s.element().toByteArray()));
    }
    throw new IllegalStateException("strings have no raw bytes");
  }

  private byte[] repeat(byte[] element) {
    byte[] all = new byte[Math.toIntExact(Math.multiplyExact(elements(), element.length))];
    if (element.length == 1) {
      Arrays.fill(all, element[0]);
    } else {
      for (int at = 0; at < all.length; at += element.length) {
        System.arraycopy(element, 0, all, at, element.length);
      }
    }
    return all;
  }

  private static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** The type only; the elements can be gigabytes. */
  @Override
  public String toString() {
    return valueType().toString();
  }
}
