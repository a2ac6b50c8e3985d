package pnnc.layout.drc;

import java.math.BigInteger;

/** Exact comparisons of the distance between two straight lines with a length. */
final class Distance {
  /** Products of two differences below this fit a {@code long} with a bit to spare. */
  private static final long SMALL = 1L << 30;

  private Distance() {}

  /** Whether lines that do not cross are closer than {@code d}; four numbers each. */
  static boolean isBelow(long d, long[] e, long[] g) {
    if (!areSmall(d, e, g)) {
      return isBelow(BigInteger.valueOf(d), wide(e), wide(g));
    }
    return isBelow(d, e[0], e[1], g)
        || isBelow(d, e[2], e[3], g)
        || isBelow(d, g[0], g[1], e)
        || isBelow(d, g[2], g[3], e);
  }

  private static boolean areSmall(long d, long[] e, long[] g) {
    long low = Long.MAX_VALUE;
    long high = Long.MIN_VALUE;
    for (int axis = 0; axis < 2; axis++) {
      low = Math.min(Math.min(e[axis], e[axis + 2]), Math.min(g[axis], g[axis + 2]));
      high = Math.max(Math.max(e[axis], e[axis + 2]), Math.max(g[axis], g[axis + 2]));
      if (high - low >= SMALL) {
        return false;
      }
    }
    return d < SMALL;
  }

  private static boolean isBelow(long d, long x, long y, long[] g) {
    long dx = g[2] - g[0];
    long dy = g[3] - g[1];
    long px = x - g[0];
    long py = y - g[1];
    long along = px * dx + py * dy;
    long length = dx * dx + dy * dy;
    if (along <= 0) {
      return px * px + py * py < d * d;
    }
    if (along >= length) {
      return (x - g[2]) * (x - g[2]) + (y - g[3]) * (y - g[3]) < d * d;
    }
    long cross = dx * py - dy * px;
    long high = Math.multiplyHigh(cross, cross);
    long otherHigh = Math.multiplyHigh(d * d, length);
    return high != otherHigh
        ? high < otherHigh
        : Long.compareUnsigned(cross * cross, d * d * length) < 0;
  }

  static BigInteger[] wide(long[] e) {
    BigInteger[] all = new BigInteger[e.length];
    for (int i = 0; i < e.length; i++) {
      all[i] = BigInteger.valueOf(e[i]);
    }
    return all;
  }

  /** The same of numbers of any size. */
  static boolean isBelow(BigInteger d, BigInteger[] e, BigInteger[] g) {
    BigInteger square = d.multiply(d);
    return isBelow(square, e[0], e[1], g)
        || isBelow(square, e[2], e[3], g)
        || isBelow(square, g[0], g[1], e)
        || isBelow(square, g[2], g[3], e);
  }

  private static boolean isBelow(BigInteger square, BigInteger x, BigInteger y, BigInteger[] g) {
    BigInteger dx = g[2].subtract(g[0]);
    BigInteger dy = g[3].subtract(g[1]);
    BigInteger px = x.subtract(g[0]);
    BigInteger py = y.subtract(g[1]);
    BigInteger along = px.multiply(dx).add(py.multiply(dy));
    BigInteger length = dx.multiply(dx).add(dy.multiply(dy));
    if (along.signum() <= 0) {
      return squares(px, py).compareTo(square) < 0;
    }
    if (along.compareTo(length) >= 0) {
      return squares(x.subtract(g[2]), y.subtract(g[3])).compareTo(square) < 0;
    }
    BigInteger cross = dx.multiply(py).subtract(dy.multiply(px));
    return cross.multiply(cross).compareTo(square.multiply(length)) < 0;
  }

  private static BigInteger squares(BigInteger x, BigInteger y) {
    return x.multiply(x).add(y.multiply(y));
  }
}
