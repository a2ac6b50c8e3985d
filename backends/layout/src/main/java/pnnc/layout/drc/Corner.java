package pnnc.layout.drc;

/** Whether a way from a point of a border goes into what lies within the borders. */
final class Corner {
  /** What rounding leaves of a distance of 0, dbu. */
  private static final double NOTHING = 1e-6;

  private Corner() {}

  /**
   * 1 if the way from {@code x, y} on border {@code i} to {@code toX, toY} begins inside, −1 if
   * outside, 0 if along a border.
   */
  static int side(Borders b, int i, double x, double y, double toX, double toY) {
    int e = 4 * i;
    double dx = toX - x;
    double dy = toY - y;
    if (isAt(b.at, e, x, y)) {
      return side(b, b.before(i), i, dx, dy);
    } else if (isAt(b.at, e + 2, x, y)) {
      return side(b, i, b.next(i), dx, dy);
    }
    return side(b.at, e, dx, dy);
  }

  private static boolean isAt(int[] at, int i, double x, double y) {
    return Math.abs(at[i] - x) <= NOTHING && Math.abs(at[i + 1] - y) <= NOTHING;
  }

  /** At the corner between two borders. */
  private static int side(Borders b, int first, int second, double dx, double dy) {
    int one = side(b.at, 4 * first, dx, dy);
    int other = side(b.at, 4 * second, dx, dy);
    int[] a = b.at;
    int e = 4 * first;
    int g = 4 * second;
    boolean isConvex =
        Exactly.cross(
                (long) a[e + 2] - a[e],
                (long) a[e + 3] - a[e + 1],
                (long) a[g + 2] - a[g],
                (long) a[g + 3] - a[g + 1])
            > 0;
    return isConvex ? Math.min(one, other) : Math.max(one, other);
  }

  private static int side(int[] at, int e, double dx, double dy) {
    double ex = (double) at[e + 2] - at[e];
    double ey = (double) at[e + 3] - at[e + 1];
    double away = (ex * dy - ey * dx) / Math.hypot(ex, ey);
    return Math.abs(away) <= NOTHING ? 0 : (int) Math.signum(away);
  }
}
