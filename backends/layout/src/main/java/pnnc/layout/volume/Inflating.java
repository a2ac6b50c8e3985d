package pnnc.layout.volume;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** What compressed bytes stand for, as they come. */
final class Inflating implements AutoCloseable {
  private final Inflater inflater;
  private final Octets in;
  private final byte[] buffer = new byte[1 << 14];
  private long mayRead;

  /**
   * Compressed data out of {@code in}.
   *
   * @param isBare whether there is no zlib head around them
   */
  Inflating(Octets in, boolean isBare) {
    this.in = in;
    this.inflater = new Inflater(isBare);
  }

  /** Begins a stream of at most {@code compressed} bytes. */
  void begin(long compressed) {
    inflater.reset();
    mayRead = compressed;
  }

  /** Reads up to {@code length} bytes; 0 at the end of the stream. */
  int read(byte[] into, int from, int length) {
    try {
      int read = inflater.inflate(into, from, length);
      while (read == 0 && length > 0 && !inflater.finished()) {
        feed();
        read = inflater.inflate(into, from, length);
      }
      return read;
    } catch (DataFormatException e) {
      throw in.damaged("compressed data cannot be read");
    }
  }

  private void feed() {
    boolean isStuck = inflater.needsDictionary() || !inflater.needsInput();
    int some = (int) Math.min(buffer.length, mayRead);
    int got = isStuck || some == 0 ? 0 : in.read(buffer, 0, some);
    if (got == 0) {
      throw in.damaged("compressed data have no end");
    }
    mayRead -= got;
    inflater.setInput(buffer, 0, got);
  }

  /** How many of the bytes that were taken, or may still be, lie behind the stream. */
  long left() {
    return mayRead + inflater.getRemaining();
  }

  /** How many of the bytes that were taken lie behind the stream. */
  int taken() {
    return inflater.getRemaining();
  }

  @Override
  public void close() {
    inflater.end();
  }
}
