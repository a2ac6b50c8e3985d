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
  private final Screen screen;

  /** What hides borders from each other. */
  record Screen(List<Borders> borders, Hides hides) {
    /** All of {@code borders} do. */
    static Screen of(Borders... borders) {
      return new Screen(List.of(borders), (pair, b, i, way) -> true);
    }

    /**
     * Only where a way goes into a shape, not where it leaves one that it begins in: what begins in
     * a shape is not at its border.
     */
    static Screen entered(Borders borders) {
      return new Screen(
          List.of(borders),
          (pair, b, i, way) ->
              side(b.at[4 * i], b.at[4 * i + 1], b.at[4 * i + 2], b.at[4 * i + 3], way[0], way[1])
                  < 0);
    }

    /** Only the borders of the two polygons themselves: one of those pairs is closer. */
    static Screen own(Borders first, Borders second) {
      return new Screen(
          List.of(first, second),
          (pair, b, i, way) ->
              b.owner(i) == (b == first ? first.owner(pair.first()) : second.owner(pair.second())));
    }
  }

  /** Whether border {@code i} of {@code b}, which crosses {@code way}, hides a pair. */
  interface Hides {
    boolean test(PairSearch.Pair pair, Borders b, int i, double[] way);
  }

  /** Of borders of two layers. */
  Sight(PairSearch.Relation relation, Borders first, Borders second, Screen screen) {
    this.relation = relation;
    this.first = first;
    this.second = second;
    this.screen = screen;
  }

  /**
   * Whether the shortest way goes out of each border on the side that counts, and nothing that
   * hides crosses it. Of slanted borders of two layers any way will do: at a corner the shortest
   * may miss the inside by a hair, and none between parts that are near is longer than the limit.
   * What lies in another layer does not lie along its border.
   */
  boolean isFree(PairSearch.Pair pair) {
    double[] w = shortest(pair.near());
    if (length(w) <= ON_LINE) {
      return true;
    }
    return isFree(pair, w)
        || (first != second
            && (isSlanted(first, pair.first()) || isSlanted(second, pair.second()))
            && ways(pair.near()).stream().anyMatch(o -> length(o) > ON_LINE && isFree(pair, o)));
  }

  private static boolean isSlanted(Borders b, int i) {
    return b.at[4 * i] != b.at[4 * i + 2] && b.at[4 * i + 1] != b.at[4 * i + 3];
  }

  private boolean isFree(PairSearch.Pair pair, double[] w) {
    int begin = Corner.side(first, pair.first(), w[0], w[1], w[2], w[3]);
    int end = Corner.side(second, pair.second(), w[2], w[3], w[0], w[1]);
    boolean isOfWrongSide =
        begin == (relation.isFirstOutside() ? 1 : -1)
            || end == (relation.isSecondOutside() ? 1 : -1);
    boolean isAlong =
        first != second
            && ((!relation.isFirstOutside() && begin == 0)
                || (!relation.isSecondOutside() && end == 0));
    return !isOfWrongSide && !isAlong && isUncrossed(pair, w);
  }

  /** The shortest way from one part to the other: from x, y to x, y. */
  static double[] shortest(Facing.Near near) {
    double[] e = near.e();
    double[] g = near.g();
    double[] best = middle(e, g);
    if (best.length > 0) {
      return best;
    }
    best = way(e[0], e[1], g);
    for (double[] w : ways(near)) {
      best = length(w) < length(best) ? w : best;
    }
    return best;
  }

  /** From the ends of each part to the other, and from its middle. */
  private static List<double[]> ways(Facing.Near near) {
    double[] e = near.e();
    double[] g = near.g();
    return List.of(
        way(e[0], e[1], g),
        way(e[2], e[3], g),
        reversed(way(g[0], g[1], e)),
        reversed(way(g[2], g[3], e)),
        way((e[0] + e[2]) / 2, (e[1] + e[3]) / 2, g),
        reversed(way((g[0] + g[2]) / 2, (g[1] + g[3]) / 2, e)));
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
  static double[] way(double x, double y, double[] g) {
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

  private boolean isUncrossed(PairSearch.Pair pair, double[] way) {
    double length = length(way);
    double cut = Math.min(MARGIN / length, 0.25);
    double dx = way[2] - way[0];
    double dy = way[3] - way[1];
    double[] inner = {way[0] + cut * dx, way[1] + cut * dy, way[2] - cut * dx, way[3] - cut * dy};
    return screen.borders().stream().noneMatch(b -> isCrossed(pair, inner, b));
  }

  private boolean isCrossed(PairSearch.Pair pair, double[] way, Borders borders) {
    boolean[] isCrossed = {false};
    borders.near(
        (int) Math.floor(way[0]),
        (int) Math.floor(way[1]),
        (int) Math.floor(way[2]),
        (int) Math.floor(way[3]),
        1,
        i ->
            isCrossed[0] =
                isCrossed[0]
                    || (crosses(way, borders.at, 4 * i)
                        && screen.hides().test(pair, borders, i, way)));
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
