package pnnc.layout.volume;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Counts the values of a volume on their way to a stream. */
final class Output {
  private final OutputStream out;
  private final byte[] buffer = new byte[1 << 16];
  private VolumeType type = VolumeType.U8;
  private long missing;

  Output(OutputStream out) {
    this.out = out;
  }

  void begin(VolumeGrid grid) {
    type = grid.type();
    missing = grid.bytes();
  }

  /** Checks that values fit, and takes them off what is missing. */
  void count(ByteBuffer values) {
    int bytes = values.remaining();
    if (bytes % type.bytes() != 0 || bytes > missing) {
      throw new IllegalArgumentException(
          "%d bytes of %s where %d are missing".formatted(bytes, type, missing));
    }
    missing -= bytes;
  }

  void text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    write(bytes, 0, bytes.length);
  }

  void write(byte[] bytes, int from, int length) {
    try {
      out.write(bytes, from, length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void write(ByteBuffer values) {
    while (values.hasRemaining()) {
      int some = Math.min(values.remaining(), buffer.length);
      values.get(buffer, 0, some);
      write(buffer, 0, some);
    }
  }

  /** Checks that nothing is missing. */
  void requireAll() {
    if (missing != 0) {
      throw new IllegalStateException("%d bytes of values are missing".formatted(missing));
    }
  }

  void flush() {
    try {
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
