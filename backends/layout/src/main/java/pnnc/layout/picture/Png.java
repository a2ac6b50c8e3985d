package pnnc.layout.picture;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.Adler32;
import java.util.zip.CRC32;
import pnnc.base.deflate.Deflate;

/** Writes PNG (ISO/IEC 15948): eight bits a channel, no dates, the same bytes on any machine. */
final class Png {
  private static final long SIGNATURE = 0x89504E470D0A1A0AL;
  private static final int UP = 2;

  private Png() {}

  static void write(Canvas canvas, OutputStream out) throws IOException {
    DataOutputStream data = new DataOutputStream(out);
    data.writeLong(SIGNATURE);
    byte[] header = {0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0};
    ByteBuffer.wrap(header).putInt(canvas.width()).putInt(canvas.height());
    chunk(data, "IHDR", header);
    chunk(data, "IDAT", compressed(rows(canvas)));
    chunk(data, "IEND", new byte[0]);
    data.flush();
  }

  /** Each row as its difference from the one above, which is mostly nothing. */
  private static byte[] rows(Canvas canvas) {
    int row = 3 * canvas.width();
    byte[] rgb = canvas.rgb();
    byte[] rows = new byte[canvas.height() * (row + 1)];
    for (int y = 0; y < canvas.height(); y++) {
      int to = y * (row + 1);
      rows[to] = UP;
      for (int i = 0; i < row; i++) {
        int above = y == 0 ? 0 : rgb[(y - 1) * row + i];
        rows[to + 1 + i] = (byte) (rgb[y * row + i] - above);
      }
    }
    return rows;
  }

  /** A zlib stream (RFC 1950). */
  private static byte[] compressed(byte[] bytes) {
    Adler32 sum = new Adler32();
    sum.update(bytes);
    byte[] deflated = Deflate.compress(bytes, 0, bytes.length);
    return ByteBuffer.allocate(deflated.length + 6)
        .putShort((short) 0x789C)
        .put(deflated)
        .putInt((int) sum.getValue())
        .array();
  }

  private static void chunk(DataOutputStream out, String kind, byte[] content) throws IOException {
    byte[] name = kind.getBytes(StandardCharsets.US_ASCII);
    CRC32 sum = new CRC32();
    sum.update(name);
    sum.update(content);
    out.writeInt(content.length);
    out.write(name);
    out.write(content);
    out.writeInt((int) sum.getValue());
  }
}
