package pnnc.layout.region;

import java.math.BigInteger;
import java.util.Arrays;

/** Cuts a region into trapezoids: horizontally, at each corner, to the next border on each side. */
final class Slabs {
  private final int[] edges;
  private final Pieces pieces;
  private final int[] partner;
  private final int[] since;
  private final Sink sink;

  /** Takes trapezoids, from the lowest top to the highest. */
  interface Sink {
    void add(Trapezoid trapezoid);
  }

  private Slabs(int[] edges, Sink sink) {
    this.edges = edges;
    this.sink = sink;
    this.pieces = Pieces.of(edges, e -> edges[4 * e + 1] != edges[4 * e + 3]);
    this.partner = new int[edges.length / 4];
    this.since = new int[edges.length / 4];
    Arrays.fill(partner, -1);
  }

  /** Cuts what lies within borders that meet at corners only. */
  static void cut(int[] edges, Sink sink) {
    new Slabs(edges, sink).run();
  }

  private void run() {
    pieces
        .sweep()
        .run(
            (corner, left, ended, endedCount, begun, begunCount, right) -> {
              int y = pieces.y(corner);
              for (int i = 0; i < endedCount; i++) {
                pair(ended[i], -1, y);
              }
              int before = left;
              for (int i = 0; i < begunCount; i++) {
                pair(before, begun[i], y);
                before = begun[i];
              }
              pair(before, right, y);
            });
  }

  /** From {@code y} on the border right of {@code left} is {@code right}. */
  private void pair(int left, int right, int y) {
    if (left < 0 || partner[left] == right) {
      return;
    }
    int e = pieces.edge(left);
    boolean isInsideRight = edges[4 * e + 1] > edges[4 * e + 3];
    if (!isInsideRight) {
      return;
    }
    if (partner[left] >= 0 && since[left] < y) {
      int f = pieces.edge(partner[left]);
      int from = since[left];
      sink.add(new Trapezoid(from, y, x(e, from), x(f, from), x(e, y), x(f, y)));
    }
    partner[left] = right;
    since[left] = y;
  }

  /** Where border {@code e} crosses {@code y}, rounded to the grid, ties towards +∞. */
  private int x(int e, int y) {
    int x1 = edges[4 * e];
    long dx = (long) edges[4 * e + 2] - x1;
    if (dx == 0) {
      return x1;
    }
    long dy = (long) edges[4 * e + 3] - edges[4 * e + 1];
    long up = (long) y - edges[4 * e + 1];
    BigInteger twice = BigInteger.valueOf(2 * dx).multiply(BigInteger.valueOf(dy < 0 ? -up : up));
    BigInteger[] parts =
        twice
            .add(BigInteger.valueOf(Math.abs(dy)))
            .divideAndRemainder(BigInteger.valueOf(2 * Math.abs(dy)));
    return (int) (x1 + parts[0].longValueExact() - (parts[1].signum() < 0 ? 1 : 0));
  }
}
