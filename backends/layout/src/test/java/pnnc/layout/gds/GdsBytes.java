package pnnc.layout.gds;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes records by hand, whatever they are. */
final class GdsBytes {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** A file up to its first cell. */
  static GdsBytes file() {
    return new GdsBytes()
        .shorts(GdsRecord.HEADER, 600)
        .shorts(GdsRecord.BGNLIB, new int[12])
        .text(GdsRecord.LIBNAME, "LIB")
        .reals(GdsRecord.UNITS, 1e-3, 1e-9);
  }

  /** A file up to the first element of its cell {@code TOP}. */
  static GdsBytes cell() {
    return file().shorts(GdsRecord.BGNSTR, new int[12]).text(GdsRecord.STRNAME, "TOP");
  }

  /** A file with every kind of record that has a meaning. */
  static byte[] everything() {
    return head()
        .shorts(GdsRecord.BGNSTR, new int[12])
        .text(GdsRecord.STRNAME, "LEAF")
        .bits(GdsRecord.STRCLASS, 1)
        .then(GdsBytes::shapes)
        .mark(GdsRecord.ENDSTR)
        .shorts(GdsRecord.BGNSTR, new int[12])
        .text(GdsRecord.STRNAME, "TOP")
        .then(GdsBytes::references)
        .mark(GdsRecord.ENDSTR)
        .mark(GdsRecord.ENDLIB)
        .raw(new byte[100])
        .bytes();
  }

  private static GdsBytes head() {
    return new GdsBytes()
        .shorts(GdsRecord.HEADER, 600)
        .shorts(GdsRecord.BGNLIB, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12)
        .shorts(GdsRecord.LIBDIRSIZE, 1)
        .text(GdsRecord.SRFNAME, "a.sr")
        .shorts(GdsRecord.LIBSECUR, 1, 2, 3)
        .text(GdsRecord.LIBNAME, "LIB")
        .text(GdsRecord.REFLIBS, "a".repeat(90))
        .text(GdsRecord.FONTS, "b".repeat(176))
        .text(GdsRecord.ATTRTABLE, "c".repeat(44))
        .shorts(GdsRecord.GENERATIONS, 3)
        .shorts(GdsRecord.FORMAT, 1)
        .text(GdsRecord.MASK, "1 5-7")
        .mark(GdsRecord.ENDMASKS)
        .reals(GdsRecord.UNITS, 1e-3, 1e-9);
  }

  private void shapes() {
    mark(GdsRecord.BOUNDARY).bits(GdsRecord.ELFLAGS, 1).ints(GdsRecord.PLEX, 7);
    layer(GdsRecord.DATATYPE).ints(GdsRecord.XY, 0, 0, 9, 0, 0, 9, 0, 0);
    shorts(GdsRecord.PROPATTR, 3).text(GdsRecord.PROPVALUE, "odd").mark(GdsRecord.ENDEL);
    mark(GdsRecord.PATH).layer(GdsRecord.DATATYPE).shorts(GdsRecord.PATHTYPE, 4);
    ints(GdsRecord.WIDTH, -10).ints(GdsRecord.BGNEXTN, 3).ints(GdsRecord.ENDEXTN, -2);
    ints(GdsRecord.XY, 0, 0, 50, 0).mark(GdsRecord.ENDEL);
    mark(GdsRecord.BOX).layer(GdsRecord.BOXTYPE);
    ints(GdsRecord.XY, 0, 0, 0, 9, 5, 9, 5, 0, 0, 0).mark(GdsRecord.ENDEL);
    mark(GdsRecord.NODE).layer(GdsRecord.NODETYPE);
    ints(GdsRecord.XY, 0, 0).mark(GdsRecord.ENDEL);
    mark(GdsRecord.TEXT).layer(GdsRecord.TEXTTYPE).bits(GdsRecord.PRESENTATION, 5);
    shorts(GdsRecord.PATHTYPE, 1).ints(GdsRecord.WIDTH, 5).bits(GdsRecord.STRANS, 0x8006);
    reals(GdsRecord.MAG, 2).reals(GdsRecord.ANGLE, 90).ints(GdsRecord.XY, 1, 2);
    text(GdsRecord.STRING, "pin").mark(GdsRecord.ENDEL);
  }

  private void references() {
    mark(GdsRecord.SREF).text(GdsRecord.SNAME, "LEAF").bits(GdsRecord.STRANS, 0x8000);
    reals(GdsRecord.MAG, 0.5).reals(GdsRecord.ANGLE, -90).ints(GdsRecord.XY, 5, 6);
    mark(GdsRecord.ENDEL);
    mark(GdsRecord.AREF).text(GdsRecord.SNAME, "LEAF").shorts(GdsRecord.COLROW, 3, 2);
    ints(GdsRecord.XY, 0, 0, 30, 3, -4, 40).mark(GdsRecord.ENDEL);
  }

  private interface Part {
    void write(GdsBytes to);
  }

  private GdsBytes then(Part part) {
    part.write(this);
    return this;
  }

  GdsBytes layer(GdsRecord type) {
    return shorts(GdsRecord.LAYER, 68).shorts(type, 20);
  }

  GdsBytes head(int code, int data) {
    return number(data + 4, 2).number(code, 2);
  }

  private GdsBytes number(long value, int bytes) {
    for (int i = bytes - 1; i >= 0; i--) {
      out.write((int) (value >> (8 * i)));
    }
    return this;
  }

  GdsBytes raw(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  GdsBytes mark(GdsRecord kind) {
    return head(kind.code(), 0);
  }

  GdsBytes bits(GdsRecord kind, int bits) {
    return shorts(kind, bits);
  }

  GdsBytes shorts(GdsRecord kind, int... values) {
    head(kind.code(), 2 * values.length);
    for (int value : values) {
      number(value, 2);
    }
    return this;
  }

  GdsBytes ints(GdsRecord kind, int... values) {
    head(kind.code(), 4 * values.length);
    for (int value : values) {
      number(value, 4);
    }
    return this;
  }

  GdsBytes reals(GdsRecord kind, double... values) {
    head(kind.code(), 8 * values.length);
    for (double value : values) {
      number(Real8.encode(value), 8);
    }
    return this;
  }

  GdsBytes text(GdsRecord kind, String text) {
    byte[] bytes =
        (text + (text.length() % 2 == 1 ? "\0" : "")).getBytes(StandardCharsets.ISO_8859_1);
    return head(kind.code(), bytes.length).raw(bytes);
  }

  GdsBytes end() {
    return mark(GdsRecord.ENDEL).mark(GdsRecord.ENDSTR).mark(GdsRecord.ENDLIB);
  }

  byte[] bytes() {
    return out.toByteArray();
  }
}
