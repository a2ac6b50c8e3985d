package pnnc.layout.oasis;

import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.Deflater;

/**
 * Files made by hand, byte by byte as the format's description says. Most have one cell {@code A}
 * whose records are written as integers below 64, which are the same signed (doubled) and unsigned
 * in one byte.
 */
final class HandMade {
  private final OasisBuffer out = new OasisBuffer();

  HandMade() {
    raw(Header.MAGIC);
    bytes(1).string("1.0").bytes(0, 0xe8, 0x07, 0).bytes(new int[12]);
  }

  private void raw(byte[] bytes) {
    for (byte b : bytes) {
      out.octet(b);
    }
  }

  HandMade bytes(int... bytes) {
    for (int b : bytes) {
      out.octet(b);
    }
    return this;
  }

  HandMade string(String text) {
    out.string(text);
    return this;
  }

  HandMade unsigned(long value) {
    out.unsigned(value);
    return this;
  }

  /** A cell by name. */
  HandMade cell(String name) {
    return bytes(14).string(name);
  }

  /** A compressed block of these bytes that says it holds {@code size}. */
  HandMade block(int size, int... bytes) {
    Deflater deflater = new Deflater(9, true);
    byte[] plain = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      plain[i] = (byte) bytes[i];
    }
    deflater.setInput(plain);
    deflater.finish();
    byte[] deflated = new byte[bytes.length + 64];
    int length = deflater.deflate(deflated);
    deflater.end();
    bytes(34, 0).unsigned(size).unsigned(length);
    for (int i = 0; i < length; i++) {
      out.octet(deflated[i]);
    }
    return this;
  }

  /** Ends the file without a checksum. */
  byte[] end() {
    bytes(2, 0xfc, 0x01).bytes(new int[252]).bytes(0);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.write(out.bytes(), 0, out.size());
    return file.toByteArray();
  }

  /** Files that KLayout reads too, by what they show. */
  static Map<String, byte[]> readable() {
    Map<String, byte[]> all = new LinkedHashMap<>();
    shapes(all);
    for (int kind = 0; kind < Trapezoids.KINDS; kind++) {
      int size = (kind >= 8 && kind <= 15) ? 0 : 20;
      int info =
          0x9b | (Trapezoids.usesWidth(kind) ? 0x40 : 0) | (Trapezoids.usesHeight(kind) ? 0x20 : 0);
      HandMade file = new HandMade().cell("A").bytes(26, info, 1, 0, kind);
      if (Trapezoids.usesWidth(kind)) {
        file.bytes(size == 0 ? 10 : 50);
      }
      if (Trapezoids.usesHeight(kind)) {
        file.bytes(size == 0 ? 50 : 20);
      }
      all.put("ctrapezoid" + kind, file.bytes(2, 4).end());
    }
    repetitions(all);
    names(all);
    return all;
  }

  private static void shapes(Map<String, byte[]> all) {
    add(all, "rectangle", c -> c.bytes(20, 0x7b, 1, 2, 10, 20, 6, 9).bytes(20, 0x10, 60));
    add(all, "square", c -> c.bytes(20, 0xdb, 1, 2, 10, 6, 9).bytes(20, 0x18, 80, 80));
    add(all, "points0", c -> c.bytes(21, 0x3b, 1, 0, 0, 4, 20, 30, 20, 40, 2, 4));
    add(all, "points1", c -> c.bytes(21, 0x3b, 1, 0, 1, 4, 20, 30, 20, 40, 2, 4));
    add(all, "points2", c -> c.bytes(21, 0x3b, 1, 0, 2, 3, 40, 41, 42, 2, 4));
    add(all, "points3", c -> c.bytes(21, 0x3b, 1, 0, 3, 3, 80, 81, 86, 2, 4));
    add(all, "points4", c -> c.bytes(21, 0x3b, 1, 0, 4, 3, 41, 20, 64, 35, 62, 2, 4));
    add(all, "points5", c -> c.bytes(21, 0x3b, 1, 0, 5, 3, 64, 25, 40, 47, 12, 2, 4));
    add(
        all,
        "paths",
        c ->
            c.bytes(22, 0xfb, 1, 0, 4, 0x05, 2, 2, 80, 81, 0, 0)
                .bytes(22, 0x88, 0x0a, 100)
                .bytes(22, 0x88, 0x0f, 6, 5, 120)
                .bytes(22, 0x08, 50));
    add(all, "trapezoid23", c -> c.bytes(23, 0x7b, 1, 0, 40, 20, 10, 7, 2, 4));
    add(all, "trapezoid23up", c -> c.bytes(23, 0xfb, 1, 0, 40, 50, 10, 7, 2, 4));
    add(all, "trapezoid24", c -> c.bytes(24, 0x7b, 1, 0, 40, 20, 11, 2, 4));
    add(all, "trapezoid24up", c -> c.bytes(24, 0xfb, 1, 0, 40, 20, 10, 2, 4));
    add(all, "trapezoid25", c -> c.bytes(25, 0x7b, 1, 0, 40, 20, 12, 2, 4));
    add(all, "trapezoid25up", c -> c.bytes(25, 0xfb, 1, 0, 40, 20, 11, 2, 4));
    add(all, "text", c -> c.bytes(19, 0x5b).string("hello").bytes(3, 4, 10, 11).bytes(19, 8, 30));
    add(
        all,
        "relative",
        c -> c.bytes(20, 0x7b, 1, 2, 10, 20, 6, 8, 16, 20, 0x18, 20, 21, 15, 20, 0x18, 20, 20));
    add(all, "pad", c -> c.bytes(0, 0, 20, 0x7b, 1, 2, 10, 20, 6, 9, 0));
    add(all, "overlong", c -> c.bytes(20, 0x7b, 0x81, 0x80, 0x80, 0, 2, 10, 20, 6, 0x89, 0x80, 0));
    add(all, "xelement", c -> c.bytes(32, 5).string("zz").bytes(20, 0x7b, 1, 2, 10, 20, 6, 9));
    all.put(
        "cblock",
        new HandMade().cell("A").block(8, 20, 0x7b, 1, 2, 10, 20, 6, 9).bytes(20, 8, 90).end());
  }

  private static void repetitions(Map<String, byte[]> all) {
    int[][] kinds = {
      {1, 1, 2, 30, 40},
      {2, 3, 30},
      {3, 3, 30},
      {4, 2, 10, 20, 30},
      {5, 2, 3, 10, 20, 30},
      {6, 2, 10, 20, 30},
      {7, 2, 3, 10, 20, 30},
      {8, 1, 1, 41, 20, 43, 30},
      {9, 2, 41, 22},
      {10, 2, 41, 22, 64, 43, 30},
      {11, 1, 3, 41, 22, 64}
    };
    for (int[] kind : kinds) {
      add(
          all,
          "repetition" + kind[0],
          c -> c.bytes(20, 0x7f, 1, 2, 5, 6, 6, 9).bytes(kind).bytes(20, 0x0c, 100, 0));
    }
  }

  private static void names(Map<String, byte[]> all) {
    all.put(
        "implicit names behind their use",
        new HandMade()
            .bytes(13, 1, 20, 0x7b, 1, 2, 10, 20, 6, 9)
            .bytes(13, 0, 17, 0xf1, 1, 10, 20, 17, 0x32, 30, 40, 19, 0x7b, 0, 1, 2, 8, 8)
            .bytes(18, 0x36, 4, 5, 2, 7, 0, 0, 0, 0, 0, 0, 0x3e, 0x40, 60, 62)
            .bytes(3)
            .string("TOP")
            .bytes(3)
            .string("A")
            .bytes(5)
            .string("text")
            .end());
    all.put(
        "explicit names before their use",
        new HandMade()
            .bytes(4)
            .string("A")
            .bytes(9, 11)
            .string("metal")
            .bytes(0, 4, 1, 5)
            .bytes(12)
            .string("texts")
            .bytes(3, 1, 2, 7)
            .bytes(13, 9, 20, 0x7b, 1, 2, 10, 20, 6, 9)
            .end());
  }

  private static void add(Map<String, byte[]> all, String name, Consumer<HandMade> records) {
    HandMade file = new HandMade().cell("A");
    records.accept(file);
    all.put(name, file.end());
  }
}
