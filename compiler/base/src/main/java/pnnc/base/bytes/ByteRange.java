package pnnc.base.bytes;

import java.nio.ByteBuffer;
import java.util.Objects;

/**
 * A window on another source.
 *
 * @param base where the bytes are
 * @param offset first byte of the window
 * @param size length of the window in bytes
 */
public record ByteRange(ByteSource base, long offset, long size) implements ByteSource {
  public ByteRange {
    Objects.checkFromIndexSize(offset, size, base.size());
  }

  @Override
  public String name() {
    return base.name();
  }

  @Override
  public ByteBuffer slice(long from, int length) {
    Objects.checkFromIndexSize(from, length, size);
    return base.slice(offset + from, length);
  }

  @Override
  public ByteSource range(long from, long length) {
    Objects.checkFromIndexSize(from, length, size);
    return new ByteRange(base, offset + from, length);
  }
}
