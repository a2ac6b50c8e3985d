package pnnc.base.bytes;

import java.nio.ByteBuffer;

/**
 * Bytes that can be looked at without being copied: a mapped file, an array. Safe for use by many
 * threads; the bytes must not change while the source is in use.
 */
public interface ByteSource {
  /** What messages call it: a file name as the user wrote it. */
  String name();

  /** The number of bytes; may exceed 2 GiB. */
  long size();

  /**
   * A read-only, little-endian view (or, across a mapping's end, a copy) of {@code length} bytes.
   *
   * @throws IndexOutOfBoundsException if the range is not inside {@code [0, size()]}
   */
  ByteBuffer slice(long offset, int length);

  /** The bytes {@code [offset, offset + length)} of this source as a source of their own. */
  default ByteSource range(long offset, long length) {
    return new ByteRange(this, offset, length);
  }

  /** A source over {@code bytes}, which are not copied and must not change. */
  static ByteSource of(String name, byte[] bytes) {
    return new ArrayBytes(name, bytes);
  }
}
