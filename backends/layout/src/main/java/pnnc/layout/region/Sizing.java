package pnnc.layout.region;

/** Grows and shrinks regions: of all borders, what is within reach is added or taken away. */
final class Sizing {
  private Sizing() {}

  /** All points within {@code dx} in x and {@code dy} in y of a region along the axes. */
  static Region grown(Region region, int dx, int dy) {
    Edges boxes = bands(region, dx, dy, 1);
    return Region.manhattan(
        ManhattanSweep.combine(Operation.UNION, region.borders(), boxes.at, boxes.used));
  }

  /** All points with everything within {@code dx} in x and {@code dy} in y in the region. */
  static Region shrunk(Region region, int dx, int dy) {
    Edges boxes = bands(region, dx, dy, -1);
    return Region.manhattan(
        ManhattanSweep.combine(Operation.DIFFERENCE, region.borders(), boxes.at, boxes.used));
  }

  /** Boxes beside all borders: outside if {@code out} is 1, inside if −1. */
  private static Edges bands(Region region, int dx, int dy, int out) {
    if (dx < 0 || dy < 0 || !region.isManhattan()) {
      throw new IllegalArgumentException(
          "cannot move borders by %d, %d: %s".formatted(dx, dy, region));
    }
    int[] b = region.borders();
    Edges boxes = new Edges(b.length / 4);
    for (int i = 0; i < b.length; i += 4) {
      int x1 = Math.min(b[i], b[i + 2]);
      int x2 = Math.max(b[i], b[i + 2]);
      int y1 = Math.min(b[i + 1], b[i + 3]);
      int y2 = Math.max(b[i + 1], b[i + 3]);
      int right = x1 == x2 ? out * Integer.signum(Integer.compare(b[i + 3], b[i + 1])) : 0;
      int up = y1 == y2 ? -out * Integer.signum(Integer.compare(b[i + 2], b[i])) : 0;
      band(
          boxes,
          out > 0,
          right > 0 ? x1 : (long) x1 - dx,
          up > 0 ? y1 : (long) y1 - dy,
          right < 0 ? x2 : (long) x2 + dx,
          up < 0 ? y2 : (long) y2 + dy);
    }
    return boxes;
  }

  private static void band(
      Edges boxes, boolean isExact, long left, long bottom, long right, long top) {
    if (left >= right || bottom >= top) {
      return;
    }
    if (isExact) {
      boxes.add(
          Math.toIntExact(left),
          Math.toIntExact(bottom),
          Math.toIntExact(right),
          Math.toIntExact(top));
    } else {
      boxes.add(clamped(left), clamped(bottom), clamped(right), clamped(top));
    }
  }

  private static int clamped(long a) {
    return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, a));
  }

  /** Moves borders of any angle outwards, inwards if {@code distance} is negative. */
  static Region sized(Region region, double distance, Join join) {
    if (!Double.isFinite(distance)) {
      throw new IllegalArgumentException("no distance: " + distance);
    }
    if (distance == 0 || region.isEmpty()) {
      return region;
    }
    RegionBuilder seams = new RegionBuilder();
    for (Polygon p : region.polygons()) {
      p.outlines().forEach(o -> new Seam(seams, o, distance, join).run());
    }
    Region seam = seams.build();
    return distance > 0 ? region.union(seam) : region.minus(seam);
  }
}
