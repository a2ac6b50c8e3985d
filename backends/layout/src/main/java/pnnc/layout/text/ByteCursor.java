package pnnc.layout.text;

import pnnc.base.bytes.ByteSource;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.diagnostics.Place;

/** A place in a source that moves on through it; 64 KiB are held at a time. Not thread-safe. */
public final class ByteCursor {
  private static final int WINDOW = 1 << 16;

  private final ByteSource source;
  private final byte[] window;
  private long base;
  private int filled;
  private int at;

  /** A cursor at the first byte of {@code source}. */
  public ByteCursor(ByteSource source) {
    this.source = source;
    this.window = new byte[(int) Math.min(WINDOW, source.size())];
  }

  /** What messages call the file. */
  public String name() {
    return source.name();
  }

  /** The number of bytes of the file. */
  public long size() {
    return source.size();
  }

  /** Where the cursor is, 0 to {@link #size}. */
  public long offset() {
    return base + at;
  }

  /** The byte at the cursor, 0 to 255, or -1 at the end. */
  public int peek() {
    return at < filled || fill() ? window[at] & 0xFF : -1;
  }

  /** The byte at the cursor, which moves on, or -1 at the end. */
  public int next() {
    return at < filled || fill() ? window[at++] & 0xFF : -1;
  }

  /** Moves to {@code offset}, which must be from 0 to {@link #size}. */
  public void seek(long offset) {
    if (offset < 0 || offset > source.size()) {
      throw new IllegalArgumentException("no byte %d of %d".formatted(offset, source.size()));
    }
    if (offset >= base && offset <= base + filled) {
      at = (int) (offset - base);
    } else {
      base = offset;
      filled = 0;
      at = 0;
    }
  }

  /** Reads up to {@code length} bytes; returns how many, 0 only at the end or for none. */
  public int read(byte[] into, int from, int length) {
    if (length == 0 || (at == filled && !fill())) {
      return 0;
    }
    int count = Math.min(length, filled - at);
    System.arraycopy(window, at, into, from, count);
    at += count;
    return count;
  }

  private boolean fill() {
    base += at;
    at = 0;
    filled = (int) Math.min(window.length, source.size() - base);
    source.slice(base, filled).get(window, 0, filled);
    return filled > 0;
  }

  /** A fault at the cursor. */
  public DiagnosedException fault(DiagnosticCode code, Object... values) {
    return faultAt(offset(), code, values);
  }

  /** A fault at a byte of the file. */
  public DiagnosedException faultAt(long offset, DiagnosticCode code, Object... values) {
    return new DiagnosedException(
        code.error(values).at(new Place.ByteOffset(source.name(), offset)));
  }

  /** What messages call a byte, or -1 for the end of the file. */
  public static String shown(int octet) {
    if (octet < 0) {
      return "the end of the file";
    }
    return octet > ' ' && octet < 0x7F ? "`" + (char) octet + "`" : "byte %d".formatted(octet);
  }
}
