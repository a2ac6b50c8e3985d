package pnnc.driver.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.shape.Dim;
import pnnc.base.shape.Shape;
import pnnc.ir.network.ElementType;

/**
 * An IDX file, as MNIST comes in: two zero bytes, a type byte, the number of dimensions, each
 * dimension as a big-endian 32-bit number, the elements, big-endian (LeCun, The MNIST database,
 * file formats). Plain or gzip-compressed.
 */
final class IdxFile {
  private static final String KIND = "IDX";
  private static final int FIXED = 4;

  private IdxFile() {}

  /** The array in {@code file}. */
  static StoredArray open(Path file, boolean compressed) throws IOException {
    try (InputStream raw = new BufferedInputStream(Files.newInputStream(file));
        InputStream in = compressed ? new GZIPInputStream(raw) : raw) {
      ArrayHeader header = header(in, file);
      int length = FIXED + Integer.BYTES * header.shape().rank();
      return compressed
          ? GzipArray.checked(new GzipArray(file, KIND, header, length))
          : PlainArray.checked(new PlainArray(file, KIND, header, length));
    }
  }

  private static ArrayHeader header(InputStream in, Path file) throws IOException {
    byte[] fixed = in.readNBytes(FIXED);
    if (fixed.length < FIXED || fixed[0] != 0 || fixed[1] != 0) {
      throw fault(file, "it does not start with two zero bytes, type and rank");
    }
    ElementType type = type(fixed[2], file);
    int rank = fixed[3] & 0xff;
    ByteBuffer sizes = ByteBuffer.wrap(in.readNBytes(Integer.BYTES * rank));
    if (sizes.remaining() < Integer.BYTES * rank) {
      throw fault(file, "the header is cut short");
    }
    Dim[] dims = new Dim[rank];
    for (int i = 0; i < rank; i++) {
      dims[i] = Dim.of(size(sizes.getInt(), file));
    }
    Shape shape = Shape.of(dims);
    if (type.bytes(shape.elements().orElse(Long.MAX_VALUE)).isEmpty()) {
      throw fault(file, "shape %s is too large to count".formatted(shape));
    }
    return new ArrayHeader(type, ByteOrder.BIG_ENDIAN, shape, false);
  }

  private static int size(int size, Path file) {
    if (size < 0) {
      throw fault(file, "dimension %d is negative".formatted(size));
    }
    return size;
  }

  private static ElementType type(byte code, Path file) {
    return switch (code) {
      case 0x08 -> ElementType.U8;
      case 0x09 -> ElementType.I8;
      case 0x0B -> ElementType.I16;
      case 0x0C -> ElementType.I32;
      case 0x0D -> ElementType.F32;
      case 0x0E -> ElementType.F64;
      default -> throw fault(file, "type byte 0x%02x is unknown".formatted(code));
    };
  }

  private static DiagnosedException fault(Path file, String what) {
    return Faults.malformed(file, KIND, what);
  }
}
