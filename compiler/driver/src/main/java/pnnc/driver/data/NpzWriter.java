package pnnc.driver.data;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import pnnc.ir.network.Tensor;

/**
 * Writes tensors as an `.npz` archive. The same tensors give the same bytes on any machine: entries
 * are stored (what deflate makes differs between zlib versions) and carry a fixed date.
 */
public final class NpzWriter {
  /** The first instant of 1980 would make the JDK add a second date, in the local time zone. */
  private static final LocalDateTime DATE = LocalDateTime.of(1980, 2, 1, 0, 0);

  private NpzWriter() {}

  /**
   * Writes {@code arrays}, in the map's order. Each tensor is read twice: a stored entry begins
   * with its checksum.
   *
   * @param out not closed
   * @throws IllegalArgumentException for strings and complex numbers
   */
  public static void write(Map<String, Tensor> arrays, OutputStream out) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    for (Map.Entry<String, Tensor> array : arrays.entrySet()) {
      ZipEntry entry = new ZipEntry(array.getKey() + ".npy");
      entry.setTimeLocal(DATE);
      entry.setMethod(ZipEntry.STORED);
      entry.setSize(NpyWriter.size(array.getValue()));
      entry.setCrc(checksum(array.getValue()));
      zip.putNextEntry(entry);
      NpyWriter.write(array.getValue(), zip);
      zip.closeEntry();
    }
    zip.finish();
  }

  private static long checksum(Tensor tensor) throws IOException {
    CRC32 crc = new CRC32();
    NpyWriter.write(tensor, new CheckedOutputStream(OutputStream.nullOutputStream(), crc));
    return crc.getValue();
  }
}
