package pnnc.layout.extract;

import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;

/**
 * What an extraction looks at, and takes at most: a small file can ask for more than anyone has
 * time or memory for. The limits are far above what dies need.
 */
final class Effort {
  /** Visits of cells for one look at what touches a wire or an element. */
  static final long MOST_VISITS = 1L << 25;

  /** Nets of all elements that a cell places, 12 bytes each. */
  static final long MOST_NETS = 1L << 28;

  /** Shapes that a cell draws. */
  static final long MOST_SHAPES = 1L << 28;

  /** Placements in a cell, and elements of an array that have a place each. */
  static final long MOST_PLACES = 1L << 25;

  private String cell = "";
  private long visits;
  private long before;

  /** What follows is about a cell. */
  void begin(String cell) {
    this.cell = cell;
    look();
  }

  /** One look begins. */
  void look() {
    before = visits;
  }

  /**
   * A cell is visited.
   *
   * @throws DiagnosedException if this look never ends
   */
  void visit() {
    if (++visits - before > MOST_VISITS) {
      throw refused(DiagnosticCode.EXTRACTION_EFFORT, cell, MOST_VISITS);
    }
  }

  /** How many visits there were. */
  long visits() {
    return visits;
  }

  /** Refuses more nets than memory holds. */
  void nets(long count) {
    if (count > MOST_NETS) {
      throw refused(DiagnosticCode.EXTRACTION_NETS, cell, count, MOST_NETS);
    }
  }

  /** Refuses more elements of {@code child} in one array than {@code most}. */
  void elements(String child, long count, long most) {
    if (count > most) {
      throw refused(DiagnosticCode.EXTRACTION_ARRAY, cell, child, count, most);
    }
  }

  /** Refuses more shapes or placements than {@code most}. */
  void drawn(long count, long most) {
    if (count > most) {
      throw refused(DiagnosticCode.EXTRACTION_SHAPES, cell, count, most);
    }
  }

  private static DiagnosedException refused(DiagnosticCode code, Object... values) {
    return new DiagnosedException(code.error(values));
  }
}
