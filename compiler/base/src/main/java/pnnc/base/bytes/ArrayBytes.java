package pnnc.base.bytes;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;

/** A {@link ByteSource} over an array. */
final class ArrayBytes implements ByteSource {
  private final String name;
  private final byte[] bytes;

  ArrayBytes(String name, byte[] bytes) {
    this.name = name;
    this.bytes = bytes;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public long size() {
    return bytes.length;
  }

  @Override
  public ByteBuffer slice(long offset, int length) {
    Objects.checkFromIndexSize(offset, length, (long) bytes.length);
    return ByteBuffer.wrap(bytes, (int) offset, length)
        .slice()
        .asReadOnlyBuffer()
        .order(ByteOrder.LITTLE_ENDIAN);
  }
}
