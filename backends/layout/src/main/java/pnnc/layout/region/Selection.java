package pnnc.layout.region;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import pnnc.layout.geometry.Box;
import pnnc.layout.geometry.Outline;

/** Picks polygons of a region by how they lie to another region. */
final class Selection {
  private final List<Polygon> others;
  private final BoxIndex otherPolygons;
  private final int[] otherEdges;
  private final BoxIndex otherEdgeBoxes;

  private Selection(Region other) {
    others = other.polygons();
    Edges boxes = new Edges(others.size());
    for (Polygon p : others) {
      Box b = p.outer().bounds();
      boxes.add(b.left(), b.bottom(), b.right(), b.top());
    }
    otherPolygons = BoxIndex.of(boxes.toArray());
    otherEdges = other.borders();
    int[] edgeBoxes = otherEdges.clone();
    for (int i = 0; i < edgeBoxes.length; i += 4) {
      edgeBoxes[i] = Math.min(otherEdges[i], otherEdges[i + 2]);
      edgeBoxes[i + 1] = Math.min(otherEdges[i + 1], otherEdges[i + 3]);
      edgeBoxes[i + 2] = Math.max(otherEdges[i], otherEdges[i + 2]);
      edgeBoxes[i + 3] = Math.max(otherEdges[i + 1], otherEdges[i + 3]);
    }
    otherEdgeBoxes = BoxIndex.of(edgeBoxes);
  }

  /** The polygons of {@code region} that have a point in common with {@code other}. */
  static Region interacting(Region region, Region other) {
    Selection selection = new Selection(other);
    return pick(region, selection::touches);
  }

  /** The polygons of {@code region} that have an inner point in common with {@code other}. */
  static Region overlapping(Region region, Region other) {
    Selection selection = new Selection(other);
    return pick(region, p -> !region(p).intersection(selection.near(p)).isEmpty());
  }

  /** The polygons of {@code region} that lie in {@code other}, border on border allowed. */
  static Region inside(Region region, Region other) {
    Selection selection = new Selection(other);
    return pick(region, p -> region(p).minus(selection.near(p)).isEmpty());
  }

  private static Region pick(Region region, Predicate<Polygon> isWanted) {
    return region(region.polygons().stream().filter(isWanted).toList());
  }

  private static Region region(Polygon polygon) {
    return region(List.of(polygon));
  }

  private static Region region(List<Polygon> polygons) {
    Edges edges = borders(polygons);
    return Region.merged(new int[0], 0, edges.at, edges.used);
  }

  private static Edges borders(List<Polygon> polygons) {
    Edges edges = new Edges(4 * polygons.size());
    for (Polygon p : polygons) {
      p.outlines().forEach(o -> edges.addLoop(o.toArray(), false));
    }
    return edges;
  }

  private Region near(Polygon polygon) {
    List<Polygon> near = new ArrayList<>();
    otherPolygons.find(polygon.outer().bounds(), i -> near.add(others.get(i)));
    return region(near);
  }

  private boolean touches(Polygon polygon) {
    int[] borders = borders(List.of(polygon)).toArray();
    for (int i = 0; i < borders.length; i += 4) {
      if (meetsEdge(borders[i], borders[i + 1], borders[i + 2], borders[i + 3])) {
        return true;
      }
    }
    return isNested(polygon, borders);
  }

  private boolean meetsEdge(int x1, int y1, int x2, int y2) {
    int[] o = otherEdges;
    boolean[] isMet = {false};
    otherEdgeBoxes.find(
        Math.min(x1, x2),
        Math.min(y1, y2),
        Math.max(x1, x2),
        Math.max(y1, y2),
        e ->
            isMet[0] =
                isMet[0]
                    || Segments.meet(
                        x1, y1, x2, y2, o[4 * e], o[4 * e + 1], o[4 * e + 2], o[4 * e + 3]));
    return isMet[0];
  }

  /** Whether one is within the other as no borders meet. */
  private boolean isNested(Polygon polygon, int[] borders) {
    boolean[] isNested = {false};
    Outline outer = polygon.outer();
    otherPolygons.find(
        outer.bounds(),
        i -> {
          Outline other = others.get(i).outer();
          isNested[0] =
              isNested[0]
                  || Inside.contains(borders, other.x(0), other.y(0))
                  || Inside.contains(
                      borders(List.of(others.get(i))).toArray(), outer.x(0), outer.y(0));
        });
    return isNested[0];
  }
}
