package pnnc.layout.region;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import pnnc.layout.geometry.Outline;

/** Finds which loops are holes of which. */
final class Nesting {
  private static final Comparator<Outline> BY_FIRST_CORNER =
      Comparator.<Outline>comparingLong(o -> PlaneSweep.corner(o.x(0), o.y(0)))
          .thenComparing(Outline::toArray, Arrays::compare);

  private final int[] edges;
  private final Loops loops;
  private final boolean[] isHole;
  private final int[] outerOf;

  private Nesting(int[] edges) {
    this.edges = edges;
    this.loops = new Loops(edges);
    int n = loops.loops().size();
    this.isHole = new boolean[n];
    this.outerOf = new int[n];
    for (int i = 0; i < n; i++) {
      isHole[i] = Exact.twiceArea(loops.loops().get(i)).sign() < 0;
      outerOf[i] = isHole[i] ? -1 : i;
    }
  }

  /** The polygons within borders that meet at corners only, by their first corners. */
  static List<Polygon> polygons(int[] edges) {
    Nesting nesting = new Nesting(edges);
    if (nesting.hasHoles()) {
      if (Edges.areManhattan(edges, edges.length)) {
        nesting.sweepVerticals();
      } else {
        nesting.sweep();
      }
    }
    return nesting.build();
  }

  private boolean hasHoles() {
    for (boolean hole : isHole) {
      if (hole) {
        return true;
      }
    }
    return false;
  }

  /** What lies left of the lowest corner of a hole is of the polygon with that hole. */
  private void sweep() {
    Pieces pieces = Pieces.of(edges, e -> true);
    pieces
        .sweep()
        .run(
            (corner, left, ended, endedCount, begun, begunCount, right) -> {
              int before = left;
              for (int i = 0; i < begunCount; i++) {
                int loop = loops.loopOf(pieces.edge(begun[i]));
                if (outerOf[loop] < 0) {
                  outerOf[loop] = outerOf[loops.loopOf(pieces.edge(before))];
                }
                before = begun[i];
              }
            });
  }

  /** Holes run clockwise: upwards from their lowest left corners. */
  private void sweepVerticals() {
    long[] corners = new long[isHole.length];
    int[] starts = new int[isHole.length];
    int count = 0;
    for (int i = 0; i < isHole.length; i++) {
      int[] c = loops.loops().get(i);
      corners[i] = PlaneSweep.corner(c[0], c[1]);
    }
    for (int e = 0; e < edges.length / 4; e++) {
      int loop = loops.loopOf(e);
      if (isHole[loop] && corners[loop] == PlaneSweep.corner(edges[4 * e], edges[4 * e + 1])) {
        starts[count++] = e;
      }
    }
    int[] sorted =
        IntStream.of(Arrays.copyOf(starts, count))
            .boxed()
            .sorted(Comparator.comparingLong(e -> corners[loops.loopOf(e)]))
            .mapToInt(e -> e)
            .toArray();
    HoleSweep.run(
        edges, sorted, (start, left) -> outerOf[loops.loopOf(start)] = outerOf[loops.loopOf(left)]);
  }

  private List<Polygon> build() {
    int n = isHole.length;
    List<List<Outline>> holes = new ArrayList<>(n);
    for (int i = 0; i < n; i++) {
      holes.add(isHole[i] ? List.of() : new ArrayList<>(0));
    }
    for (int i = 0; i < n; i++) {
      if (isHole[i]) {
        holes.get(outerOf[i]).add(Outline.of(loops.loops().get(i)));
      }
    }
    List<Polygon> polygons = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      if (!isHole[i]) {
        holes.get(i).sort(BY_FIRST_CORNER);
        polygons.add(new Polygon(Outline.of(loops.loops().get(i)), holes.get(i)));
      }
    }
    polygons.sort(Comparator.comparing(Polygon::outer, BY_FIRST_CORNER));
    return List.copyOf(polygons);
  }
}
