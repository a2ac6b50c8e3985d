package pnnc.layout.gds;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Collects records and hands them on in large pieces. */
final class GdsOutput {
  /** The longest record, even. */
  static final int MAX_RECORD = 0xFFFE;

  private static final int SIZE = 1 << 18;
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

  private static final long BOX_HEAD = 0x0004_0800_0006_0D02L;
  private static final long BOX_LAYER = 0x0000_0006_0E02_0000L;
  private static final long BOX_XY = 0x002C_1003L << 32;
  private static final int ENDEL = 0x0004_1100;

  private final OutputStream out;
  private final byte[] buffer = new byte[SIZE];
  private int used;

  GdsOutput(OutputStream out) {
    this.out = out;
  }

  /** Hands on what is there if fewer than {@code bytes} fit behind it. */
  private void room(int bytes) {
    if (used + bytes > SIZE) {
      flush();
    }
  }

  void flush() {
    try {
      out.write(buffer, 0, used);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    used = 0;
  }

  /** A whole rectangle: eight words, since its 64 bytes never differ in shape. */
  void box(int layer, int datatype, int left, int bottom, int right, int top) {
    room(64);
    long bottomWord = (long) bottom << 32;
    long topRight = (long) top << 32 | (right & 0xFFFF_FFFFL);
    long bottomLeft = bottomWord | (left & 0xFFFF_FFFFL);
    word(0, BOX_HEAD);
    word(8, BOX_LAYER | (long) layer << 48 | datatype);
    word(16, BOX_XY | (left & 0xFFFF_FFFFL));
    word(24, bottomLeft);
    word(32, topRight);
    word(40, topRight);
    word(48, bottomLeft);
    word(56, bottomWord | ENDEL);
    used += 64;
  }

  private void word(int at, long value) {
    LONGS.set(buffer, used + at, value);
  }

  /** An XY record of one point and, unless {@code tail} follows, the end of the element. */
  void point(int x, int y, byte[] tail) {
    room(16);
    word(0, 0x000C_1003L << 32 | (x & 0xFFFF_FFFFL));
    word(8, (long) y << 32 | ENDEL);
    used += 12;
    end(tail);
  }

  /** The properties in {@code tail} and the end of the element. */
  void end(byte[] tail) {
    if (tail.length > 0) {
      bytes(tail);
    }
    room(4);
    integer(ENDEL);
  }

  /** Ready-made records. */
  void bytes(byte[] records) {
    int done = 0;
    while (done < records.length) {
      room(Math.min(records.length - done, SIZE));
      int step = Math.min(records.length - done, SIZE - used);
      System.arraycopy(records, done, buffer, used, step);
      used += step;
      done += step;
    }
  }

  private void integer(int value) {
    INTS.set(buffer, used, value);
    used += 4;
  }

  private void head(GdsRecord kind, int bytes) {
    room(bytes + 4);
    integer((bytes + 4) << 16 | kind.code());
  }

  /** A record without data. */
  void mark(GdsRecord kind) {
    head(kind, 0);
  }

  /** A record of one unsigned 16-bit number. */
  void number(GdsRecord kind, int value) {
    head(kind, 2);
    shortInteger(value);
  }

  private void shortInteger(int value) {
    buffer[used++] = (byte) (value >> 8);
    buffer[used++] = (byte) value;
  }

  /** A record of 16-bit numbers. */
  void numbers(GdsRecord kind, int... values) {
    head(kind, 2 * values.length);
    for (int value : values) {
      shortInteger(value);
    }
  }

  /** A record of one 32-bit number. */
  void length(GdsRecord kind, int value) {
    head(kind, 4);
    integer(value);
  }

  /** A record of numbers with fractions. */
  void reals(GdsRecord kind, double... values) {
    head(kind, 8 * values.length);
    for (double value : values) {
      word(0, Real8.encode(value));
      used += 8;
    }
  }

  /** A record of text, made even by a NUL. */
  void text(GdsRecord kind, byte[] text) {
    int even = text.length + (text.length & 1);
    head(kind, even);
    System.arraycopy(text, 0, buffer, used, text.length);
    if (even > text.length) {
      buffer[used + text.length] = 0;
    }
    used += even;
  }

  /** An XY record; {@code isClosed} repeats the first point at the end. */
  void points(int[] xy, int points, boolean isClosed) {
    head(GdsRecord.XY, 8 * (points + (isClosed ? 1 : 0)));
    for (int i = 0; i < 2 * points; i++) {
      integer(xy[i]);
    }
    if (isClosed) {
      integer(xy[0]);
      integer(xy[1]);
    }
  }
}
