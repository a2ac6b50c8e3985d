package pnnc.layout.drc;

import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;

/** Counts steps whose number a layout may make endless, and ends it at a bound. */
final class Work {
  private static final long MOST = 20_000_000;

  private final String cell;
  private final long most;
  private long done;

  /** In {@code cell}. */
  Work(String cell) {
    this(cell, MOST);
  }

  /** Up to {@code most} steps. */
  Work(String cell, long most) {
    this.cell = cell;
    this.most = most;
  }

  /**
   * Counts one.
   *
   * @throws DiagnosedException if that is one too many
   */
  void step() {
    if (++done > most) {
      throw new DiagnosedException(DiagnosticCode.RULE_PLACES.error(cell, most));
    }
  }
}
