package pnnc.layout.region;

/** Whether an outline goes around everything in the same direction. */
final class Simplicity {
  /** Above this, comparing all edges with all others costs more than merging. */
  private static final int MANY = 64;

  private Simplicity() {}

  /** Whether it surely does; outlines of many corners that are not convex are not looked into. */
  static boolean windsOneWay(int[] corners) {
    return corners.length <= 6
        || isConvex(corners)
        || (corners.length <= 2 * MANY && isWithoutCrossing(corners));
  }

  /** Whether it turns one way at all corners, and once around in all. */
  private static boolean isConvex(int[] c) {
    int turn = 0;
    int changesOfX = 0;
    int n = c.length;
    long lastDx = 0;
    for (int i = 0; i < n; i += 2) {
      int j = (i + 2) % n;
      int k = (i + 4) % n;
      long ax = (long) c[j] - c[i];
      long ay = (long) c[j + 1] - c[i + 1];
      int here = Exact.cross(ax, ay, (long) c[k] - c[j], (long) c[k + 1] - c[j + 1]);
      if (here == 0 || here * turn < 0) {
        return false;
      }
      turn = here;
      if (ax != 0) {
        changesOfX += Long.signum(ax) * Long.signum(lastDx) < 0 ? 1 : 0;
        lastDx = ax;
      }
    }
    return changesOfX <= 2;
  }

  private static boolean isWithoutCrossing(int[] c) {
    int n = c.length;
    for (int i = 0; i < n; i += 2) {
      for (int j = i + 4; j < n; j += 2) {
        boolean areNeighbours = i == 0 && j == n - 2;
        if (!areNeighbours && meet(c, i, j)) {
          return false;
        }
      }
      int next = (i + 2) % n;
      int after = (i + 4) % n;
      if (isSpike(c, i, next, after)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the way from {@code i} to {@code j} and on to {@code k} has no turn that is clear. */
  private static boolean isSpike(int[] c, int i, int j, int k) {
    long ax = (long) c[j] - c[i];
    long ay = (long) c[j + 1] - c[i + 1];
    long bx = (long) c[k] - c[j];
    long by = (long) c[k + 1] - c[j + 1];
    return Exact.cross(ax, ay, bx, by) == 0
        && !(Long.signum(ax) == Long.signum(bx) && Long.signum(ay) == Long.signum(by));
  }

  /** Whether the edges behind corners {@code i} and {@code j} have a point in common. */
  private static boolean meet(int[] c, int i, int j) {
    int k = (i + 2) % c.length;
    int l = (j + 2) % c.length;
    return Segments.meet(c[i], c[i + 1], c[k], c[k + 1], c[j], c[j + 1], c[l], c[l + 1]);
  }
}
