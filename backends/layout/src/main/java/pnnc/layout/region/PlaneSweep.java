package pnnc.layout.region;

import java.util.Arrays;

/**
 * Goes through edges that meet at their ends only, from one corner to the next by y and then x, and
 * knows at each which edges lie beside it. Horizontal edges count as rising to the right ever so
 * little.
 */
final class PlaneSweep {
  /** Corners, sorted by y, then x: {@code y << 32 | x ^ MIN_VALUE}. */
  private final long[] corners;

  /** Edges, sorted: the number of the lower corner in the upper half, of the upper in the lower. */
  private final long[] edges;

  /** Is told what happens at each corner. */
  interface Visitor {
    /**
     * Edges end, then others begin.
     *
     * @param corner its number
     * @param left the edge left of the corner, or −1
     * @param ended the edges that end here, from left to right, the first {@code endedCount}
     * @param begun the edges that begin here, from left to right, the first {@code begunCount}
     * @param right the edge right of the corner, or −1
     */
    void at(
        int corner, int left, int[] ended, int endedCount, int[] begun, int begunCount, int right);
  }

  PlaneSweep(long[] corners, long[] edges) {
    this.corners = corners;
    this.edges = edges;
  }

  /** The key of a corner: keys ascend as corners do. */
  static long corner(int x, int y) {
    return Radix.word(y, x ^ Integer.MIN_VALUE);
  }

  static int x(long corner) {
    return (int) corner ^ Integer.MIN_VALUE;
  }

  static int y(long corner) {
    return (int) (corner >> 32);
  }

  /** The corners of {@code edges} (the first {@code used} numbers), each once, sorted. */
  static long[] corners(int[] edges, int used) {
    long[] all = new long[used / 2];
    for (int i = 0; i < all.length; i++) {
      all[i] = corner(edges[2 * i], edges[2 * i + 1]);
    }
    return distinct(all);
  }

  /** Sorts {@code words} and returns each once. */
  static long[] distinct(long[] words) {
    Radix.sortAll(words);
    int count = 0;
    for (int i = 0; i < words.length; i++) {
      if (i == 0 || words[i] != words[i - 1]) {
        words[count++] = words[i];
      }
    }
    return Arrays.copyOf(words, count);
  }

  private boolean isLeft(int edge, int corner) {
    long low = corners[(int) (edges[edge] >>> 32)];
    long high = corners[(int) edges[edge]];
    long p = corners[corner];
    return Exact.cross(
            (long) x(high) - x(low),
            (long) y(high) - y(low),
            (long) x(p) - x(low),
            (long) y(p) - y(low))
        < 0;
  }

  private int upper(int edge) {
    return (int) edges[edge];
  }

  /** Sweeps. */
  void run(Visitor visitor) {
    ActiveEdges active = new ActiveEdges();
    int[] ended = new int[8];
    int[] begun = new int[8];
    int next = 0;
    for (int c = 0; c < corners.length; c++) {
      int corner = c;
      active.find(edge -> isLeft(edge, corner));
      int endedCount = 0;
      for (int e = active.after(); e >= 0 && upper(e) == c; e = active.after()) {
        ended = endedCount == ended.length ? Arrays.copyOf(ended, 2 * endedCount) : ended;
        ended[endedCount++] = e;
        active.removeAfter();
      }
      int first = next;
      while (next < edges.length && (int) (edges[next] >>> 32) == c) {
        next++;
      }
      begun = begun.length < next - first ? new int[2 * (next - first)] : begun;
      fanOut(first, next, begun);
      int left = active.before();
      int right = active.after();
      for (int i = 0; i < next - first; i++) {
        active.insert(begun[i]);
      }
      visitor.at(c, left, ended, endedCount, begun, next - first, right);
    }
  }

  /** The edges {@code first} to {@code end}, which begin at one corner, from left to right. */
  private void fanOut(int first, int end, int[] fan) {
    for (int e = first; e < end; e++) {
      int at = e - first;
      while (at > 0 && turn(fan[at - 1], e) > 0) {
        fan[at] = fan[at - 1];
        at--;
      }
      fan[at] = e;
    }
  }

  private int turn(int e, int f) {
    long low = corners[(int) (edges[e] >>> 32)];
    long a = corners[upper(e)];
    long b = corners[upper(f)];
    return Exact.cross(
        (long) x(a) - x(low), (long) y(a) - y(low), (long) x(b) - x(low), (long) y(b) - y(low));
  }
}
