package pnnc.layout.region;

import java.util.Arrays;

/** Finds the border left of each of some corners, of borders along the axes. */
final class HoleSweep {
  private final int[] edges;
  private final int[] rankOf;
  private final RankSet active;
  private final int[] edgeAt;

  /** Takes one answer after the other, by y, then x. */
  interface Sink {
    void left(int start, int edge);
  }

  private HoleSweep(int[] edges, long[] byX) {
    this.edges = edges;
    this.rankOf = new int[edges.length / 4];
    int ranks = 0;
    for (int i = 0; i < byX.length; i++) {
      ranks += i == 0 || Radix.high(byX[i]) != Radix.high(byX[i - 1]) ? 1 : 0;
      rankOf[Radix.low(byX[i])] = ranks - 1;
    }
    this.active = new RankSet(ranks);
    this.edgeAt = new int[ranks];
  }

  /**
   * Of each corner the nearest vertical border left of it and just above it.
   *
   * @param starts vertical edges that begin at the corners, by y, then x
   */
  static void run(int[] edges, int[] starts, Sink sink) {
    long[] byX = new long[edges.length / 4];
    int count = 0;
    for (int e = 0; e < byX.length; e++) {
      if (edges[4 * e] == edges[4 * e + 2]) {
        byX[count++] = Radix.word(edges[4 * e], e);
      }
    }
    byX = Radix.sort(Arrays.copyOf(byX, count));
    new HoleSweep(edges, byX).sweep(byX, starts, sink);
  }

  private int low(int e) {
    return Math.min(edges[4 * e + 1], edges[4 * e + 3]);
  }

  private int high(int e) {
    return Math.max(edges[4 * e + 1], edges[4 * e + 3]);
  }

  private void sweep(long[] verticals, int[] starts, Sink sink) {
    long[] begins = new long[verticals.length];
    long[] ends = new long[verticals.length];
    for (int i = 0; i < verticals.length; i++) {
      int e = Radix.low(verticals[i]);
      begins[i] = Radix.word(low(e), e);
      ends[i] = Radix.word(high(e), e);
    }
    begins = Radix.sort(begins);
    ends = Radix.sort(ends);
    int begun = 0;
    int ended = 0;
    for (int start : starts) {
      int y = edges[4 * start + 1];
      /* One that ends comes before one that begins at its x: each level by itself. */
      while (begun < begins.length && Radix.high(begins[begun]) <= y) {
        int level = Radix.high(begins[begun]);
        for (; ended < ends.length && Radix.high(ends[ended]) <= level; ended++) {
          active.remove(rankOf[Radix.low(ends[ended])]);
        }
        for (; begun < begins.length && Radix.high(begins[begun]) == level; begun++) {
          int e = Radix.low(begins[begun]);
          active.add(rankOf[e]);
          edgeAt[rankOf[e]] = e;
        }
      }
      for (; ended < ends.length && Radix.high(ends[ended]) <= y; ended++) {
        active.remove(rankOf[Radix.low(ends[ended])]);
      }
      sink.left(start, edgeAt[active.previous(rankOf[start])]);
    }
  }
}
