package pnnc.layout.drc;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import pnnc.layout.geometry.Box;
import pnnc.layout.geometry.Outline;
import pnnc.layout.region.Polygon;
import pnnc.layout.region.Region;

/**
 * Where shapes of one layer end within another. What the two have in common is entered along the
 * second's border: a bar that crosses does so on two sides, one that ends there on one.
 *
 * <pre>
 *      +---+                +---+
 *   +--+   +--+          +--+   +--+
 *   |  |   |  |          |  |   |  |     the second, with the first
 *   |  |   |  |          |  +---+  |     upright over it
 *   +--+   +--+          +---------+
 *      +---+
 *     crosses             a dead end
 * </pre>
 *
 * <p>A bar whose end is wholly covered is entered along one run of borders too, but is crossed: the
 * run turns by more than a right angle. A shape that lies all in the second ends nowhere.
 */
final class DeadEnds {
  /** Radians: what rounding leaves of an angle. */
  private static final double NOTHING = 1e-9;

  private final EntryParts parts;

  private DeadEnds(EntryParts parts) {
    this.parts = parts;
  }

  /** In a window, also what may be one, as not all of it is there. */
  static List<Finding> of(Drawn drawn, String first, String second) {
    Region common = drawn.region(first).intersection(drawn.region(second));
    boolean isExact = drawn.region(first).isManhattan() && drawn.region(second).isManhattan();
    EntryParts parts =
        new EntryParts(
            drawn.borders(first),
            drawn.borders(second),
            isExact ? EntryParts.EXACT : EntryParts.ROUNDED);
    DeadEnds ends = new DeadEnds(parts);
    Set<Polygon> whole = new HashSet<>(drawn.shapes(first).all());
    List<Finding> found = new ArrayList<>();
    for (Polygon p : Shapes.of(common).all()) {
      Box box = p.outer().bounds();
      if (!drawn.isComplete(box) || (!whole.contains(p) && ends.isOne(p))) {
        found.add(Finding.of(Marker.polygon(p.outer(), OptionalDouble.empty())));
      }
    }
    return found;
  }

  /** Whether there is one run of entries, and no bar crossed by it. */
  private boolean isOne(Polygon common) {
    int runs = 0;
    for (Outline o : common.outlines()) {
      for (List<double[]> run : parts.runs(o)) {
        if (++runs > 1 || isAround(run)) {
          return false;
        }
      }
    }
    return runs == 1;
  }

  /** Whether directions turn left by more than a right angle from one to another that follows. */
  private static boolean isAround(List<double[]> directions) {
    double turned = 0;
    for (int i = 1; i < directions.size(); i++) {
      turned = Math.max(0, turned + turn(directions.get(i - 1), directions.get(i)));
      if (turned > Math.PI / 2 + NOTHING) {
        return true;
      }
    }
    return false;
  }

  private static double turn(double[] a, double[] b) {
    return StrictMath.atan2(a[0] * b[1] - a[1] * b[0], a[0] * b[0] + a[1] * b[1]);
  }
}
