package pnnc.driver.data;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import pnnc.base.bytes.ByteSource;
import pnnc.base.diagnostics.CompilerBug;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorData;
import pnnc.ir.network.TensorElements;

/**
 * Writes tensors as `.npy` arrays (version 1.0, row-major, little-endian). Types NumPy lacks are
 * widened exactly: small floats to {@code f4}, packed integers to {@code i1} or {@code u1}.
 */
public final class NpyWriter {
  private static final int ALIGNMENT = 64;
  private static final int WINDOW = 1 << 13;

  private NpyWriter() {}

  /**
   * Writes {@code tensor} with its header; the tensor is read window by window.
   *
   * @param out not closed
   * @throws IllegalArgumentException for strings and complex numbers
   */
  public static void write(Tensor tensor, OutputStream out) throws IOException {
    Stored stored = Stored.of(tensor.type());
    out.write(header(tensor, stored));
    if (stored.type == tensor.type() && tensor.data() instanceof TensorData.Bytes bytes) {
      copy(bytes.source(), out);
    } else {
      convert(TensorElements.of(tensor), stored.type, out);
    }
  }

  /** Bytes that {@link #write} writes. */
  static long size(Tensor tensor) {
    Stored stored = Stored.of(tensor.type());
    return header(tensor, stored).length + stored.type.bytes(tensor.elements()).getAsLong();
  }

  private record Stored(ElementType type, String descr) {
    static Stored of(ElementType type) {
      return switch (type) {
        case F64 -> new Stored(type, "<f8");
        case F32 -> new Stored(type, "<f4");
        case F16 -> new Stored(type, "<f2");
        case BF16, F8E4M3FN, F8E4M3FNUZ, F8E5M2, F8E5M2FNUZ, F4E2M1, F8E8M0 ->
            new Stored(ElementType.F32, "<f4");
        case I64 -> new Stored(type, "<i8");
        case I32 -> new Stored(type, "<i4");
        case I16 -> new Stored(type, "<i2");
        case I8 -> new Stored(type, "|i1");
        case I4, I2 -> new Stored(ElementType.I8, "|i1");
        case U64 -> new Stored(type, "<u8");
        case U32 -> new Stored(type, "<u4");
        case U16 -> new Stored(type, "<u2");
        case U8 -> new Stored(type, "|u1");
        case U4, U2 -> new Stored(ElementType.U8, "|u1");
        case BOOL -> new Stored(type, "|b1");
        case STRING, C64, C128 ->
            throw new IllegalArgumentException("no array of numbers: " + type);
      };
    }
  }

  private static byte[] header(Tensor tensor, Stored stored) {
    String dims = tensor.shape().dims().stream().map(d -> d + ",").collect(Collectors.joining(" "));
    String shape = dims.isEmpty() || tensor.shape().rank() == 1 ? dims : chop(dims);
    String text =
        "{'descr': '%s', 'fortran_order': False, 'shape': (%s), }".formatted(stored.descr, shape);
    int fixed = NpyHeader.MAGIC.length + 2 + Short.BYTES;
    int length = (fixed + text.length() + 1 + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT - fixed;
    String padded = text + " ".repeat(length - text.length() - 1) + "\n";
    byte[] bytes = new byte[fixed + length];
    ByteBuffer.wrap(bytes)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(NpyHeader.MAGIC)
        .put((byte) 1)
        .put((byte) 0)
        .putShort((short) length)
        .put(padded.getBytes(StandardCharsets.US_ASCII));
    return bytes;
  }

  private static String chop(String dims) {
    return dims.substring(0, dims.length() - 1);
  }

  private static void copy(ByteSource source, OutputStream out) throws IOException {
    WritableByteChannel channel = Channels.newChannel(out);
    for (long at = 0; at < source.size(); at += WINDOW) {
      ByteBuffer window = source.slice(at, (int) Math.min(WINDOW, source.size() - at));
      while (window.hasRemaining()) {
        channel.write(window);
      }
    }
  }

  private static void convert(TensorElements elements, ElementType type, OutputStream out)
      throws IOException {
    ElementWriter writer = ElementWriter.of(type);
    byte[] bytes = new byte[WINDOW * Long.BYTES];
    for (long at = 0; at < elements.count(); at += WINDOW) {
      ByteBuffer window = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
      int length = (int) Math.min(WINDOW, elements.count() - at);
      for (int i = 0; i < length; i++) {
        put(elements, at + i, writer, type, window);
      }
      out.write(bytes, 0, window.position());
    }
  }

  private static void put(
      TensorElements elements, long at, ElementWriter writer, ElementType type, ByteBuffer out) {
    try {
      if (type.bits() == 64 && type.isInteger()) {
        out.putLong(elements.longAt(at));
      } else {
        writer.put(out, elements.doubleAt(at));
      }
    } catch (ElementWriter.NotRepresentable e) {
      throw new CompilerBug("npy writer", e.getMessage(), e);
    }
  }
}
