package pnnc.layout.drc;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import pnnc.base.process.Rule;
import pnnc.layout.geometry.Box;
import pnnc.layout.region.BoxIndex;
import pnnc.layout.region.Polygon;
import pnnc.layout.region.Region;
import pnnc.layout.region.RegionBuilder;

/**
 * Covered share of windows. The first begins at the lower left of the box around all that the
 * process draws; windows that go beyond it are cut there.
 */
final class DensityCheck {
  private final Rule.Density rule;
  private final Region region;
  private final List<Box> boxes;
  private final BoxIndex index;

  private DensityCheck(Rule.Density rule, Region region) {
    this.rule = rule;
    this.region = region;
    this.boxes =
        region.isManhattan()
            ? region.boxes()
            : region.polygons().stream().map(p -> p.outer().bounds()).toList();
    this.index = Boxes.index(boxes);
  }

  /** The check of one layer. */
  static Check of(Rule.Density rule) {
    return Check.global(
        rule,
        drawn ->
            drawn
                .bounds()
                .map(all -> new DensityCheck(rule, drawn.region(rule.layer())).run(all))
                .orElse(List.of()));
  }

  private List<Finding> run(Box all) {
    List<Finding> found = new ArrayList<>();
    for (long y = all.bottom(); y < all.top(); y += rule.step()) {
      for (long x = all.left(); x < all.right(); x += rule.step()) {
        Box window =
            new Box(
                (int) x,
                (int) y,
                (int) Math.min(all.right(), x + rule.window()),
                (int) Math.min(all.top(), y + rule.window()));
        double share = covered(window) / 2 / ((double) window.width() * window.height());
        if (share < rule.least() || share > rule.most()) {
          found.add(Finding.of(Marker.box(window, OptionalDouble.of(share))));
        }
      }
    }
    return found;
  }

  /** Twice the area. */
  private double covered(Box window) {
    if (!region.isManhattan()) {
      return twiceCut(window).doubleValue();
    }
    BigInteger[] sum = {BigInteger.ZERO};
    index.find(
        window,
        i -> {
          Box part = boxes.get(i).intersection(window).orElseThrow();
          sum[0] =
              sum[0].add(
                  BigInteger.valueOf(part.width()).multiply(BigInteger.valueOf(part.height())));
        });
    return 2 * sum[0].doubleValue();
  }

  private BigInteger twiceCut(Box window) {
    RegionBuilder near = new RegionBuilder();
    index.find(
        window,
        i -> {
          Polygon p = region.polygons().get(i);
          if (p.holes().isEmpty()) {
            near.polygon(p.outer());
          } else {
            RegionBuilder holes = new RegionBuilder();
            p.holes().forEach(holes::polygon);
            near.add(Region.polygon(p.outer().toArray()).minus(holes.build()));
          }
        });
    return near.build().intersection(Region.of(window)).twiceArea();
  }
}
