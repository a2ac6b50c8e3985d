package pnnc.driver.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import pnnc.base.shape.Dim;
import pnnc.base.shape.Shape;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.TensorElements;

/** Data files built byte by byte, and short ways to read them. */
final class DataFiles {
  private DataFiles() {}

  /** A version 1.0 array. */
  static byte[] npy(String descr, String shape, byte[] data) {
    return npy(1, "{'descr': '%s', 'fortran_order': False, 'shape': %s, }", descr, shape, data);
  }

  /** An array of any version and dictionary. */
  static byte[] npy(int version, String dictionary, String descr, String shape, byte[] data) {
    byte[] text = (dictionary.formatted(descr, shape) + "\n").getBytes(StandardCharsets.UTF_8);
    ByteBuffer out = ByteBuffer.allocate(12 + text.length + data.length);
    out.order(ByteOrder.LITTLE_ENDIAN).put((byte) 0x93);
    out.put("NUMPY".getBytes(StandardCharsets.US_ASCII)).put((byte) version).put((byte) 0);
    if (version == 1) {
      out.putShort((short) text.length);
    } else {
      out.putInt(text.length);
    }
    return head(out.put(text).put(data));
  }

  /** An IDX file. */
  static byte[] idx(int type, int[] dims, byte[] data) {
    ByteBuffer out = ByteBuffer.allocate(4 + 4 * dims.length + data.length);
    out.put((byte) 0).put((byte) 0).put((byte) type).put((byte) dims.length);
    for (int dim : dims) {
      out.putInt(dim);
    }
    return head(out.put(data));
  }

  /** Whole numbers as elements of {@code bits} bits. */
  static byte[] integers(ByteOrder order, int bits, long... values) {
    ByteBuffer out = ByteBuffer.allocate(values.length * bits / 8).order(order);
    for (long value : values) {
      switch (bits) {
        case 8 -> out.put((byte) value);
        case 16 -> out.putShort((short) value);
        case 32 -> out.putInt((int) value);
        default -> out.putLong(value);
      }
    }
    return head(out);
  }

  static byte[] floats(ByteOrder order, double... values) {
    ByteBuffer out = ByteBuffer.allocate(4 * values.length).order(order);
    for (double value : values) {
      out.putFloat((float) value);
    }
    return head(out);
  }

  static byte[] doubles(ByteOrder order, double... values) {
    ByteBuffer out = ByteBuffer.allocate(8 * values.length).order(order);
    for (double value : values) {
      out.putDouble(value);
    }
    return head(out);
  }

  private static byte[] head(ByteBuffer written) {
    byte[] bytes = new byte[written.flip().remaining()];
    written.get(bytes);
    return bytes;
  }

  static byte[] gzip(byte[] data) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** An archive whose entries are stored or deflated. */
  static byte[] npz(int method, Map<String, byte[]> arrays) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> array : arrays.entrySet()) {
        zip.putNextEntry(entry(method, array.getKey() + ".npy", array.getValue()));
        zip.write(array.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static ZipEntry entry(int method, String name, byte[] data) {
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(method);
    if (method == ZipEntry.STORED) {
      CRC32 crc = new CRC32();
      crc.update(data);
      entry.setSize(data.length);
      entry.setCrc(crc.getValue());
    }
    return entry;
  }

  static Path write(Path folder, String name, byte[] bytes) {
    try {
      return Files.write(folder.resolve(name), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path write(Path folder, String name, String text) {
    return write(folder, name, text.getBytes(StandardCharsets.UTF_8));
  }

  /** An input called {@code x}, its first dimension a name. */
  static InputSpec batch(ElementType type, long... sizes) {
    List<Dim> dims = new ArrayList<>(List.of(Dim.of("N")));
    dims.addAll(Shape.of(sizes).dims());
    return new InputSpec("x", type, Optional.of(new Shape(dims)));
  }

  static List<Sample> all(DataOptions options, InputSpec... inputs) {
    return from(0, options, inputs);
  }

  static List<Sample> from(long first, DataOptions options, InputSpec... inputs) {
    try (SampleSource source = SampleSources.open(options, List.of(inputs));
        SampleCursor cursor = source.cursor(first)) {
      List<Sample> all = new ArrayList<>();
      cursor.forEachRemaining(all::add);
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The numbers of input {@code x}. */
  static double[] numbers(Sample sample) {
    return TensorElements.of(sample.inputs().get("x")).toDoubles();
  }
}
