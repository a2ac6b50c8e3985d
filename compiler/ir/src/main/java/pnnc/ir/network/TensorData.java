package pnnc.ir.network;

import java.nio.ByteBuffer;
import java.util.List;
import pnnc.base.bytes.Blob;
import pnnc.base.bytes.ByteSource;

/** Where the elements of a {@link Tensor} are. Nothing is read before somebody asks. */
public sealed interface TensorData {
  /**
   * Elements as they stand in memory or in a mapped file: row-major, little-endian, types below a
   * byte packed from the least significant bit (ONNX {@code raw_data}).
   */
  record Bytes(ByteSource source) implements TensorData {
    @Override
    public boolean equals(Object other) {
      return other instanceof Bytes b && ByteContents.equal(source, b.source);
    }

    @Override
    public int hashCode() {
      return Long.hashCode(source.size());
    }
  }

  /**
   * One element many times over: a weight of {@code ConstantOfShape} costs no memory.
   *
   * @param element the bytes of one element, little-endian; never a type below a byte
   */
  record Splat(Blob element) implements TensorData {}

  /** The elements of a string tensor, in row-major order. */
  record Strings(List<Blob> elements) implements TensorData {
    public Strings {
      elements = List.copyOf(elements);
    }
  }

  /** Data in an array that the caller gives up. */
  static TensorData of(byte[] bytes) {
    return new Bytes(ByteSource.of("memory", bytes));
  }

  /** Data in a buffer's remaining bytes, copied. */
  static TensorData copyOf(ByteBuffer bytes) {
    byte[] copy = new byte[bytes.remaining()];
    bytes.duplicate().get(copy);
    return of(copy);
  }
}
