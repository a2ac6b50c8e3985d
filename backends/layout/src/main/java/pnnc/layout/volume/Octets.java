package pnnc.layout.volume;

import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.layout.text.ByteCursor;

/** Bytes that come out of a file, however it holds them. */
abstract class Octets implements AutoCloseable {
  /** DEFLATE codes 258 bytes in two bits at best. */
  static final int DEFLATE = 1032;

  private final ByteCursor cursor;
  private final int expansion;

  /**
   * Bytes from where {@code cursor} is.
   *
   * @param expansion how many of them one byte of the file can stand for
   */
  Octets(ByteCursor cursor, int expansion) {
    this.cursor = cursor;
    this.expansion = expansion;
  }

  /** More bytes than this cannot come. */
  final long most() {
    long left = cursor.size() - cursor.offset();
    return left > Long.MAX_VALUE / expansion ? Long.MAX_VALUE : left * expansion;
  }

  ByteCursor cursor() {
    return cursor;
  }

  /** Reads up to {@code length} bytes, at least 1; returns how many, 0 only at the end. */
  abstract int read(byte[] into, int from, int length);

  /** Reads {@code length} bytes or up to the end; returns how many. */
  final int readAll(byte[] into, int length) {
    int read = 0;
    int some = length > 0 ? read(into, 0, length) : 0;
    while (some > 0) {
      read += some;
      some = read < length ? read(into, read, length - read) : 0;
    }
    return read;
  }

  /** Nothing to do unless something is held outside the heap. */
  @Override
  public void close() {}

  DiagnosedException damaged(String how) {
    return cursor.fault(DiagnosticCode.VOLUME_DATA, how);
  }

  /** The bytes of the file as they are. */
  static final class Plain extends Octets {
    Plain(ByteCursor cursor) {
      super(cursor, 1);
    }

    @Override
    int read(byte[] into, int from, int length) {
      return cursor().read(into, from, length);
    }
  }
}
