package pnnc.layout.drc;

import java.util.List;

/**
 * Whether two borders that are too close see each other. If something lies between them, it is
 * closer to either than they are to each other, and has findings of its own.
 */
final class Sight {
  /** What the ends of a line of sight leave out, dbu: far more than what they are rounded by. */
  private static final double MARGIN = 0.25;

  private static final double ON_LINE = 1e-6;

  private final PairSearch.Relation relation;
  private final Borders first;
  private final Borders second;
  private final List<Borders> between;

  /** Of borders of two layers; those that hide anything are {@code between}. */
  Sight(PairSearch.Relation relation, Borders first, Borders second, List<Borders> between) {
    this.relation = relation;
    this.first = first;
    this.second = second;
    this.between = between;
  }

  /**
   * Whether the shortest way goes out of each border on the side that counts, and no other border
   * crosses it.
   */
  boolean isFree(PairSearch.Pair pair) {
    double[] w = shortest(pair.near());
    if (length(w) <= ON_LINE) {
      return relation != PairSearch.Relation.WIDTH || first != second || isCorner(pair);
    }
    int begin = Corner.side(first, pair.first(), w[0], w[1], w[2], w[3]);
    int end = Corner.side(second, pair.second(), w[2], w[3], w[0], w[1]);
    boolean isOfWrongSide =
        begin == (relation.isFirstOutside() ? 1 : -1)
            || end == (relation.isSecondOutside() ? 1 : -1);
    return !isOfWrongSide && isUncrossed(w);
  }

  /** Whether two borders of a layer follow each other: else they kiss, which breaks spaces only. */
  private boolean isCorner(PairSearch.Pair pair) {
    return first.next(pair.first()) == pair.second() || first.before(pair.first()) == pair.second();
  }

  /** The shortest way from one part to the other: from x, y to x, y. */
  static double[] shortest(Facing.Near near) {
    double[] e = near.e();
    double[] g = near.g();
    double[] best = middle(e, g);
    if (best.length > 0) {
      return best;
    }
    double[][] ways = {
      way(e[0], e[1], g),
      way(e[2], e[3], g),
      reversed(way(g[0], g[1], e)),
      reversed(way(g[2], g[3], e))
    };
    best = ways[0];
    for (double[] w : ways) {
      best = length(w) < length(best) ? w : best;
    }
    return best;
  }

  static double length(double[] way) {
    return Math.sqrt((way[2] - way[0]) * (way[2] - way[0]) + (way[3] - way[1]) * (way[3] - way[1]));
  }

  /** From the middle of what parallel parts have beside each other; nothing if they have not. */
  private static double[] middle(double[] e, double[] g) {
    double dx = e[2] - e[0];
    double dy = e[3] - e[1];
    double length = dx * dx + dy * dy;
    if (length == 0 || dx * (g[3] - g[1]) - dy * (g[2] - g[0]) != 0) {
      return new double[0];
    }
    double a = ((g[0] - e[0]) * dx + (g[1] - e[1]) * dy) / length;
    double b = ((g[2] - e[0]) * dx + (g[3] - e[1]) * dy) / length;
    double low = Math.max(0, Math.min(a, b));
    double high = Math.min(1, Math.max(a, b));
    if (low > high) {
      return new double[0];
    }
    double t = (low + high) / 2;
    return way(e[0] + t * dx, e[1] + t * dy, g);
  }

  /** From a point to the nearest of a line. */
  private static double[] way(double x, double y, double[] g) {
    double dx = g[2] - g[0];
    double dy = g[3] - g[1];
    double length = dx * dx + dy * dy;
    double t = length == 0 ? 0 : ((x - g[0]) * dx + (y - g[1]) * dy) / length;
    t = Math.max(0, Math.min(1, t));
    return new double[] {x, y, g[0] + t * dx, g[1] + t * dy};
  }

  private static double[] reversed(double[] way) {
    return new double[] {way[2], way[3], way[0], way[1]};
  }

  private boolean isUncrossed(double[] way) {
    double length = length(way);
    double cut = Math.min(MARGIN / length, 0.25);
    double dx = way[2] - way[0];
    double dy = way[3] - way[1];
    double[] inner = {way[0] + cut * dx, way[1] + cut * dy, way[2] - cut * dx, way[3] - cut * dy};
    return between.stream().noneMatch(b -> isCrossed(inner, b));
  }

  private static boolean isCrossed(double[] way, Borders borders) {
    boolean[] isCrossed = {false};
    borders.near(
        (int) Math.floor(way[0]),
        (int) Math.floor(way[1]),
        (int) Math.floor(way[2]),
        (int) Math.floor(way[3]),
        1,
        i -> isCrossed[0] = isCrossed[0] || crosses(way, borders.at, 4 * i));
    return isCrossed[0];
  }

  private static boolean crosses(double[] w, int[] at, int i) {
    return side(w[0], w[1], w[2], w[3], at[i], at[i + 1])
                * side(w[0], w[1], w[2], w[3], at[i + 2], at[i + 3])
            < 0
        && side(at[i], at[i + 1], at[i + 2], at[i + 3], w[0], w[1])
                * side(at[i], at[i + 1], at[i + 2], at[i + 3], w[2], w[3])
            < 0;
  }

  /** 1 if left, −1 if right, 0 if on the line to all that rounding leaves to say. */
  private static int side(double ax, double ay, double bx, double by, double x, double y) {
    double dx = bx - ax;
    double dy = by - ay;
    double cross = dx * (y - ay) - dy * (x - ax);
    return Math.abs(cross) <= ON_LINE * Math.sqrt(dx * dx + dy * dy) ? 0 : (int) Math.signum(cross);
  }
}
