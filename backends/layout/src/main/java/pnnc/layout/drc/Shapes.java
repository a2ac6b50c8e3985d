package pnnc.layout.drc;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pnnc.layout.geometry.Point;
import pnnc.layout.region.Polygon;
import pnnc.layout.region.Region;

/**
 * The shapes of a region as rules mean them: polygons that touch at a corner are one, and what they
 * enclose is a hole of it. So KLayout merges unless it is asked for the least coherence; {@link
 * Region#polygons} keeps such polygons apart.
 */
final class Shapes {
  private final Borders borders;
  private final List<Polygon> all = new ArrayList<>();
  private final List<List<Polygon>> parts = new ArrayList<>();

  private Shapes(List<Polygon> polygons, Borders borders) {
    Touches touches = Touches.of(borders, polygons.size());
    int[] shapes = new int[polygons.size()];
    for (int p = 0; p < shapes.length; p++) {
      int lowest = touches.lowest(p);
      if (lowest == p) {
        shapes[p] = parts.size();
        parts.add(new ArrayList<>());
      }
      shapes[p] = shapes[lowest];
      parts.get(shapes[p]).add(polygons.get(p));
    }
    this.borders = borders.owned(shapes);
    join(touches);
  }

  /** Of a region within {@code borders}. */
  static Shapes of(Region region, Borders borders) {
    return new Shapes(region.polygons(), borders);
  }

  /** Of a region. */
  static Shapes of(Region region) {
    return of(region, Borders.of(region));
  }

  private void join(Touches touches) {
    Map<Integer, Surround> surrounds = new HashMap<>();
    for (int i = 0; i < borders.size(); i++) {
      if (parts.get(borders.owner(i)).size() > 1) {
        List<Point> corners = touches.along(i);
        surrounds.computeIfAbsent(borders.owner(i), s -> new Surround()).add(corners);
      }
    }
    for (int s = 0; s < parts.size(); s++) {
      all.add(surrounds.containsKey(s) ? surrounds.get(s).polygon() : parts.get(s).get(0));
    }
  }

  /** By number; where polygons touch, the outline has the corner as often. */
  List<Polygon> all() {
    return all;
  }

  /** The polygons of the region that a shape is made of. */
  List<Polygon> parts(int shape) {
    return parts.get(shape);
  }

  /** The borders of the region, owned by shapes. */
  Borders borders() {
    return borders;
  }
}
