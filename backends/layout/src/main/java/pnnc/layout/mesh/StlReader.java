package pnnc.layout.mesh;

import java.nio.ByteBuffer;
import pnnc.base.bytes.ByteSource;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.layout.text.ByteCursor;

/**
 * Reads STL, binary or text, in bounded memory. Normals are not looked at: the order of corners
 * says the same, and many programs write zeros.
 *
 * <p>A file whose length fits the number of facets at byte 80 is binary, whatever it begins with;
 * else one that begins with {@code solid} is text. Text may hold several solids.
 */
public final class StlReader {
  private static final int HEADER = 84;
  private static final int FACET = 50;
  private static final int FACETS_AT_ONCE = 1 << 11;

  private final ByteSource source;
  private final TriangleSink sink;
  private final double[] corners = new double[9];
  private long count;

  private StlReader(ByteSource source, TriangleSink sink) {
    this.source = source;
    this.sink = sink;
  }

  /**
   * Gives all triangles of {@code source} to {@code sink}, which may have taken a part of them when
   * a fault comes up.
   *
   * @return how many there were
   * @throws DiagnosedException with the place, if the file is no STL or is damaged
   */
  public static long read(ByteSource source, TriangleSink sink) {
    return new StlReader(source, sink).run();
  }

  private long run() {
    ByteCursor cursor = new ByteCursor(source);
    long said = source.size() < HEADER ? 0 : source.slice(80, 4).getInt() & 0xFFFF_FFFFL;
    long length = HEADER + FACET * said;
    if (source.size() == length) {
      binary(cursor, said);
    } else if (isText()) {
      new StlText(cursor, this::facet).read();
    } else {
      long at = Math.min(80, source.size());
      throw cursor.faultAt(at, DiagnosticCode.STL_LENGTH, said, length, source.size());
    }
    return count;
  }

  private boolean isText() {
    if (source.size() < 5) {
      return false;
    }
    byte[] first = new byte[5];
    source.slice(0, 5).get(first);
    for (int i = 0; i < 5; i++) {
      if ((first[i] | 0x20) != "solid".charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private void binary(ByteCursor cursor, long facets) {
    for (long done = 0; done < facets; done += FACETS_AT_ONCE) {
      int some = (int) Math.min(FACETS_AT_ONCE, facets - done);
      long offset = HEADER + done * FACET;
      ByteBuffer bytes = source.slice(offset, some * FACET);
      for (int i = 0; i < some; i++) {
        for (int k = 0; k < 9; k++) {
          corners[k] = bytes.getFloat(i * FACET + 12 + 4 * k);
        }
        facet(cursor, offset + (long) i * FACET, corners);
      }
    }
  }

  private void facet(ByteCursor cursor, long offset, double[] nine) {
    for (double coordinate : nine) {
      if (!Double.isFinite(coordinate)) {
        throw cursor.faultAt(offset, DiagnosticCode.STL_VALUE, count + 1, coordinate);
      }
    }
    sink.triangle(nine);
    count++;
  }
}
