package pnnc.layout.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import pnnc.layout.geometry.Box;
import pnnc.layout.geometry.Point;
import pnnc.layout.region.Region;

/**
 * Where the wires of one mask meet a body: one end for each run of its border that meets a piece.
 */
final class Ends {
  private static final Comparator<Edge> BY_PLACE =
      Comparator.<Edge>comparingInt(e -> Math.min(e.y1(), e.y2()))
          .thenComparingInt(e -> Math.min(e.x1(), e.x2()))
          .thenComparingInt(e -> Math.max(e.y1(), e.y2()))
          .thenComparingInt(e -> Math.max(e.x1(), e.x2()));

  private Ends() {}

  /** An end: a piece of the plane and the edges where it meets. */
  record End(int piece, List<Edge> edges) {}

  /** By place; those that touch the body with an area come last. */
  static List<End> of(Region body, Plane wires) {
    Map<Integer, List<Edge>> met = new TreeMap<>();
    List<End> areas = new ArrayList<>();
    Plane tiles = new Plane(body);
    for (int i = 0; i < tiles.tiles(); i++) {
      Tile tile = tiles.tile(i);
      wires.find(
          tile.box(),
          (t, piece) -> {
            tile.border(t)
                .ifPresent(e -> met.computeIfAbsent(piece, p -> new ArrayList<>()).add(e));
            if (tile.overlaps(t) && areas.stream().noneMatch(a -> a.piece == piece)) {
              areas.add(new End(piece, List.of()));
            }
          });
    }
    List<End> ends = new ArrayList<>();
    met.forEach((piece, edges) -> runs(edges, wires).forEach(run -> ends.add(new End(piece, run))));
    ends.sort(Comparator.comparing(end -> end.edges.get(0), BY_PLACE));
    areas.sort(Comparator.comparingInt(End::piece));
    ends.addAll(areas);
    return ends;
  }

  /** Edges that follow each other are one run, if the wire is whole where they meet. */
  private static List<List<Edge>> runs(List<Edge> edges, Plane wires) {
    List<Edge> sorted = edges.stream().distinct().sorted(BY_PLACE).toList();
    UnionFind joined = new UnionFind(sorted.size());
    for (int i = 0; i < sorted.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (isWhole(sorted.get(i), sorted.get(j), wires)) {
          joined.join(i, j);
        }
      }
    }
    Map<Integer, List<Edge>> runs = new TreeMap<>();
    for (int i = 0; i < sorted.size(); i++) {
      runs.computeIfAbsent(joined.find(i), r -> new ArrayList<>()).add(sorted.get(i));
    }
    return List.copyOf(runs.values());
  }

  /**
   * Whether the wire goes around the corner between two edges. Where it only touches both, whether
   * its parts meet elsewhere must not matter: that may be in another cell.
   */
  private static boolean isWhole(Edge a, Edge b, Plane wires) {
    if (!a.follows(b)) {
      return false;
    }
    boolean isStraight = (a.x1() == a.x2()) == (b.x1() == b.x2());
    boolean isSquare = a.isAlongAxis() && b.isAlongAxis() && !isStraight;
    if (!isSquare) {
      return true;
    }
    Edge across = a.x1() == a.x2() ? b : a;
    Edge upright = a.x1() == a.x2() ? a : b;
    int x = upright.x1();
    int y = across.y1();
    int dx = across.x1() + across.x2() > 2 * x ? 1 : -1;
    int dy = upright.y1() + upright.y2() > 2 * y ? 1 : -1;
    return covers(wires, x, y, x + dx, y + dy) || covers(wires, x, y, x - dx, y - dy);
  }

  private static boolean covers(Plane wires, int x, int y, int otherX, int otherY) {
    Box square = Box.of(new Point(x, y), new Point(otherX, otherY));
    boolean[] isCovered = {false};
    wires.find(square, (tile, piece) -> isCovered[0] |= tile.overlaps(new Tile(square)));
    return isCovered[0];
  }
}
