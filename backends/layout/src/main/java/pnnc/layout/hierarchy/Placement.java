package pnnc.layout.hierarchy;

import pnnc.layout.geometry.Box;
import pnnc.layout.geometry.Point;
import pnnc.layout.geometry.Transform;

/**
 * A cell in another, once or as an array along the axes.
 *
 * @param cell the name of the one inside
 * @param transform where its first place is: the one at the lower left
 * @param columns at least 1
 * @param rows at least 1
 * @param pitch from one column to the next and from one row to the next, dbu, not negative
 * @param first around what the first place draws
 */
public record Placement(
    String cell, Transform transform, int columns, int rows, Point pitch, Box first) {
  /** Around what all places draw. */
  public Box bounds() {
    return new Box(
        first.left(),
        first.bottom(),
        Math.toIntExact(first.right() + (columns - 1L) * pitch.x()),
        Math.toIntExact(first.top() + (rows - 1L) * pitch.y()));
  }

  public boolean isArray() {
    return columns > 1 || rows > 1;
  }

  /** Where the place of a column and a row is. */
  public Transform place(int column, int row) {
    Point shift =
        new Point(
            Math.toIntExact(transform.shift().x() + (long) column * pitch.x()),
            Math.toIntExact(transform.shift().y() + (long) row * pitch.y()));
    return new Transform(
        transform.isMirrored(), transform.degrees(), transform.magnification(), shift);
  }

  /** One place alone. */
  public Placement single(int column, int row) {
    int dx = Math.toIntExact((long) column * pitch.x());
    int dy = Math.toIntExact((long) row * pitch.y());
    Box box = new Box(first.left() + dx, first.bottom() + dy, first.right() + dx, first.top() + dy);
    return new Placement(cell, place(column, row), 1, 1, Point.ORIGIN, box);
  }

  /** The same with fewer places. */
  public Placement shortened(int columns, int rows) {
    return new Placement(cell, transform, columns, rows, pitch, first);
  }

  /** Takes columns and rows. */
  public interface Places {
    void at(int column, int row);
  }

  /** Names each place whose box touches {@code window}. */
  public void within(Box window, Places places) {
    int[] x = range(first.left(), first.right(), pitch.x(), columns, window.left(), window.right());
    int[] y = range(first.bottom(), first.top(), pitch.y(), rows, window.bottom(), window.top());
    for (int row = y[0]; row <= y[1]; row++) {
      for (int column = x[0]; column <= x[1]; column++) {
        places.at(column, row);
      }
    }
  }

  private static int[] range(int low, int high, int pitch, int count, int from, int to) {
    if (pitch == 0) {
      return high >= from && low <= to ? new int[] {0, count - 1} : new int[] {0, -1};
    }
    long begin = -Math.floorDiv((long) high - from, pitch);
    long end = Math.floorDiv((long) to - low, pitch);
    return new int[] {(int) Math.max(0, begin), (int) Math.min(count - 1L, end)};
  }
}
