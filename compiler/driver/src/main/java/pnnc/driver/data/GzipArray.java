package pnnc.driver.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.Place;

/**
 * An array whose elements follow a header in a gzip-compressed file.
 *
 * @param file where it is
 * @param kind what is inside: {@code IDX}
 * @param header what its header says
 * @param dataOffset bytes before the first element, after decompression
 */
record GzipArray(Path file, String kind, ArrayHeader header, long dataOffset)
    implements StoredArray {

  /** {@code array}, if so few compressed bytes can hold what its header says. */
  static GzipArray checked(GzipArray array) throws IOException {
    Deflate.require(array, Files.size(array.file));
    return array;
  }

  @Override
  public String name() {
    return file.toString();
  }

  @Override
  public InputStream open(long from) throws IOException {
    InputStream in = new GZIPInputStream(Files.newInputStream(file), 1 << 16);
    try {
      in.skipNBytes(dataOffset + from);
      return new BufferedInputStream(in, 1 << 16);
    } catch (IOException | RuntimeException failed) {
      in.close();
      throw failed;
    }
  }

  @Override
  public DiagnosedException fault(String what, long at) {
    String where = what + " (%d bytes into the elements)".formatted(at);
    return Faults.malformed(name(), "gzip " + kind, where, new Place.WholeFile(name()));
  }
}
