package pnnc.layout.drc;

import java.util.function.Supplier;
import pnnc.layout.region.Region;

/**
 * Whether borders of two layers that meet cross there, so that what the layers have in common ends
 * in a corner of no depth, or only touch from both sides.
 */
final class Crossings {
  /** A corner of what is common may lie off the crossing by what merging rounds, dbu. */
  private static final double ROUNDING = 1;

  /** What cutting a border leaves of a distance of 0 from its line, dbu. */
  private static final double NOTHING = 1e-6;

  private final Supplier<Region> overlap;
  private Borders common;

  /** Of what two layers have in common, which is asked for only if anything meets. */
  Crossings(Supplier<Region> overlap) {
    this.overlap = overlap;
  }

  /** Whether two parts that meet do so at what is common; those on one line never do. */
  boolean isOne(Facing.Near near) {
    double[] e = near.e();
    double[] g = near.g();
    double cross = (e[2] - e[0]) * (g[3] - g[1]) - (e[3] - e[1]) * (g[2] - g[0]);
    boolean isOnOneLine =
        Math.abs(cross) <= NOTHING * Math.max(Sight.length(e), Sight.length(g))
            && Sight.length(e) > 0
            && Sight.length(g) > 0;
    return !isOnOneLine && isAtCommon(Sight.shortest(near));
  }

  private boolean isAtCommon(double[] at) {
    if (common == null) {
      common = Borders.of(overlap.get());
    }
    boolean[] isFound = {false};
    int x = (int) Math.floor(at[0]);
    int y = (int) Math.floor(at[1]);
    common.near(
        x,
        y,
        x,
        y,
        2,
        i -> {
          double[] border = {
            common.at[4 * i], common.at[4 * i + 1], common.at[4 * i + 2], common.at[4 * i + 3]
          };
          isFound[0] = isFound[0] || Sight.length(Sight.way(at[0], at[1], border)) <= ROUNDING;
        });
    return isFound[0];
  }
}
