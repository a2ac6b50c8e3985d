package pnnc.layout.gds;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.layout.geometry.Orientation;
import pnnc.layout.geometry.Point;
import pnnc.layout.geometry.Repetition;
import pnnc.layout.geometry.Transform;
import pnnc.layout.model.LayoutSink;

/** What a reference says beside its point: the cell, how it lies, how often. */
final class GdsPlacement {
  private static final long SREF_SNAME = 0x0004_0A00_0000_1206L;
  private static final int XY = 0x000C_1003;
  private static final int ENDEL = 0x0004_1100;
  private static final int MIRRORED = 0x8000;
  private static final int ABSOLUTE_MAGNIFICATION = 4;
  private static final int ABSOLUTE = 6;

  private final GdsInput input;
  private final GdsStrict strict;
  private final LayoutSink sink;
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, Long> used = new HashMap<>();
  private String cell = "";
  private byte[] cellBytes = new byte[0];
  private int bits;
  private double magnification;
  private double degrees;
  private int columns;
  private int rows;
  private Repetition repetition = Repetition.ONCE;

  GdsPlacement(GdsInput input, GdsStrict strict, LayoutSink sink) {
    this.input = input;
    this.strict = strict;
    this.sink = sink;
  }

  Map<String, Long> used() {
    return used;
  }

  void reset() {
    bits = 0;
    magnification = 1;
    degrees = 0;
  }

  void take(GdsRecord record) {
    switch (record) {
      case SNAME -> name();
      case STRANS -> bits = input.number(0);
      case MAG -> magnification = magnification(input.real(0));
      case ANGLE -> degrees = turn(input.real(0));
      default -> size(input.number(0), input.number(1));
    }
  }

  /**
   * As many plain references to the last cell as follow the current record, without looking at
   * single records: {@code SREF SNAME XY ENDEL}.
   */
  void run() {
    int name = cellBytes.length + (cellBytes.length & 1);
    int bytes = 24 + name;
    int at = input.ahead(bytes);
    while (at >= 0 && isPlain(at, name)) {
      input.skip(bytes);
      long x = input.word(at + name + 8);
      long y = input.word(at + name + 16);
      sink.reference(cell, Orientation.R0, (int) x, (int) (y >>> 32));
      at = input.ahead(bytes);
    }
  }

  private boolean isPlain(int at, int name) {
    return input.word(at) == (SREF_SNAME | (long) (name + 4) << 16)
        && (int) (input.word(at + name + 8) >>> 32) == XY
        && (int) input.word(at + name + 16) == ENDEL
        && input.isAt(at + 8, cellBytes, name);
  }

  private void name() {
    if (input.isText(cellBytes) && cellBytes.length > 0) {
      return;
    }
    String name = input.text();
    strict.name(name);
    used.putIfAbsent(name, input.offset());
    cell = names.computeIfAbsent(name, n -> n);
    cellBytes = cell.getBytes(StandardCharsets.ISO_8859_1);
  }

  private double magnification(double value) {
    if (!(value > 0)) {
      throw input.fault(DiagnosticCode.GDS_VALUE, "the magnification", value);
    }
    return value;
  }

  /** In {@code [0, 360)}. */
  private static double turn(double angle) {
    double turned = angle % 360;
    double positive = turned < 0 ? turned + 360 : turned;
    return positive >= 360 ? 0 : positive;
  }

  private void size(int columns, int rows) {
    strict.layer(columns);
    strict.layer(rows);
    if (columns == 0 || rows == 0) {
      throw input.fault(DiagnosticCode.GDS_VALUE, "the array", "%d by %d".formatted(columns, rows));
    }
    this.columns = columns;
    this.rows = rows;
  }

  /** Whether the cells around should not turn or magnify it. */
  boolean isAbsolute() {
    return (bits & ABSOLUTE) != 0;
  }

  /** Whether it is turned or mirrored. */
  boolean isTurned() {
    return (bits & MIRRORED) != 0 || degrees != 0;
  }

  /** Refuses what cannot be; for arrays {@code xy} are the three points. */
  void check(int[] xy, boolean isArray) {
    if (isAbsolute()) {
      boolean isSize = (bits & ABSOLUTE_MAGNIFICATION) != 0;
      throw input.fault(DiagnosticCode.GDS_ABSOLUTE, cell, isSize ? "magnification" : "angle");
    }
    repetition = Repetition.ONCE;
    if (isArray && (columns > 1 || rows > 1)) {
      Point column = step((long) xy[2] - xy[0], (long) xy[3] - xy[1], columns);
      Point row = step((long) xy[4] - xy[0], (long) xy[5] - xy[1], rows);
      inside(xy[0], (long) column.x() * (columns - 1), (long) row.x() * (rows - 1));
      inside(xy[1], (long) column.y() * (columns - 1), (long) row.y() * (rows - 1));
      repetition = new Repetition.Regular(columns, rows, column, row);
    }
  }

  private Point step(long x, long y, int count) {
    if (count == 1) {
      return Point.ORIGIN;
    }
    if (x % count != 0 || y % count != 0) {
      throw input.fault(DiagnosticCode.GDS_ARRAY, count, x, y);
    }
    return new Point((int) (x / count), (int) (y / count));
  }

  private void inside(int origin, long alongColumns, long alongRows) {
    long least = Math.min(alongColumns, 0) + Math.min(alongRows, 0);
    long most = Math.max(alongColumns, 0) + Math.max(alongRows, 0);
    if (Math.min(least, least + origin) < Integer.MIN_VALUE
        || Math.max(most, most + origin) > Integer.MAX_VALUE) {
      throw beyond();
    }
  }

  private DiagnosedException beyond() {
    return input.fault(
        DiagnosticCode.GDS_VALUE, "the array", "wider than 32 bits of database units");
  }

  void draw(int x, int y) {
    boolean isMirrored = (bits & MIRRORED) != 0;
    sink.reference(
        cell, new Transform(isMirrored, degrees, magnification, new Point(x, y)), repetition);
  }
}
