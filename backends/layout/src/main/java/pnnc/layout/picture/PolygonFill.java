package pnnc.layout.picture;

import java.util.Arrays;

/**
 * Finds how much of each pixel a polygon covers, exactly by area. Each edge leaves in its row what
 * it adds to all pixels right of it; the sum along a row is the share that is covered.
 */
final class PolygonFill {
  private double[] change = new double[0];
  private int column;
  private int row;
  private int columns;
  private int rows;

  /** Takes the share of one pixel. */
  interface Pixels {
    void add(int x, int y, double share);
  }

  /**
   * Gives {@code pixels} all that are covered in {@code width · height}.
   *
   * @return how many were looked at
   */
  long fill(double[] xy, int width, int height, Pixels pixels) {
    if (!frame(xy, width, height)) {
      return 0;
    }
    for (int i = 0, last = xy.length - 2; i < xy.length; last = i, i += 2) {
      edge(xy[last] - column, xy[last + 1] - row, xy[i] - column, xy[i + 1] - row);
    }
    for (int y = 0; y < rows; y++) {
      double sum = 0;
      for (int x = 0; x < columns; x++) {
        sum += change[y * (columns + 1) + x];
        if (sum != 0) {
          pixels.add(column + x, row + y, Math.min(1, Math.abs(sum)));
        }
      }
    }
    return (long) columns * rows;
  }

  /** Whether anything is to be seen; makes room for it. */
  private boolean frame(double[] xy, int width, int height) {
    Area bounds = Area.NONE;
    for (int i = 0; i < xy.length; i += 2) {
      bounds = bounds.union(new Area(xy[i], xy[i + 1], xy[i], xy[i + 1]));
    }
    column = (int) Math.max(0, Math.floor(bounds.left()));
    row = (int) Math.max(0, Math.floor(bounds.low()));
    columns = (int) Math.min(width, Math.ceil(bounds.right())) - column;
    rows = (int) Math.min(height, Math.ceil(bounds.high())) - row;
    if (columns <= 0 || rows <= 0) {
      return false;
    }
    int size = (columns + 1) * rows;
    change = change.length < size ? new double[size] : change;
    Arrays.fill(change, 0, size, 0);
    return true;
  }

  private void edge(double ax, double ay, double bx, double by) {
    if (ay > by) {
      steps(bx, by, ax, ay, -1);
    } else if (ay < by) {
      steps(ax, ay, bx, by, 1);
    }
  }

  /** An edge that goes down the screen, row by row. */
  private void steps(double ax, double ay, double bx, double by, int direction) {
    double slope = (bx - ax) / (by - ay);
    double end = Math.min(by, rows);
    for (int y = (int) Math.max(0, ay); y < end; y++) {
      double from = Math.max(ay, y);
      double to = Math.min(end, y + 1);
      double x0 = ax + (from - ay) * slope;
      double x1 = to == by ? bx : ax + (to - ay) * slope;
      span(y, Math.min(x0, x1), Math.max(x0, x1), direction * (to - from));
    }
  }

  /** An edge in one row from {@code left} to {@code right} over {@code height} of it. */
  private void span(int y, double left, double right, double height) {
    int base = y * (columns + 1);
    if (right <= 0) {
      change[base] += height;
    } else if (left < 0) {
      double outside = -left / (right - left);
      change[base] += height * outside;
      span(y, 0, right, height * (1 - outside));
    } else if (right > columns) {
      if (left < columns) {
        span(y, left, columns, height * (columns - left) / (right - left));
      }
    } else {
      inside(base, left, right, height);
    }
  }

  private void inside(int base, double left, double right, double height) {
    int first = (int) Math.min(left, columns - 1);
    for (int x = first; x < right || x == first; x++) {
      double a = Math.max(left, x);
      double b = Math.min(right, x + 1);
      double part = right > left ? height * (b - a) / (right - left) : height;
      double behind = (a + b) / 2 - x;
      change[base + x] += part * (1 - behind);
      change[base + x + 1] += part * behind;
    }
  }
}
