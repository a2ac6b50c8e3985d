package pnnc.layout.region;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Seeded shapes as lists of corners, and what they cover, found point by point. */
final class Shapes {
  private Shapes() {}

  /** Boxes and rectilinear loops, which may cross themselves, with corners in [0, size]. */
  static List<int[]> manhattan(Random random, int count, int size) {
    List<int[]> shapes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int pairs = 2 + random.nextInt(random.nextBoolean() ? 1 : 5);
      int[] xs = random.ints(pairs, 0, size + 1).toArray();
      int[] ys = random.ints(pairs, 0, size + 1).toArray();
      int[] corners = new int[4 * pairs];
      for (int k = 0; k < pairs; k++) {
        corners[4 * k] = xs[k];
        corners[4 * k + 1] = ys[k];
        corners[4 * k + 2] = xs[(k + 1) % pairs];
        corners[4 * k + 3] = ys[k];
      }
      shapes.add(corners);
    }
    return shapes;
  }

  /** Loops of 3 to 8 corners anywhere in [0, size]. */
  static List<int[]> anyAngle(Random random, int count, int size) {
    List<int[]> shapes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      shapes.add(random.ints(2L * (3 + random.nextInt(6)), 0, size + 1).toArray());
    }
    return shapes;
  }

  static Region region(List<int[]> shapes) {
    RegionBuilder builder = new RegionBuilder();
    shapes.forEach(builder::polygon);
    return builder.build();
  }

  /** Whether any shape goes around the point, which lies on no border. */
  static boolean cover(List<int[]> shapes, double x, double y) {
    return shapes.stream().anyMatch(s -> winding(s, x, y) != 0);
  }

  private static int winding(int[] corners, double x, double y) {
    int winding = 0;
    for (int i = 0, n = corners.length; i < n; i += 2) {
      double x1 = corners[i];
      double y1 = corners[i + 1];
      double x2 = corners[(i + 2) % n];
      double y2 = corners[(i + 3) % n];
      if ((y1 <= y) != (y2 <= y) && x1 + (y - y1) * (x2 - x1) / (y2 - y1) > x) {
        winding += y1 < y2 ? 1 : -1;
      }
    }
    return winding;
  }

  /** How far the point is from the nearest border. */
  static double distance(List<int[]> shapes, double x, double y) {
    double least = Double.POSITIVE_INFINITY;
    for (int[] c : shapes) {
      for (int i = 0, n = c.length; i < n; i += 2) {
        least = Math.min(least, distance(c[i], c[i + 1], c[(i + 2) % n], c[(i + 3) % n], x, y));
      }
    }
    return least;
  }

  private static double distance(double ax, double ay, double bx, double by, double x, double y) {
    double dx = bx - ax;
    double dy = by - ay;
    double length = dx * dx + dy * dy;
    double t = length == 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
    return Math.hypot(x - ax - t * dx, y - ay - t * dy);
  }

  /** Whether the region has the point, which lies on no border, inside. */
  static boolean cover(Region region, double x, double y) {
    boolean isInside = false;
    int[] b = region.borders();
    for (int i = 0; i < b.length; i += 4) {
      if ((b[i + 1] <= y) != (b[i + 3] <= y)
          && b[i] + (y - b[i + 1]) * ((double) b[i + 2] - b[i]) / ((double) b[i + 3] - b[i + 1])
              > x) {
        isInside = !isInside;
      }
    }
    return isInside;
  }
}
