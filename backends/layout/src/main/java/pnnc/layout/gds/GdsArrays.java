package pnnc.layout.gds;

import pnnc.layout.geometry.Point;
import pnnc.layout.geometry.Repetition;

/**
 * Arrays as GDSII has them: at most 32,767 columns and rows, and three points of 32 bits, of which
 * two lie one step behind the last column and row. Steps of nothing are written out, since KLayout
 * takes such an array for a single reference.
 */
final class GdsArrays {
  static final int MAX = 32_767;

  private GdsArrays() {}

  /** Takes an array that GDSII holds, or a single one. */
  interface Pieces {
    void piece(int x, int y, Repetition.Regular piece);
  }

  /** Halves {@code array} until its pieces can be written. */
  static void split(Repetition.Regular array, Point at, Pieces pieces) {
    int columns = array.columns();
    int rows = array.rows();
    if (fits(array, at)) {
      pieces.piece(at.x(), at.y(), array);
    } else if (columns >= rows) {
      int half = columns / 2;
      split(part(array, half, rows), at, pieces);
      split(part(array, columns - half, rows), moved(at, array.column(), half), pieces);
    } else {
      int half = rows / 2;
      split(part(array, columns, half), at, pieces);
      split(part(array, columns, rows - half), moved(at, array.row(), half), pieces);
    }
  }

  private static boolean fits(Repetition.Regular array, Point at) {
    return array.count() == 1
        || (array.columns() <= MAX
            && array.rows() <= MAX
            && isInside(at, array.column(), array.columns())
            && isInside(at, array.row(), array.rows()));
  }

  private static boolean isInside(Point at, Point step, int times) {
    long x = at.x() + (long) step.x() * times;
    long y = at.y() + (long) step.y() * times;
    boolean isStep = step.x() != 0 || step.y() != 0;
    return times == 1 || (isStep && x == (int) x && y == (int) y);
  }

  private static Repetition.Regular part(Repetition.Regular of, int columns, int rows) {
    return new Repetition.Regular(columns, rows, of.column(), of.row());
  }

  private static Point moved(Point at, Point step, int times) {
    return new Point(
        narrow(at.x() + (long) step.x() * times), narrow(at.y() + (long) step.y() * times));
  }

  /** The three points; the step of a single column or row is no matter and left out. */
  static int[] corners(int x, int y, Repetition.Regular array) {
    Point column = array.columns() == 1 ? Point.ORIGIN : array.column();
    Point row = array.rows() == 1 ? Point.ORIGIN : array.row();
    return new int[] {
      x,
      y,
      x + column.x() * array.columns(),
      y + column.y() * array.columns(),
      x + row.x() * array.rows(),
      y + row.y() * array.rows()
    };
  }

  /** As {@link Repetition#forEach}. */
  static void places(Repetition repetition, Repetition.Places places) {
    try {
      repetition.forEach(places);
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          "a place of %s is beyond 32 bits".formatted(repetition), e);
    }
  }

  static int sum(int a, int b) {
    return narrow((long) a + b);
  }

  private static int narrow(long value) {
    if (value != (int) value) {
      throw new IllegalArgumentException("the coordinate %d is beyond 32 bits".formatted(value));
    }
    return (int) value;
  }
}
