package pnnc.layout.picture;

import pnnc.layout.geometry.Repetition;
import pnnc.layout.model.Cell;

/** Counts what drawing costs, about one for each pixel that is touched, and ends it at a limit. */
final class Effort {
  /** What a cell, shape or place costs beside its pixels. */
  static final int STEP = 4;

  private final long most;
  private long spent;

  Effort(long most) {
    this.most = most;
  }

  /** The limit was passed; what was drawn is not complete. */
  static final class Exhausted extends RuntimeException {
    private static final long serialVersionUID = 1;

    private Exhausted() {
      super("more than was to be drawn", null, false, false);
    }
  }

  /**
   * So much is done.
   *
   * @throws Exhausted if that is more than there was to be in all
   */
  void spend(long cost) {
    spent += cost;
    if (spent > most) {
      throw new Exhausted();
    }
  }

  /** A cell is gone through, and each of its elements looked at. */
  void enter(Cell cell) {
    spend(STEP + (long) cell.elements().size());
  }

  /** A repetition is gone through; regular ones leave out by arithmetic what cannot be seen. */
  void repeat(Repetition repetition) {
    spend(repetition instanceof Repetition.Irregular r ? r.count() : 1);
  }

  long spent() {
    return spent;
  }
}
