package pnnc.layout.gds;

import java.util.List;
import pnnc.base.diagnostics.DiagnosticCode;

/** What the standard asks beyond what a reader needs. Does nothing in tolerant mode. */
final class GdsStrict {
  private static final List<GdsRecord> LIBRARY =
      List.of(
          GdsRecord.BGNLIB,
          GdsRecord.LIBDIRSIZE,
          GdsRecord.SRFNAME,
          GdsRecord.LIBSECUR,
          GdsRecord.LIBNAME,
          GdsRecord.REFLIBS,
          GdsRecord.FONTS,
          GdsRecord.ATTRTABLE,
          GdsRecord.GENERATIONS,
          GdsRecord.FORMAT,
          GdsRecord.MASK,
          GdsRecord.ENDMASKS,
          GdsRecord.UNITS);
  private static final List<GdsRecord> ELEMENT =
      List.of(
          GdsRecord.ELFLAGS,
          GdsRecord.PLEX,
          GdsRecord.LAYER,
          GdsRecord.SNAME,
          GdsRecord.DATATYPE,
          GdsRecord.TEXTTYPE,
          GdsRecord.BOXTYPE,
          GdsRecord.NODETYPE,
          GdsRecord.PRESENTATION,
          GdsRecord.PATHTYPE,
          GdsRecord.WIDTH,
          GdsRecord.BGNEXTN,
          GdsRecord.ENDEXTN,
          GdsRecord.STRANS,
          GdsRecord.MAG,
          GdsRecord.ANGLE,
          GdsRecord.COLROW,
          GdsRecord.XY,
          GdsRecord.STRING,
          GdsRecord.PROPATTR,
          GdsRecord.PROPVALUE);

  private final GdsInput input;
  private final boolean isStrict;

  GdsStrict(GdsInput input, GdsMode mode) {
    this.input = input;
    this.isStrict = mode == GdsMode.STRICT;
  }

  /** Refuses {@code what} unless {@code isFine}. */
  void require(boolean isFine, String what) {
    if (isStrict && !isFine) {
      throw input.fault(DiagnosticCode.GDS_STRICT, what);
    }
  }

  void length() {
    require(input.length() <= Short.MAX_VALUE, "records of more than 32,767 bytes");
  }

  /** After {@code last}, of the library, comes {@code next}. */
  void library(GdsRecord last, GdsRecord next) {
    require(LIBRARY.indexOf(next) > LIBRARY.indexOf(last), next + " behind " + last);
  }

  /** After {@code last}, of the element, comes {@code next}. */
  void element(GdsRecord last, GdsRecord next) {
    boolean isPair = last == GdsRecord.PROPVALUE && next == GdsRecord.PROPATTR;
    require(isPair || ELEMENT.indexOf(next) > ELEMENT.indexOf(last), next + " behind " + last);
    length();
  }

  void name(String name) {
    require(name.matches("[A-Za-z0-9_$?]{1,32}"), "the name `%s`".formatted(name));
  }

  void layer(int number) {
    require(number <= Short.MAX_VALUE, "the number " + (short) number);
  }

  void attribute(int number) {
    require(number >= 1 && number <= 127, "a property with the number " + number);
  }
}
