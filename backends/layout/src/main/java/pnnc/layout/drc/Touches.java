package pnnc.layout.drc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pnnc.layout.geometry.Point;

/** Where polygons of one region touch each other: at corners only, or they would be one. */
final class Touches {
  private final Borders borders;

  /** By polygon: another of the same shape with a lower number, or itself. */
  private final int[] lower;

  /** By border: corners of other polygons on it. */
  private final Map<Integer, List<Point>> corners = new HashMap<>();

  private Touches(Borders borders, int polygons) {
    this.borders = borders;
    this.lower = new int[polygons];
    Arrays.setAll(lower, p -> p);
  }

  /** Of so many polygons within {@code borders}. */
  static Touches of(Borders borders, int polygons) {
    Touches touches = new Touches(borders, polygons);
    for (int i = 0; i < borders.size(); i++) {
      touches.corner(i, borders.at[4 * i], borders.at[4 * i + 1]);
    }
    return touches;
  }

  private void corner(int i, int x, int y) {
    borders.near(
        x,
        y,
        x,
        y,
        0,
        j -> {
          if (borders.owner(j) != borders.owner(i)
              && Exactly.meet(new int[] {x, y, x, y}, 0, borders.at, 4 * j)) {
            join(borders.owner(i), borders.owner(j));
            corners.computeIfAbsent(j, k -> new ArrayList<>()).add(new Point(x, y));
          }
        });
  }

  private void join(int a, int b) {
    int low = Math.min(lowest(a), lowest(b));
    lower[Math.max(lowest(a), lowest(b))] = low;
  }

  /** The lowest number of the polygons that hang together with one. */
  int lowest(int polygon) {
    int at = polygon;
    while (lower[at] != at) {
      lower[at] = lower[lower[at]];
      at = lower[at];
    }
    return at;
  }

  /** The corners of border {@code i} and of what touches it, in its direction. */
  List<Point> along(int i) {
    Point begin = new Point(borders.at[4 * i], borders.at[4 * i + 1]);
    List<Point> all = new ArrayList<>(corners.getOrDefault(i, List.of()));
    all.add(begin);
    all.add(new Point(borders.at[4 * i + 2], borders.at[4 * i + 3]));
    return all.stream().distinct().sorted(Comparator.comparing(p -> apart(begin, p))).toList();
  }

  /** A measure of what lies between two points, the same for all points of a line. */
  private static long apart(Point a, Point b) {
    return Math.abs((long) a.x() - b.x()) + Math.abs((long) a.y() - b.y());
  }
}
