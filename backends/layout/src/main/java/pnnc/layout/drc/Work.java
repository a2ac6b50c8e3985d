package pnnc.layout.drc;

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
   * @throws IllegalStateException if that is one too many
   */
  void step() {
    if (++done > most) {
      throw new IllegalStateException(
          ("the cell `%s` has more than %,d places of faults near other shapes, which are looked at"
                  + " one by one: mend the faults in its parts first")
              .formatted(cell, most));
    }
  }
}
