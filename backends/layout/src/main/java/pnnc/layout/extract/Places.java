package pnnc.layout.extract;

import java.util.function.IntConsumer;
import pnnc.layout.geometry.Orientation;
import pnnc.layout.geometry.Point;
import pnnc.layout.geometry.Repetition;

/** Where the elements of a repetition lie, seen from the first; those of grids found by place. */
final class Places {
  private final int columns;
  private final int[] steps;
  private final int[] points;
  private final int count;

  private Places(int columns, int[] steps, int[] points, int count) {
    this.columns = columns;
    this.steps = steps;
    this.points = points;
    this.count = count;
  }

  /** How many elements one repetition may have. */
  static long most(Repetition repetition, Orientation turn) {
    return repetition instanceof Repetition.Regular r && isGrid(steps(r, turn))
        ? Integer.MAX_VALUE
        : Effort.MOST_PLACES;
  }

  /**
   * Those of {@code repetition}, all steps turned.
   *
   * @throws ArithmeticException if there are more than 2³¹ − 1
   */
  static Places of(Repetition repetition, Orientation turn) {
    if (repetition instanceof Repetition.Regular r) {
      int[] steps = steps(r, turn);
      if (isGrid(steps)) {
        return new Places(r.columns(), steps, new int[0], Math.toIntExact(r.count()));
      }
    }
    IntList points = new IntList();
    repetition.forEach((x, y) -> points.add(turn.x(x, y)).add(turn.y(x, y)));
    return new Places(0, new int[4], points.toArray(), points.size() / 2);
  }

  private static int[] steps(Repetition.Regular r, Orientation turn) {
    Point c = r.column();
    Point w = r.row();
    int[] steps = {
      turn.x(c.x(), c.y()), turn.y(c.x(), c.y()), turn.x(w.x(), w.y()), turn.y(w.x(), w.y())
    };
    if (r.rows() == 1) {
      stepAcross(steps, 2, steps[0] == 0);
    }
    if (r.columns() == 1) {
      stepAcross(steps, 0, steps[2] == 0);
    }
    return steps;
  }

  private static boolean isGrid(int[] steps) {
    boolean isSquare = steps[1] == 0 && steps[2] == 0 && steps[0] != 0 && steps[3] != 0;
    boolean isTurned = steps[0] == 0 && steps[3] == 0 && steps[1] != 0 && steps[2] != 0;
    return isSquare || isTurned;
  }

  /** Steps that are never made must not hide that the others lie along an axis. */
  private static void stepAcross(int[] steps, int at, boolean isAlongX) {
    steps[at] = isAlongX ? 1 : 0;
    steps[at + 1] = isAlongX ? 0 : 1;
  }

  int count() {
    return count;
  }

  /** Whether it is a grid along the axes, so that all elements inside have the same neighbours. */
  boolean isGrid() {
    return columns > 0 && count > 1;
  }

  int columns() {
    return columns;
  }

  int rows() {
    return columns == 0 ? 0 : count / columns;
  }

  int dx(int k) {
    return columns == 0 ? points[2 * k] : k % columns * steps[0] + k / columns * steps[2];
  }

  int dy(int k) {
    return columns == 0 ? points[2 * k + 1] : k % columns * steps[1] + k / columns * steps[3];
  }

  /** The step by {@code i} columns and {@code j} rows. */
  int stepX(int i, int j) {
    return i * steps[0] + j * steps[2];
  }

  int stepY(int i, int j) {
    return i * steps[1] + j * steps[3];
  }

  /** Those of a grid with a place within the limits, in order. */
  void within(long left, long bottom, long right, long top, IntConsumer found) {
    boolean isTurned = steps[0] == 0;
    int[] i =
        isTurned ? range(bottom, top, steps[1], columns) : range(left, right, steps[0], columns);
    int[] j =
        isTurned ? range(left, right, steps[2], rows()) : range(bottom, top, steps[3], rows());
    for (int row = j[0]; row <= j[1]; row++) {
      for (int column = i[0]; column <= i[1]; column++) {
        found.accept(row * columns + column);
      }
    }
  }

  /** The first and last {@code k} below {@code count} with {@code k·step} in the limits. */
  private static int[] range(long low, long high, int step, int count) {
    long from = step > 0 ? ceil(low, step) : ceil(-high, -step);
    long to = step > 0 ? Math.floorDiv(high, step) : Math.floorDiv(-low, -step);
    return new int[] {
      (int) Math.max(0, Math.min(from, count)), (int) Math.max(-1, Math.min(count - 1L, to))
    };
  }

  private static long ceil(long a, long b) {
    return -Math.floorDiv(-a, b);
  }
}
