package pnnc.layout.gds;

/** The kinds of record, in the order of their numbers, which GDSII gives without a gap. */
@SuppressWarnings("EnumOrdinal")
enum GdsRecord {
  HEADER(Data.SHORTS, 1, 1),
  BGNLIB(Data.SHORTS, 0, Size.ANY),
  LIBNAME(Data.TEXT, 0, Size.ANY),
  UNITS(Data.REALS, 2, 2),
  ENDLIB(Data.NONE, 0, 0),
  BGNSTR(Data.SHORTS, 0, Size.ANY),
  STRNAME(Data.TEXT, 1, Size.ANY),
  ENDSTR(Data.NONE, 0, 0),
  BOUNDARY(Data.NONE, 0, 0),
  PATH(Data.NONE, 0, 0),
  SREF(Data.NONE, 0, 0),
  AREF(Data.NONE, 0, 0),
  TEXT(Data.NONE, 0, 0),
  LAYER(Data.SHORTS, 1, 1),
  DATATYPE(Data.SHORTS, 1, 1),
  WIDTH(Data.INTS, 1, 1),
  XY(Data.INTS, 2, Size.ANY),
  ENDEL(Data.NONE, 0, 0),
  SNAME(Data.TEXT, 1, Size.ANY),
  COLROW(Data.SHORTS, 2, 2),
  TEXTNODE(Data.NONE, 0, 0),
  NODE(Data.NONE, 0, 0),
  TEXTTYPE(Data.SHORTS, 1, 1),
  PRESENTATION(Data.BITS, 1, 1),
  SPACING(Data.OTHER, 0, Size.ANY),
  STRING(Data.TEXT, 0, Size.ANY),
  STRANS(Data.BITS, 1, 1),
  MAG(Data.REALS, 1, 1),
  ANGLE(Data.REALS, 1, 1),
  UINTEGER(Data.OTHER, 0, Size.ANY),
  USTRING(Data.OTHER, 0, Size.ANY),
  REFLIBS(Data.TEXT, 0, Size.ANY),
  FONTS(Data.TEXT, 0, Size.ANY),
  PATHTYPE(Data.SHORTS, 1, 1),
  GENERATIONS(Data.SHORTS, 1, 1),
  ATTRTABLE(Data.TEXT, 0, Size.ANY),
  STYPTABLE(Data.OTHER, 0, Size.ANY),
  STRTYPE(Data.OTHER, 0, Size.ANY),
  ELFLAGS(Data.BITS, 1, 1),
  ELKEY(Data.OTHER, 0, Size.ANY),
  LINKTYPE(Data.OTHER, 0, Size.ANY),
  LINKKEYS(Data.OTHER, 0, Size.ANY),
  NODETYPE(Data.SHORTS, 1, 1),
  PROPATTR(Data.SHORTS, 1, 1),
  PROPVALUE(Data.TEXT, 0, Size.ANY),
  BOX(Data.NONE, 0, 0),
  BOXTYPE(Data.SHORTS, 1, 1),
  PLEX(Data.INTS, 1, 1),
  BGNEXTN(Data.INTS, 1, 1),
  ENDEXTN(Data.INTS, 1, 1),
  TAPENUM(Data.SHORTS, 1, 1),
  TAPECODE(Data.SHORTS, 6, 6),
  STRCLASS(Data.BITS, 1, 1),
  RESERVED(Data.OTHER, 0, Size.ANY),
  FORMAT(Data.SHORTS, 1, 1),
  MASK(Data.TEXT, 0, Size.ANY),
  ENDMASKS(Data.NONE, 0, 0),
  LIBDIRSIZE(Data.SHORTS, 1, 1),
  SRFNAME(Data.TEXT, 0, Size.ANY),
  LIBSECUR(Data.SHORTS, 0, Size.ANY);

  private static final GdsRecord[] ALL = values();

  private final Data data;
  private final int least;
  private final int most;

  GdsRecord(Data data, int least, int most) {
    this.data = data;
    this.least = least;
    this.most = most;
  }

  /** What the data are; the ordinal is the second byte behind the length. */
  enum Data {
    NONE(1),
    BITS(2),
    SHORTS(2),
    INTS(4),
    /** Numbers of four bytes, which nobody writes. */
    SMALL_REALS(4),
    REALS(8),
    TEXT(1),
    /** Of kinds that were never released: whatever it is, it is passed over. */
    OTHER(1);

    private final int width;

    Data(int width) {
      this.width = width;
    }
  }

  /** Limits of {@link GdsRecord#holds}. */
  static final class Size {
    static final int ANY = Integer.MAX_VALUE;

    private Size() {}
  }

  /** How many kinds there are. */
  static int count() {
    return ALL.length;
  }

  /** The kind with this number, below {@link #count}. */
  static GdsRecord of(int number) {
    return ALL[number];
  }

  /** The number of this kind, below {@link #count}. */
  int number() {
    return ordinal();
  }

  /** Kind and data type as they stand in a file. */
  int code() {
    return ordinal() << 8 | data.ordinal();
  }

  /** Whether a file may give it data of type {@code type}. */
  boolean hasType(int type) {
    return data == Data.OTHER || data.ordinal() == type;
  }

  /** Whether {@code bytes} of data are a whole and possible number of items. */
  boolean holds(int bytes) {
    int items = bytes / data.width;
    return bytes % data.width == 0 && items >= least && items <= most;
  }
}
