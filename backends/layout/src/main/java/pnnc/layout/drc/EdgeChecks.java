package pnnc.layout.drc;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import pnnc.base.process.Rule;
import pnnc.layout.geometry.Outline;
import pnnc.layout.region.Polygon;

/** Rules about corners and the directions of borders. */
final class EdgeChecks {
  private EdgeChecks() {}

  static Check angles(Rule.Angles r) {
    return Check.local(
        r,
        1,
        drawn -> {
          List<Finding> found = new ArrayList<>();
          for (Polygon p : drawn.shapes(r.layer()).all()) {
            for (Outline o : p.outlines()) {
              directions(o, r.step(), found);
              r.sharpest().ifPresent(least -> corners(o, least, found));
            }
          }
          return found;
        });
  }

  /** Measured is the angle to the nearer axis, the same however a cell is turned. */
  private static void directions(Outline o, int step, List<Finding> found) {
    for (int i = 0; i < o.size(); i++) {
      int next = (i + 1) % o.size();
      long dx = Math.abs((long) o.x(next) - o.x(i));
      long dy = Math.abs((long) o.y(next) - o.y(i));
      boolean isGood = dx == 0 || dy == 0 || step == 0 || (step == 45 && dx == dy);
      if (!isGood) {
        Outline part = Outline.of(o.x(i), o.y(i), o.x(next), o.y(next));
        double low = (double) Math.min(dx, dy);
        double degrees = StrictMath.toDegrees(StrictMath.atan2(low, (double) Math.max(dx, dy)));
        found.add(Finding.of(Marker.polygon(part, OptionalDouble.of(degrees))));
      }
    }
  }

  private static void corners(Outline o, double least, List<Finding> found) {
    for (int i = 0; i < o.size(); i++) {
      int before = (i + o.size() - 1) % o.size();
      int next = (i + 1) % o.size();
      long ax = (long) o.x(before) - o.x(i);
      long ay = (long) o.y(before) - o.y(i);
      long bx = (long) o.x(next) - o.x(i);
      long by = (long) o.y(next) - o.y(i);
      double degrees = degrees(ax, ay, bx, by);
      if (degrees < least) {
        found.add(point(o.x(i), o.y(i), OptionalDouble.of(degrees)));
      }
    }
  }

  /** Between two directions; multiples of 45 degrees are exact. */
  private static double degrees(long ax, long ay, long bx, long by) {
    double cross = Math.abs(Exactly.crossValue(ax, ay, bx, by).doubleValue());
    double dot = Exactly.crossValue(ax, -ay, by, bx).doubleValue();
    double turn = Math.toDegrees(StrictMath.atan2(cross, dot));
    double nearest = 45.0 * Math.rint(turn / 45);
    boolean isMultiple = dot == 0 || cross == 0 || cross == Math.abs(dot);
    return isMultiple ? nearest : turn;
  }

  private static Finding point(int x, int y, OptionalDouble measured) {
    return Finding.of(Marker.polygon(Outline.of(x, y), measured));
  }

  static Check onGrid(Rule.OnGrid r) {
    return new Check(
        r,
        1,
        r.pitch(),
        Check.Scope.NEAR,
        drawn -> {
          List<Finding> found = new ArrayList<>();
          for (Polygon p : drawn.region(r.layer()).polygons()) {
            p.outlines().forEach(o -> offGrid(o, r.pitch(), found));
          }
          return found;
        });
  }

  private static void offGrid(Outline o, long pitch, List<Finding> found) {
    for (int i = 0; i < o.size(); i++) {
      if (o.x(i) % pitch != 0 || o.y(i) % pitch != 0) {
        found.add(point(o.x(i), o.y(i), OptionalDouble.empty()));
      }
    }
  }
}
