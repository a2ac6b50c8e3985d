package pnnc.layout.region;

import java.math.BigInteger;

/** Products of differences of coordinates, without a rounding. */
public final class Exact {
  /** Differences below this have products whose difference fits a {@code long}. */
  private static final long SMALL = 1L << 31;

  private Exact() {}

  /**
   * The sign of {@code ax·by − ay·bx}: positive if {@code b} points to the left of {@code a}.
   *
   * @param ax any number, as the others
   */
  public static int cross(long ax, long ay, long bx, long by) {
    if (isSmall(ax) && isSmall(ay) && isSmall(bx) && isSmall(by)) {
      return Long.compare(ax * by, ay * bx);
    }
    long high = Math.multiplyHigh(ax, by);
    long otherHigh = Math.multiplyHigh(ay, bx);
    return high != otherHigh
        ? Long.compare(high, otherHigh)
        : Long.compareUnsigned(ax * by, ay * bx);
  }

  static boolean isSmall(long a) {
    return -SMALL < a && a < SMALL;
  }

  /** The exact {@code ax·by − ay·bx}. */
  public static BigInteger crossValue(long ax, long ay, long bx, long by) {
    if (isSmall(ax) && isSmall(ay) && isSmall(bx) && isSmall(by)) {
      return BigInteger.valueOf(ax * by - ay * bx);
    }
    return BigInteger.valueOf(ax)
        .multiply(BigInteger.valueOf(by))
        .subtract(BigInteger.valueOf(ay).multiply(BigInteger.valueOf(bx)));
  }

  /** Sums of products of 64 bits in 128. */
  static final class Sum {
    private long high;
    private long low;

    /** Adds {@code a·b}. */
    void addProduct(long a, long b) {
      long product = a * b;
      low += product;
      high += Math.multiplyHigh(a, b) + (Long.compareUnsigned(low, product) < 0 ? 1 : 0);
    }

    BigInteger value() {
      return BigInteger.valueOf(high).shiftLeft(64).add(unsigned(low));
    }

    int sign() {
      return high != 0 ? Long.signum(high) : low != 0 ? 1 : 0;
    }

    private static BigInteger unsigned(long a) {
      BigInteger value = BigInteger.valueOf(a);
      return a < 0 ? value.add(BigInteger.ONE.shiftLeft(64)) : value;
    }
  }

  /** Twice the area within a loop of corners, positive if it runs counter-clockwise. */
  static Sum twiceArea(int[] corners) {
    Sum sum = new Sum();
    int n = corners.length;
    for (int i = 0; i < n; i += 2) {
      int j = i + 2 == n ? 0 : i + 2;
      sum.addProduct((long) corners[i] - corners[j], (long) corners[i + 1] + corners[j + 1]);
    }
    return sum;
  }
}
