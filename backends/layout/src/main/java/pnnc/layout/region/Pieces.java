package pnnc.layout.region;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** Borders that meet at corners only, ready to be swept. */
final class Pieces {
  private final long[] corners;
  private final long[] keys;
  private final int[] edgeOf;

  private Pieces(long[] corners, long[] keys, int[] edgeOf) {
    this.corners = corners;
    this.keys = keys;
    this.edgeOf = edgeOf;
  }

  /** Those of {@code edges}, four numbers each, that {@code isWanted} names by their index / 4. */
  static Pieces of(int[] edges, IntPredicate isWanted) {
    long[] corners = PlaneSweep.corners(edges, edges.length);
    long[] keys = new long[edges.length / 4];
    int count = 0;
    for (int e = 0; e < edges.length / 4; e++) {
      if (isWanted.test(e)) {
        keys[count++] = key(corners, edges, e);
      }
    }
    long[] sorted = PlaneSweep.distinct(Arrays.copyOf(keys, count));
    int[] edgeOf = new int[sorted.length];
    count = 0;
    for (int e = 0; e < edges.length / 4; e++) {
      if (isWanted.test(e)) {
        edgeOf[Arrays.binarySearch(sorted, keys[count++])] = e;
      }
    }
    return new Pieces(corners, sorted, edgeOf);
  }

  private static long key(long[] corners, int[] edges, int e) {
    int from = Arrays.binarySearch(corners, PlaneSweep.corner(edges[4 * e], edges[4 * e + 1]));
    int to = Arrays.binarySearch(corners, PlaneSweep.corner(edges[4 * e + 2], edges[4 * e + 3]));
    return Radix.word(Math.min(from, to), Math.max(from, to));
  }

  PlaneSweep sweep() {
    return new PlaneSweep(corners, keys);
  }

  /** The number of the border that a swept edge is. */
  int edge(int swept) {
    return edgeOf[swept];
  }

  int y(int corner) {
    return PlaneSweep.y(corners[corner]);
  }
}
