package pnnc.layout.region;

/** Two straight lines between points, ends included. */
final class Segments {
  private Segments() {}

  /** Whether {@code a} to {@code b} and {@code c} to {@code d} have a point in common. */
  static boolean meet(int ax, int ay, int bx, int by, int cx, int cy, int dx, int dy) {
    if (Math.max(ax, bx) < Math.min(cx, dx)
        || Math.max(cx, dx) < Math.min(ax, bx)
        || Math.max(ay, by) < Math.min(cy, dy)
        || Math.max(cy, dy) < Math.min(ay, by)) {
      return false;
    }
    return side(ax, ay, bx, by, cx, cy) * side(ax, ay, bx, by, dx, dy) <= 0
        && side(cx, cy, dx, dy, ax, ay) * side(cx, cy, dx, dy, bx, by) <= 0;
  }

  /** 1 if the point lies left of the line from {@code a} to {@code b}, −1 if right, 0 if on it. */
  static int side(int ax, int ay, int bx, int by, int x, int y) {
    return Exact.cross((long) bx - ax, (long) by - ay, (long) x - ax, (long) y - ay);
  }
}
