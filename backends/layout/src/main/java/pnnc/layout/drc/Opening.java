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
    return side % 2 == 0 ? region.opened(half) : odd(region, Math.toIntExact(side));
  }

  /** By way of twice the size, and back. */
  private static Region odd(Region region, int side) {
    Region twice = scaled(region, xy -> Math.multiplyExact(xy, 2));
    return scaled(twice.opened(side), xy -> xy / 2);
  }

  private static Region scaled(Region region, IntUnaryOperator scale) {
    RegionBuilder builder = new RegionBuilder();
    for (Polygon p : region.polygons()) {
      if (p.holes().isEmpty()) {
        builder.polygon(scaled(p.outer(), scale));
      } else {
        RegionBuilder holes = new RegionBuilder();
        p.holes().forEach(h -> holes.polygon(scaled(h, scale)));
        builder.add(Region.polygon(scaled(p.outer(), scale).toArray()).minus(holes.build()));
      }
    }
    return builder.build();
  }

  private static Outline scaled(Outline outline, IntUnaryOperator scale) {
    int[] xy = outline.toArray();
    for (int i = 0; i < xy.length; i++) {
      xy[i] = scale.applyAsInt(xy[i]);
    }
    return Outline.of(xy);
  }
}
