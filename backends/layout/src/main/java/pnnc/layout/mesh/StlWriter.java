package pnnc.layout.mesh;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Writes binary STL, the same bytes for the same triangles. The file says first how many there are,
 * so they are counted before: surfaces that are made twice come out the same.
 *
 * <p>Coordinates are rounded to 32-bit floating point; normals are computed from what is written,
 * and zero for triangles without area.
 */
public final class StlWriter implements TriangleSink, AutoCloseable {
  private static final int HEADER = 80;
  private static final int FACET = 50;
  private static final long MOST = 0xFFFF_FFFFL;

  private final OutputStream out;
  private final long count;
  private final ByteBuffer buffer = ByteBuffer.allocate(FACET << 11).order(ByteOrder.LITTLE_ENDIAN);
  private final float[] corners = new float[9];
  private long written;

  /**
   * Begins a file.
   *
   * @param title up to 80 characters of ASCII, not beginning with {@code solid}
   * @param count how many triangles will come, up to 2³² - 1
   */
  public StlWriter(OutputStream out, String title, long count) {
    boolean isAscii = StandardCharsets.US_ASCII.newEncoder().canEncode(title);
    if (!isAscii || title.length() > HEADER || title.startsWith("solid")) {
      throw new IllegalArgumentException("no title of an STL file: `%s`".formatted(title));
    }
    if (count < 0 || count > MOST) {
      throw new IllegalArgumentException("an STL file cannot hold %d facets".formatted(count));
    }
    this.out = out;
    this.count = count;
    byte[] header = new byte[HEADER];
    byte[] text = title.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(text, 0, header, 0, text.length);
    buffer.put(header).putInt((int) count);
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if it is one too many, or a corner is not finite as float
   */
  @Override
  public void triangle(double[] nine) {
    if (written == count) {
      throw new IllegalArgumentException("more than %d triangles".formatted(count));
    }
    for (int i = 0; i < 9; i++) {
      // Adding zero makes -0 the same as 0, so that readers that compare bytes see one corner.
      corners[i] = (float) nine[i] + 0f;
      if (!Float.isFinite(corners[i])) {
        throw new IllegalArgumentException("a corner of an STL facet is at " + nine[i]);
      }
    }
    if (buffer.remaining() < FACET) {
      flush();
    }
    normal();
    for (float corner : corners) {
      buffer.putFloat(corner);
    }
    buffer.putShort((short) 0);
    written++;
  }

  private void normal() {
    double ux = (double) corners[3] - corners[0];
    double uy = (double) corners[4] - corners[1];
    double uz = (double) corners[5] - corners[2];
    double vx = (double) corners[6] - corners[0];
    double vy = (double) corners[7] - corners[1];
    double vz = (double) corners[8] - corners[2];
    double x = uy * vz - uz * vy;
    double y = uz * vx - ux * vz;
    double z = ux * vy - uy * vx;
    double length = Math.sqrt(x * x + y * y + z * z);
    double scale = length > 0 && length < Double.POSITIVE_INFINITY ? 1 / length : 0;
    buffer.putFloat((float) (x * scale) + 0f);
    buffer.putFloat((float) (y * scale) + 0f);
    buffer.putFloat((float) (z * scale) + 0f);
  }

  private void flush() {
    try {
      out.write(buffer.array(), 0, buffer.position());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    buffer.clear();
  }

  /**
   * Writes what is left and flushes the stream, which stays open.
   *
   * @throws IllegalStateException if triangles are missing
   */
  @Override
  public void close() {
    if (written != count) {
      throw new IllegalStateException("%d of %d triangles".formatted(written, count));
    }
    flush();
    try {
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
