package pnnc.layout.region;

import java.math.BigInteger;

/** Where two edges cross that are known to cross: the nearest point of the grid. */
final class Crossing {
  private static final double DOUBTFUL = 1.0 / 1024;

  /** Of steps below this, products of three fit a {@code long} with room to spare. */
  private static final long NEAR = 1L << 19;

  /** The nearest grid point; ties towards +∞. */
  int x;

  int y;

  /** Whether it is exactly there. */
  boolean isOnGrid;

  /** Of edge {@code i} of {@code e} with edge {@code j}, which cross inside both. */
  void find(int[] e, int i, int j) {
    long dx = (long) e[i + 2] - e[i];
    long dy = (long) e[i + 3] - e[i + 1];
    long ex = (long) e[j + 2] - e[j];
    long ey = (long) e[j + 3] - e[j + 1];
    long sx = (long) e[j] - e[i];
    long sy = (long) e[j + 1] - e[i + 1];
    if (isNear(dx) && isNear(dy) && isNear(ex) && isNear(ey)) {
      near(e[i], e[i + 1], dx, dy, sx * ey - sy * ex, dx * ey - dy * ex);
      return;
    }
    if (Exact.isSmall(dx) && Exact.isSmall(dy) && Exact.isSmall(ex) && Exact.isSmall(ey)) {
      double whole = (double) (dx * ey - dy * ex);
      double part =
          Exact.isSmall(sx) && Exact.isSmall(sy)
              ? (double) (sx * ey - sy * ex)
              : Exact.crossValue(sx, sy, ex, ey).doubleValue();
      double t = part / whole;
      if (isPlain(t * dx) && isPlain(t * dy)) {
        x = (int) (e[i] + Math.round(t * dx));
        y = (int) (e[i + 1] + Math.round(t * dy));
        isOnGrid = false;
        return;
      }
    }
    BigInteger whole = Exact.crossValue(dx, dy, ex, ey);
    BigInteger part = Exact.crossValue(sx, sy, ex, ey);
    x = rounded(e[i], dx, part, whole);
    boolean xIsOnGrid = isOnGrid;
    y = rounded(e[i + 1], dy, part, whole);
    isOnGrid &= xIsOnGrid;
  }

  private static boolean isNear(long a) {
    return -NEAR < a && a < NEAR;
  }

  /** All products fit: edges that cross begin no farther from each other than they are long. */
  private void near(int startX, int startY, long dx, long dy, long part, long whole) {
    long over = Math.abs(whole);
    long times = whole < 0 ? -part : part;
    x = (int) (startX + Math.floorDiv(2 * times * dx + over, 2 * over));
    y = (int) (startY + Math.floorDiv(2 * times * dy + over, 2 * over));
    isOnGrid = (times * dx) % over == 0 && (times * dy) % over == 0;
  }

  /** Whether a step is clearly between two points of the grid and clearly nearer to one. */
  private static boolean isPlain(double step) {
    double twice = 2 * step;
    return Math.abs(twice - Math.rint(twice)) > DOUBTFUL;
  }

  private int rounded(int start, long step, BigInteger part, BigInteger whole) {
    BigInteger divisor = whole.signum() < 0 ? whole.negate() : whole;
    BigInteger times = BigInteger.valueOf(step).multiply(whole.signum() < 0 ? part.negate() : part);
    BigInteger twice = times.shiftLeft(1).add(divisor);
    BigInteger[] floor = twice.divideAndRemainder(divisor.shiftLeft(1));
    int down = floor[1].signum() < 0 ? 1 : 0;
    isOnGrid = times.remainder(divisor).signum() == 0;
    return (int) (start + floor[0].longValueExact() - down);
  }
}
