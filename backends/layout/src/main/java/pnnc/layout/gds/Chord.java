package pnnc.layout.gds;

import java.util.Arrays;

/**
 * A cut through a polygon, from a point on one edge to a point on another; edge {@code i} goes from
 * corner {@code i} to the next. Either point may be the corner.
 *
 * @param points corners of the polygon
 * @param from the lower edge number
 * @param to the higher edge number
 */
record Chord(int points, int from, int fromX, int fromY, int to, int toX, int toY) {
  /** How many corners the smaller part takes away. */
  int balance() {
    return Math.min(to - from, points - (to - from));
  }

  /** The part from the first point along the edges to the second. */
  int[] first(int[] xy) {
    Part part = new Part(to - from + 2);
    part.add(fromX, fromY);
    part.corners(xy, from + 1, to);
    part.add(toX, toY);
    return part.closed();
  }

  /** The part from the second point around to the first. */
  int[] second(int[] xy) {
    Part part = new Part(points - (to - from) + 2);
    part.add(toX, toY);
    part.corners(xy, to + 1, points - 1);
    part.corners(xy, 0, from);
    part.add(fromX, fromY);
    return part.closed();
  }

  /** Corners in a row, none the same as the one before. */
  private static final class Part {
    private final int[] xy;
    private int used;

    Part(int corners) {
      xy = new int[2 * corners];
    }

    void add(int x, int y) {
      if (used == 0 || xy[used - 2] != x || xy[used - 1] != y) {
        xy[used++] = x;
        xy[used++] = y;
      }
    }

    void corners(int[] of, int first, int last) {
      for (int i = first; i <= last; i++) {
        add(of[2 * i], of[2 * i + 1]);
      }
    }

    int[] closed() {
      boolean isRepeated = used > 2 && xy[0] == xy[used - 2] && xy[1] == xy[used - 1];
      return Arrays.copyOf(xy, isRepeated ? used - 2 : used);
    }
  }
}
