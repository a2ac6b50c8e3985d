package pnnc.layout.drc;

import java.util.function.Consumer;
import pnnc.layout.geometry.Box;
import pnnc.layout.geometry.Point;
import pnnc.layout.geometry.Transform;
import pnnc.layout.region.Placed;

/**
 * A finding, once or at many places along the axes.
 *
 * @param isOwn whether it is of a cell itself; else it is of an array in it, and does not hold
 *     where the cell's zones touch it
 * @param columns at least 1
 * @param rows at least 1
 * @param pitch dbu
 */
record Repeated(Finding finding, boolean isOwn, int columns, int rows, Point pitch) {
  static Repeated own(Finding finding) {
    return new Repeated(finding, true, 1, 1, Point.ORIGIN);
  }

  long count() {
    return (long) columns * rows;
  }

  /** From the first place to that of a column and a row. */
  Transform step(int column, int row) {
    return Transform.shift(
        Math.toIntExact((long) column * pitch.x()), Math.toIntExact((long) row * pitch.y()));
  }

  /** Names the support at each place. */
  void supports(Consumer<Box> sink) {
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        sink.accept(Placed.box(finding.support(), step(column, row)));
      }
    }
  }

  /** Around the support at all places. */
  Box bounds() {
    Box s = finding.support();
    Point last = step(columns - 1, rows - 1).shift();
    return new Box(s.left(), s.bottom(), s.right() + last.x(), s.top() + last.y());
  }
}
