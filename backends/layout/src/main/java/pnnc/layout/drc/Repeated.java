package pnnc.layout.drc;

import pnnc.layout.geometry.Box;
import pnnc.layout.geometry.Point;
import pnnc.layout.geometry.Transform;
import pnnc.layout.hierarchy.Placement;
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

  /** The places as those of a cell around which the support is. */
  private Placement places() {
    return new Placement("", Transform.IDENTITY, columns, rows, pitch, finding.support());
  }

  /** Names the column and row of each place whose support touches {@code window}. */
  void within(Box window, Placement.Places sink) {
    places().within(window, sink);
  }

  /** The support at the place of a column and a row. */
  Box support(int column, int row) {
    return Placed.box(finding.support(), step(column, row));
  }

  /** Around the support at all places. */
  Box bounds() {
    Box s = finding.support();
    Point last = step(columns - 1, rows - 1).shift();
    return new Box(s.left(), s.bottom(), s.right() + last.x(), s.top() + last.y());
  }
}
