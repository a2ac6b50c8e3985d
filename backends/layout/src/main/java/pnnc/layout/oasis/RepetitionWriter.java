package pnnc.layout.oasis;

import pnnc.layout.geometry.Point;
import pnnc.layout.geometry.Repetition;

/** Writes repetitions in their shortest form and remembers the last. */
final class RepetitionWriter {
  private final OasisBuffer out;
  private Repetition last = Repetition.ONCE;

  RepetitionWriter(OasisBuffer out) {
    this.out = out;
  }

  /** Forgets the last. */
  void reset() {
    last = Repetition.ONCE;
  }

  /** Whether there is anything to write. */
  static boolean isOnce(Repetition repetition) {
    return repetition == Repetition.ONCE || repetition.count() == 1;
  }

  /** Writes one of more than one place. */
  void write(Repetition repetition) {
    if (repetition.equals(last)) {
      out.unsigned(0);
    } else if (repetition instanceof Repetition.Regular r) {
      regular(r);
    } else {
      irregular((Repetition.Irregular) repetition);
    }
    last = repetition;
  }

  private void regular(Repetition.Regular r) {
    if (r.rows() == 1) {
      line(r.columns(), r.column());
    } else if (r.columns() == 1) {
      line(r.rows(), r.row());
    } else if (isRight(r.column()) && isUp(r.row())) {
      grid(r.columns(), r.rows(), r.column().x(), r.row().y());
    } else if (isUp(r.column()) && isRight(r.row())) {
      grid(r.rows(), r.columns(), r.row().x(), r.column().y());
    } else {
      out.unsigned(8);
      out.unsigned(r.columns() - 2);
      out.unsigned(r.rows() - 2);
      out.gDelta(r.column().x(), r.column().y());
      out.gDelta(r.row().x(), r.row().y());
    }
  }

  private static boolean isRight(Point step) {
    return step.x() >= 0 && step.y() == 0;
  }

  private static boolean isUp(Point step) {
    return step.x() == 0 && step.y() >= 0;
  }

  private void grid(int columns, int rows, int dx, int dy) {
    out.unsigned(1);
    out.unsigned(columns - 2);
    out.unsigned(rows - 2);
    out.unsigned(dx);
    out.unsigned(dy);
  }

  private void line(int count, Point step) {
    int type = isRight(step) ? 2 : isUp(step) ? 3 : 9;
    out.unsigned(type);
    out.unsigned(count - 2);
    if (type == 9) {
      out.gDelta(step.x(), step.y());
    } else {
      out.unsigned((long) step.x() + step.y());
    }
  }

  private void irregular(Repetition.Irregular r) {
    int places = (int) r.count();
    boolean isAlongX = true;
    boolean isAlongY = true;
    long grid = 0;
    for (int i = 1; i < places; i++) {
      long dx = (long) r.dx(i) - r.dx(i - 1);
      long dy = (long) r.dy(i) - r.dy(i - 1);
      isAlongX &= dy == 0 && dx >= 0;
      isAlongY &= dx == 0 && dy >= 0;
      grid = grid == 1 ? 1 : gcd(gcd(grid, Math.abs(dx)), Math.abs(dy));
    }
    int type = isAlongX ? 4 : isAlongY ? 6 : 10;
    boolean hasGrid = grid > 1 && grid <= Integer.MAX_VALUE && saves(r, type, grid);
    out.unsigned(type + (hasGrid ? 1 : 0));
    out.unsigned(places - 2);
    if (hasGrid) {
      out.unsigned(grid);
    }
    steps(r, type, hasGrid ? grid : 1);
  }

  private void steps(Repetition.Irregular r, int type, long grid) {
    int places = (int) r.count();
    for (int i = 1; i < places; i++) {
      long dx = (long) r.dx(i) - r.dx(i - 1);
      long dy = (long) r.dy(i) - r.dy(i - 1);
      if (grid > 1) {
        dx /= grid;
        dy /= grid;
      }
      if (type == 10) {
        out.gDelta(dx, dy);
      } else {
        out.unsigned(dx + dy);
      }
    }
  }

  /** Whether steps in multiples of {@code grid} save more than the grid costs. */
  private static boolean saves(Repetition.Irregular r, int type, long grid) {
    long saved = -OasisBuffer.length(grid);
    for (int i = 1; i < r.count() && saved <= 0; i++) {
      long dx = (long) r.dx(i) - r.dx(i - 1);
      long dy = (long) r.dy(i) - r.dy(i - 1);
      saved += length(dx, dy, type) - length(dx / grid, dy / grid, type);
    }
    return saved > 0;
  }

  private static int length(long dx, long dy, int type) {
    return type == 10 ? OasisBuffer.gDeltaLength(dx, dy) : OasisBuffer.length(dx + dy);
  }

  static long gcd(long a, long b) {
    long x = a;
    long y = b;
    while (y != 0) {
      long rest = x % y;
      x = y;
      y = rest;
    }
    return x;
  }
}
