package pnnc.layout.drc;

import java.math.BigInteger;
import java.util.Optional;
import pnnc.layout.geometry.Outline;

/**
 * Whether two borders are too close, by the Euclidean metric. A border counts on its left side
 * only: what lies right of the other is cut off first. They are compared if they run against each
 * other, to less than {@code facing} degrees; on one line only where they touch.
 */
final class Facing {
  private final long limit;
  private final double facing;

  /**
   * Borders closer than {@code limit} are too close.
   *
   * @param limit dbu
   * @param facing in degrees, at most 90
   */
  Facing(long limit, double facing) {
    this.limit = limit;
    this.facing = facing;
  }

  /** Two parts of borders, as they lie. */
  static final class Near {
    private final double[] e;
    private final double[] g;

    Near(double[] e, double[] g) {
      this.e = e;
      this.g = g;
    }

    /** Of the first border, four numbers; not to be changed. */
    double[] e() {
      return e;
    }

    /** Of the second. */
    double[] g() {
      return g;
    }

    /** What is left of the first, to the nearest grid points. */
    Outline first() {
      return rounded(e);
    }

    /** What is left of the second, to the nearest grid points. */
    Outline second() {
      return rounded(g);
    }

    private static Outline rounded(double[] e) {
      return Outline.of(
          rounded(e[0], e[2]), rounded(e[1], e[3]), rounded(e[2], e[0]), rounded(e[3], e[1]));
    }

    /** The nearest whole number; of two the one towards {@code other}, however all is turned. */
    private static int rounded(double a, double other) {
      boolean isBetween = Math.abs(a - Math.floor(a) - 0.5) < 1e-6;
      return (int) (isBetween ? (other < a ? Math.floor(a) : Math.ceil(a)) : Math.rint(a));
    }
  }

  /** The parts of {@code e} and {@code g} that are too close, if any; four numbers each. */
  Optional<Near> near(long[] e, long[] g) {
    if (!isAgainst(e, g)) {
      return Optional.empty();
    }
    int e1 = side(g, e[0], e[1]);
    int e2 = side(g, e[2], e[3]);
    int g1 = side(e, g[0], g[1]);
    int g2 = side(e, g[2], g[3]);
    if ((e1 | e2) == 0) {
      return isTouching(e, g) ? Optional.of(parts(e, g)) : Optional.empty();
    }
    if (Math.max(e1, e2) <= 0 || Math.max(g1, g2) <= 0) {
      return Optional.empty();
    }
    boolean isNear =
        (Math.min(e1, e2) >= 0 && Math.min(g1, g2) >= 0)
            ? Distance.isBelow(limit, e, g)
            : isNearCut(e, g) && isNearCut(g, e);
    return isNear ? Optional.of(parts(e, g)) : Optional.empty();
  }

  private Near parts(long[] e, long[] g) {
    return new Near(NearPart.of(e, g, limit), NearPart.of(g, e, limit));
  }

  private boolean isAgainst(long[] e, long[] g) {
    double ex = (double) (e[2] - e[0]);
    double ey = (double) (e[3] - e[1]);
    double gx = (double) (g[2] - g[0]);
    double gy = (double) (g[3] - g[1]);
    if (facing < 90) {
      double turn = StrictMath.atan2(Math.abs(ex * gy - ey * gx), -(ex * gx + ey * gy));
      return StrictMath.toDegrees(turn) < facing;
    }
    return Exactly.dot(e[2] - e[0], e[3] - e[1], g[2] - g[0], g[3] - g[1]) < 0;
  }

  /** Of the point, seen along {@code g}: 1 if left, −1 if right. */
  private static int side(long[] g, long x, long y) {
    return Exactly.cross(g[2] - g[0], g[3] - g[1], x - g[0], y - g[1]);
  }

  private static boolean isTouching(long[] e, long[] g) {
    return Math.min(e[0], e[2]) <= Math.max(g[0], g[2])
        && Math.min(g[0], g[2]) <= Math.max(e[0], e[2])
        && Math.min(e[1], e[3]) <= Math.max(g[1], g[3])
        && Math.min(g[1], g[3]) <= Math.max(e[1], e[3]);
  }

  /** Whether the part of {@code e} left of {@code g} is too close, exactly. */
  private boolean isNearCut(long[] e, long[] g) {
    BigInteger[] w = Distance.wide(e);
    BigInteger c1 = Exactly.crossValue(g[2] - g[0], g[3] - g[1], e[0] - g[0], e[1] - g[1]);
    BigInteger c2 = Exactly.crossValue(g[2] - g[0], g[3] - g[1], e[2] - g[0], e[3] - g[1]);
    if (c1.signum() >= 0 && c2.signum() >= 0) {
      return Distance.isBelow(limit, e, g);
    }
    BigInteger whole = c1.subtract(c2).abs();
    int cut = c1.signum() < 0 ? 0 : 2;
    BigInteger[] scaled = new BigInteger[4];
    BigInteger[] other = new BigInteger[4];
    for (int i = 0; i < 4; i++) {
      scaled[i] = w[i].multiply(whole);
      other[i] = BigInteger.valueOf(g[i]).multiply(whole);
    }
    for (int axis = 0; axis < 2; axis++) {
      scaled[cut + axis] = w[axis].multiply(c2.abs()).add(w[axis + 2].multiply(c1.abs()));
    }
    return Distance.isBelow(BigInteger.valueOf(limit).multiply(whole), scaled, other);
  }
}
