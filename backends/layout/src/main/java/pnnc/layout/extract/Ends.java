package pnnc.layout.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
    met.forEach((piece, edges) -> runs(edges).forEach(run -> ends.add(new End(piece, run))));
    ends.sort(Comparator.comparing(end -> end.edges.get(0), BY_PLACE));
    areas.sort(Comparator.comparingInt(End::piece));
    ends.addAll(areas);
    return ends;
  }

  /** Edges that follow each other are one run. */
  private static List<List<Edge>> runs(List<Edge> edges) {
    List<Edge> sorted = edges.stream().distinct().sorted(BY_PLACE).toList();
    UnionFind joined = new UnionFind(sorted.size());
    for (int i = 0; i < sorted.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (sorted.get(i).follows(sorted.get(j))) {
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
}
