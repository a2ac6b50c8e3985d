package pnnc.layout.oasis;

import java.util.Arrays;
import pnnc.layout.geometry.Point;
import pnnc.layout.geometry.Repetition;

/** Reads repetitions, remembers the last, and knows how far it goes. */
final class RepetitionReader {
  private final OasisInput in;
  private Repetition last = Repetition.ONCE;
  private int[] xs = new int[64];
  private int[] ys = new int[64];
  private long left;
  private long bottom;
  private long right;
  private long top;

  RepetitionReader(OasisInput in) {
    this.in = in;
  }

  /** Forgets the last. */
  void reset() {
    last = Repetition.ONCE;
  }

  Repetition read() {
    int type = (int) Math.min(in.unsigned(), 12);
    if (type != 0) {
      clearBounds();
      last = ofType(type);
    } else if (last == Repetition.ONCE) {
      throw in.malformed("the last repetition is to be used again, and there is none");
    }
    return last;
  }

  private Repetition ofType(int type) {
    return switch (type) {
      case 1 -> {
        int columns = count();
        int rows = count();
        yield regular(columns, rows, new Point(size(), 0), new Point(0, size()));
      }
      case 2 -> regular(count(), 1, new Point(size(), 0), Point.ORIGIN);
      case 3 -> regular(1, count(), Point.ORIGIN, new Point(0, size()));
      case 4, 5 -> along(true, type == 5);
      case 6, 7 -> along(false, type == 7);
      case 8 -> {
        int columns = count();
        int rows = count();
        yield regular(columns, rows, step(), step());
      }
      case 9 -> regular(count(), 1, step(), Point.ORIGIN);
      case 10, 11 -> irregular(type == 11);
      default -> throw in.malformed("a repetition of an unknown type");
    };
  }

  private int count() {
    long coded = in.unsigned();
    in.limit("the number of columns or rows", coded, Integer.MAX_VALUE - 2);
    return (int) coded + 2;
  }

  private int size() {
    return in.coordinate(in.size());
  }

  private Point step() {
    in.gDelta();
    return new Point(in.coordinate(in.dx()), in.coordinate(in.dy()));
  }

  private Repetition regular(int columns, int rows, Point column, Point row) {
    long c = columns - 1L;
    long r = rows - 1L;
    grow(c * column.x(), c * column.y());
    grow(r * row.x(), r * row.y());
    grow(c * column.x() + r * row.x(), c * column.y() + r * row.y());
    return new Repetition.Regular(columns, rows, column, row);
  }

  private int places() {
    long coded = in.unsigned();
    in.limit("the number of places of a repetition", coded, in.limits().places() - 2L);
    return (int) coded + 2;
  }

  private Repetition along(boolean isX, boolean hasGrid) {
    int places = places();
    long grid = hasGrid ? in.size() : 1;
    long at = 0;
    for (int i = 1; i < places; i++) {
      at = in.coordinate(at + scaled(in.size(), grid));
      place(i, isX ? at : 0, isX ? 0 : at);
    }
    grow(isX ? at : 0, isX ? 0 : at);
    return new Repetition.Irregular(Arrays.copyOf(xs, places), Arrays.copyOf(ys, places));
  }

  private Repetition irregular(boolean hasGrid) {
    int places = places();
    long grid = hasGrid ? in.size() : 1;
    long x = 0;
    long y = 0;
    for (int i = 1; i < places; i++) {
      in.gDelta();
      x = in.coordinate(x + scaled(in.dx(), grid));
      y = in.coordinate(y + scaled(in.dy(), grid));
      place(i, x, y);
      grow(x, y);
    }
    return new Repetition.Irregular(Arrays.copyOf(xs, places), Arrays.copyOf(ys, places));
  }

  /** Both are below 2³⁴; the product is checked before it can overflow. */
  private long scaled(long step, long grid) {
    return grid == 1 ? step : (long) in.coordinate(step) * in.coordinate(grid);
  }

  private void place(int i, long x, long y) {
    if (i == xs.length) {
      xs = Arrays.copyOf(xs, 2 * i);
      ys = Arrays.copyOf(ys, 2 * i);
    }
    xs[i] = (int) x;
    ys[i] = (int) y;
  }

  private void clearBounds() {
    left = 0;
    bottom = 0;
    right = 0;
    top = 0;
  }

  private void grow(long x, long y) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    bottom = Math.min(bottom, y);
    top = Math.max(top, y);
  }

  /** Refuses the last repetition of something with these borders if it goes beyond 32 bits. */
  void check(long fromX, long fromY, long toX, long toY) {
    in.coordinate(fromX + left);
    in.coordinate(fromY + bottom);
    in.coordinate(toX + right);
    in.coordinate(toY + top);
  }
}
