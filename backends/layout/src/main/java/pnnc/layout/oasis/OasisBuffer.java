package pnnc.layout.oasis;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Grows while numbers and strings are put into it. */
final class OasisBuffer {
  /** No number takes more. */
  private static final int LONGEST = 10;

  private byte[] bytes = new byte[1 << 12];
  private int size;

  byte[] bytes() {
    return bytes;
  }

  int size() {
    return size;
  }

  void clear() {
    size = 0;
  }

  private void room(int count) {
    if (bytes.length - size < count) {
      bytes = Arrays.copyOf(bytes, Math.addExact(bytes.length, Math.max(bytes.length, count)));
    }
  }

  void octet(int value) {
    room(1);
    bytes[size++] = (byte) value;
  }

  /** Takes all 64 bits as a number without sign. */
  void unsigned(long value) {
    room(LONGEST);
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      bytes[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
  }

  /** Takes less than 63 bits and the sign. */
  void signed(long value) {
    unsigned(value < 0 ? (-value << 1) | 1 : value << 1);
  }

  /** Takes any number. */
  void wideSigned(long value) {
    long magnitude = Math.abs(value);
    int sign = value < 0 ? 1 : 0;
    long rest = magnitude >>> 6;
    octet(((int) (magnitude & 63) << 1) | sign | (rest == 0 ? 0 : 0x80));
    if (rest != 0) {
      unsigned(rest);
    }
  }

  /** A step in the shorter of its two forms. */
  void gDelta(long dx, long dy) {
    int direction = direction(dx, dy);
    if (direction >= 0) {
      unsigned((Math.max(Math.abs(dx), Math.abs(dy)) << 4) | ((long) direction << 1));
    } else {
      unsigned((Math.abs(dx) << 2) | (dx < 0 ? 3 : 1));
      signed(dy);
    }
  }

  /** How many bytes {@link #gDelta} takes. */
  static int gDeltaLength(long dx, long dy) {
    return direction(dx, dy) >= 0
        ? length(Math.max(Math.abs(dx), Math.abs(dy)) << 4)
        : length(Math.abs(dx) << 2) + length(Math.abs(dy) << 1);
  }

  /** How many bytes a number without sign takes. */
  static int length(long value) {
    return value == 0 ? 1 : (70 - Long.numberOfLeadingZeros(value)) / 7;
  }

  /** E, N, W, S, NE, NW, SW, SE are 0 to 7; −1 for others. */
  static int direction(long dx, long dy) {
    if (dy == 0) {
      return dx >= 0 ? 0 : 2;
    }
    if (dx == 0) {
      return dy > 0 ? 1 : 3;
    }
    if (dx == dy) {
      return dx > 0 ? 4 : 6;
    }
    return dx == -dy ? (dx > 0 ? 7 : 5) : -1;
  }

  /** A whole number if it is one, else a double. */
  void real(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1L << 53 && !isNegativeZero(value)) {
      unsigned(value < 0 ? 1 : 0);
      unsigned((long) Math.abs(value));
    } else {
      unsigned(7);
      little(Double.doubleToLongBits(value), 8);
    }
  }

  private static boolean isNegativeZero(double value) {
    return value == 0 && 1 / value < 0;
  }

  /** The {@code count} least significant bytes, the least first. */
  void little(long value, int count) {
    for (int i = 0; i < count; i++) {
      octet((int) (value >>> (8 * i)));
    }
  }

  /**
   * A string, one byte for each character.
   *
   * @throws IllegalArgumentException if a character is above U+00FF
   */
  void string(String text) {
    byte[] coded = text.getBytes(StandardCharsets.ISO_8859_1);
    if (text.chars().anyMatch(c -> c > 0xff)) {
      throw new IllegalArgumentException("OASIS holds bytes, not `%s`".formatted(text));
    }
    unsigned(coded.length);
    room(coded.length);
    System.arraycopy(coded, 0, bytes, size, coded.length);
    size += coded.length;
  }
}
