package pnnc.base.deflate;

import java.util.Arrays;

/** Bits, the lowest first, as DEFLATE packs them. */
final class BitWriter {
  private byte[] bytes;
  private int size;
  private long bits;
  private int count;

  BitWriter(int expected) {
    this.bytes = new byte[Math.max(64, expected)];
  }

  /** The lowest {@code length} bits of {@code value}, 0 to 32. */
  void write(int value, int length) {
    bits |= (value & ((1L << length) - 1)) << count;
    count += length;
    while (count >= 8) {
      put((byte) bits);
      bits >>>= 8;
      count -= 8;
    }
  }

  /** Zeros up to the next whole byte. */
  void align() {
    if (count > 0) {
      put((byte) bits);
      bits = 0;
      count = 0;
    }
  }

  /** Whole bytes; the position must be aligned. */
  void write(byte[] source, int from, int length) {
    ensure(length);
    System.arraycopy(source, from, bytes, size, length);
    size += length;
  }

  private void put(byte b) {
    ensure(1);
    bytes[size++] = b;
  }

  private void ensure(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, Math.addExact(size, more)));
    }
  }

  /** Everything, aligned. */
  byte[] toByteArray() {
    align();
    return Arrays.copyOf(bytes, size);
  }
}
