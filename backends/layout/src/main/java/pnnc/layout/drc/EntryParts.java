package pnnc.layout.drc;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import pnnc.layout.geometry.Outline;

/** Which parts of the border of what two layers have in common are borders of the second. */
final class EntryParts {
  /** How far a border of what is common may lie off those of the layers, dbu. */
  static final double EXACT = 0;

  /** The same where corners were rounded. */
  static final double ROUNDED = 1;

  /** What rounding of numbers leaves of a distance of 0. */
  private static final double NOTHING = 1e-6;

  private final Borders first;
  private final Borders second;
  private final double rounding;

  EntryParts(Borders first, Borders second, double rounding) {
    this.first = first;
    this.second = second;
    this.rounding = rounding;
  }

  /** A straight part of a border, and whether it is one of the second layer. */
  private record Part(double dx, double dy, boolean isEntry) {}

  /** The runs of such parts along an outline: the directions of each. */
  List<List<double[]>> runs(Outline o) {
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < o.size(); i++) {
      int next = (i + 1) % o.size();
      cut(new long[] {o.x(i), o.y(i), o.x(next), o.y(next)}, parts);
    }
    int start = 0;
    while (start < parts.size() && parts.get(start).isEntry()) {
      start++;
    }
    List<List<double[]>> runs = new ArrayList<>();
    boolean isBefore = false;
    for (int i = 0; i < parts.size(); i++) {
      Part p = parts.get((start + i) % parts.size());
      if (p.isEntry()) {
        if (!isBefore) {
          runs.add(new ArrayList<>());
        }
        runs.get(runs.size() - 1).add(new double[] {p.dx(), p.dy()});
      }
      isBefore = p.isEntry();
    }
    return runs;
  }

  /** Cuts a border where borders of the second end on it. */
  private void cut(long[] e, List<Part> parts) {
    double dx = (double) e[2] - e[0];
    double dy = (double) e[3] - e[1];
    TreeSet<Double> cuts = new TreeSet<>(List.of(0.0, 1.0));
    near(
        second,
        e,
        j -> {
          cut(e, second.at[4 * j], second.at[4 * j + 1], cuts);
          cut(e, second.at[4 * j + 2], second.at[4 * j + 3], cuts);
        });
    double from = 0;
    for (double to : cuts.tailSet(0.0, false)) {
      double middle = (from + to) / 2;
      boolean isEntry = isEntry(e, e[0] + middle * dx, e[1] + middle * dy);
      parts.add(new Part(dx, dy, isEntry));
      from = to;
    }
  }

  private static void near(Borders borders, long[] e, IntConsumer found) {
    borders.near((int) e[0], (int) e[1], (int) e[2], (int) e[3], 1, found);
  }

  private void cut(long[] e, int x, int y, Set<Double> cuts) {
    double[] line = {e[0], e[1], e[2], e[3]};
    double[] way = Sight.way(x, y, line);
    if (Sight.length(way) <= rounding + NOTHING) {
      cuts.add(
          Math.hypot(way[2] - e[0], way[3] - e[1])
              / Math.hypot(line[2] - line[0], line[3] - line[1]));
    }
  }

  /** Exactly if it can be said; else by what is near. */
  private boolean isEntry(long[] e, double x, double y) {
    return isOn(second, e, x, y, EXACT)
        || (rounding > 0 && !isOn(first, e, x, y, EXACT) && isOn(second, e, x, y, rounding));
  }

  /** Whether a border in the direction of {@code e} runs along the point. */
  private static boolean isOn(Borders borders, long[] e, double x, double y, double distance) {
    boolean[] isOn = {false};
    near(borders, e, j -> isOn[0] = isOn[0] || isOn(borders.at, 4 * j, e, x, y, distance));
    return isOn[0];
  }

  private static boolean isOn(int[] at, int i, long[] e, double x, double y, double distance) {
    double[] g = {at[i], at[i + 1], at[i + 2], at[i + 3]};
    double dx = (double) e[2] - e[0];
    double dy = (double) e[3] - e[1];
    double gx = g[2] - g[0];
    double gy = g[3] - g[1];
    double longer = Math.max(Math.hypot(dx, dy), Math.hypot(gx, gy));
    return dx * gx + dy * gy > 0
        && Math.abs(dx * gy - dy * gx) <= 2 * distance * longer
        && Sight.length(Sight.way(x, y, g)) <= distance + NOTHING;
  }
}
