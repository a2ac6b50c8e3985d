package pnnc.layout.drc;

import java.math.BigInteger;
import pnnc.layout.region.Exact;

/** Signs of products of differences of coordinates, without a rounding. */
final class Exactly {
  private Exactly() {}

  /** The sign of {@code ax·by − ay·bx}. */
  static int cross(long ax, long ay, long bx, long by) {
    return Exact.cross(ax, ay, bx, by);
  }

  /** The sign of {@code ax·bx + ay·by}. */
  static int dot(long ax, long ay, long bx, long by) {
    return cross(ax, -ay, by, bx);
  }

  /** Whether two straight lines, four numbers each, have a point in common. */
  static boolean meet(int[] e, int i, int[] g, int j) {
    return Math.max(e[i], e[i + 2]) >= Math.min(g[j], g[j + 2])
        && Math.max(g[j], g[j + 2]) >= Math.min(e[i], e[i + 2])
        && Math.max(e[i + 1], e[i + 3]) >= Math.min(g[j + 1], g[j + 3])
        && Math.max(g[j + 1], g[j + 3]) >= Math.min(e[i + 1], e[i + 3])
        && sides(e, i, g, j) <= 0
        && sides(g, j, e, i) <= 0;
  }

  /** −1 if the ends of the second line lie on different sides of the first. */
  private static int sides(int[] e, int i, int[] g, int j) {
    long dx = (long) e[i + 2] - e[i];
    long dy = (long) e[i + 3] - e[i + 1];
    return cross(dx, dy, (long) g[j] - e[i], (long) g[j + 1] - e[i + 1])
        * cross(dx, dy, (long) g[j + 2] - e[i], (long) g[j + 3] - e[i + 1]);
  }

  /** The exact {@code ax·by − ay·bx}. */
  static BigInteger crossValue(long ax, long ay, long bx, long by) {
    return Exact.crossValue(ax, ay, bx, by);
  }
}
