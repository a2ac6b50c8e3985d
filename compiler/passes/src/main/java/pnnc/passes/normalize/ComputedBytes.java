package pnnc.passes.normalize;

import java.nio.ByteBuffer;
import java.util.Objects;
import pnnc.base.bytes.ByteSource;
import pnnc.base.shape.Shape;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorData;
import pnnc.ir.network.TensorWriter;

/**
 * Elements that are computed whenever somebody asks for them: a constant made out of another one
 * takes no memory, however many such constants a model has. Any range has the bytes that it has in
 * the whole. Safe for many threads.
 */
final class ComputedBytes implements ByteSource {
  /** In bytes; what is not larger is computed once and kept. */
  static final int MOST_KEPT = 64 << 10;

  private final ElementType type;
  private final long count;
  private final Filler filler;

  private ComputedBytes(ElementType type, long count, Filler filler) {
    this.type = type;
    this.count = count;
    this.filler = filler;
  }

  /** Computes a range of elements. A function of its arguments, which many threads may call. */
  @FunctionalInterface
  interface Filler {
    /** Puts the elements {@code [from, from + length)}, row-major, to {@code into} from 0 on. */
    void fill(long from, int length, TensorWriter into);
  }

  /** The tensor of what {@code filler} computes; from {@link #MOST_KEPT} on, when it is read. */
  static Tensor tensor(ElementType type, Shape shape, Filler filler) {
    long count = shape.elements().orElseThrow();
    ComputedBytes bytes = new ComputedBytes(type, count, filler);
    return bytes.size() <= MOST_KEPT
        ? bytes.elements(0, (int) count).reshape(shape)
        : new Tensor(type, shape, new TensorData.Bytes(bytes));
  }

  @Override
  public String name() {
    return "computed";
  }

  @Override
  public long size() {
    return type.bytes(count).orElseThrow();
  }

  @Override
  public ByteBuffer slice(long offset, int length) {
    Objects.checkFromIndexSize(offset, length, size());
    if (length == 0) {
      return ByteBuffer.allocate(0).asReadOnlyBuffer();
    }
    long first = offset * Byte.SIZE / type.bits();
    long end = ((offset + length) * Byte.SIZE + type.bits() - 1) / type.bits();
    Tensor range = elements(first, Math.toIntExact(Math.min(end, count) - first));
    return range.bytes().slice(offset - first * type.bits() / Byte.SIZE, length);
  }

  /** A vector of some of the elements; where one shares a byte with another, the first of it. */
  private Tensor elements(long from, int length) {
    TensorWriter writer = new TensorWriter(type, Shape.of(length));
    filler.fill(from, length, writer);
    return writer.build();
  }
}
