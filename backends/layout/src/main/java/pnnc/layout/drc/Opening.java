package pnnc.layout.drc;

import java.util.function.IntUnaryOperator;
import pnnc.layout.geometry.Outline;
import pnnc.layout.region.Join;
import pnnc.layout.region.Polygon;
import pnnc.layout.region.Region;
import pnnc.layout.region.RegionBuilder;

/** The wide parts of a region. */
final class Opening {
  private Opening() {}

  /**
   * What squares along the axes with a side above {@code side} cover that lie in {@code region}:
   * exact if its borders lie along the axes, else to a dbu or two.
   */
  static Region of(Region region, long side) {
    if (region.isEmpty()) {
      return region;
    }
    if (!region.isManhattan()) {
      return region
          .sized(-side / 2.0, Join.SQUARE)
          .sized(side / 2.0, Join.SQUARE)
          .intersection(region);
    }
    int half = Math.toIntExact(side / 2);
    return side % 2 == 0 ? region.opened(half) : odd(region, half);
  }

  /** By half the side, and a dbu towards one corner and back. */
  private static Region odd(Region region, int half) {
    Region small = region.shrunk(half, half);
    Region narrow = small.intersection(moved(small, -1, 0));
    Region low = narrow.intersection(moved(narrow, 0, -1));
    Region high = low.union(moved(low, 0, 1));
    return high.union(moved(high, 1, 0)).grown(half, half);
  }

  /** By a dbu; what would leave 32 bits stays, which is cut off again or was there before. */
  private static Region moved(Region region, int dx, int dy) {
    return mapped(region, x -> clamped(x, dx), y -> clamped(y, dy));
  }

  private static int clamped(int a, int by) {
    return Borders.clamped((long) a + by);
  }

  private static Region mapped(Region region, IntUnaryOperator x, IntUnaryOperator y) {
    RegionBuilder builder = new RegionBuilder();
    for (Polygon p : region.polygons()) {
      if (p.holes().isEmpty()) {
        builder.polygon(mapped(p.outer(), x, y));
      } else {
        RegionBuilder holes = new RegionBuilder();
        p.holes().forEach(h -> holes.polygon(mapped(h, x, y)));
        builder.add(Region.polygon(mapped(p.outer(), x, y).toArray()).minus(holes.build()));
      }
    }
    return builder.build();
  }

  private static Outline mapped(Outline outline, IntUnaryOperator x, IntUnaryOperator y) {
    int[] xy = outline.toArray();
    for (int i = 0; i < xy.length; i++) {
      xy[i] = (i % 2 == 0 ? x : y).applyAsInt(xy[i]);
    }
    return Outline.of(xy);
  }
}
