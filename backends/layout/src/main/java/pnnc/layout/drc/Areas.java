package pnnc.layout.drc;

import java.math.BigInteger;
import pnnc.layout.geometry.Outline;
import pnnc.layout.region.Polygon;

/** Areas of polygons. */
final class Areas {
  /** Below this, no sum of products leaves a {@code long}. */
  private static final long SMALL = 1L << 20;

  private Areas() {}

  /** Twice the area without the holes, exactly. */
  static BigInteger twice(Polygon polygon) {
    BigInteger area = twice(polygon.outer());
    for (Outline hole : polygon.holes()) {
      area = area.subtract(twice(hole));
    }
    return area;
  }

  /** Twice the area within an outline in either direction, exactly. */
  static BigInteger twice(Outline o) {
    return twiceSigned(o).abs();
  }

  /** The same, negative if the outline is clockwise. */
  static BigInteger twiceSigned(Outline o) {
    BigInteger high = BigInteger.ZERO;
    long sum = 0;
    for (int i = 1; i + 1 < o.size(); i++) {
      long ax = (long) o.x(i) - o.x(0);
      long ay = (long) o.y(i) - o.y(0);
      long bx = (long) o.x(i + 1) - o.x(0);
      long by = (long) o.y(i + 1) - o.y(0);
      if (isSmall(ax) && isSmall(ay) && isSmall(bx) && isSmall(by) && i < SMALL) {
        sum += ax * by - ay * bx;
      } else {
        high = high.add(Exactly.crossValue(ax, ay, bx, by));
      }
    }
    return high.add(BigInteger.valueOf(sum));
  }

  private static boolean isSmall(long a) {
    return -SMALL < a && a < SMALL;
  }
}
