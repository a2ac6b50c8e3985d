package pnnc.layout.oasis;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import pnnc.base.bytes.ByteSource;

/** The content of one compressed block, window by window. */
final class InflatedBlock {
  private static final int STEP = 1 << 16;

  private final ByteSource source;
  private final Inflater inflater = new Inflater(true);
  private long from;
  private long until;
  private long missing;

  InflatedBlock(ByteSource source) {
    this.source = source;
  }

  /** Begins with the {@code compressed} bytes at {@code offset}, which lie inside the source. */
  void open(long offset, long compressed, long uncompressed) {
    inflater.reset();
    from = offset;
    until = offset + compressed;
    missing = uncompressed;
  }

  /** How many bytes are still to come, as the file says. */
  long missing() {
    return missing;
  }

  /**
   * The next bytes; 0 at the end.
   *
   * @throws DataFormatException if the data are damaged, or fewer or more than the file says
   */
  int read(byte[] into) throws DataFormatException {
    int read = missing == 0 ? 0 : inflate(into, (int) Math.min(missing, into.length));
    missing -= read;
    if (missing == 0 && !isAtEnd()) {
      throw new DataFormatException("more data than the block says");
    }
    return read;
  }

  private int inflate(byte[] into, int length) throws DataFormatException {
    while (true) {
      int read = inflater.inflate(into, 0, length);
      if (read > 0) {
        return read;
      }
      if (inflater.finished() || !feed()) {
        throw new DataFormatException("fewer data than the block says");
      }
    }
  }

  private boolean isAtEnd() throws DataFormatException {
    byte[] one = new byte[1];
    while (!inflater.finished()) {
      if (inflater.inflate(one) > 0) {
        return false;
      }
      if (!inflater.finished() && !feed()) {
        throw new DataFormatException("the compressed data have no end");
      }
    }
    return true;
  }

  private boolean feed() {
    if (!inflater.needsInput()) {
      return !inflater.needsDictionary();
    }
    int length = (int) Math.min(STEP, until - from);
    if (length > 0) {
      inflater.setInput(source.slice(from, length));
      from += length;
    }
    return length > 0;
  }

  /** Gives back what the inflater holds outside the heap. */
  void close() {
    inflater.end();
  }
}
