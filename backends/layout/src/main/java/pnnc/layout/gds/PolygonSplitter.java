package pnnc.layout.gds;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Cuts polygons of too many corners into several of exactly the same area, without rounding.
 *
 * <p>Each cut is one chord through the inside. Where a vertical or horizontal line meets both edges
 * that bound the inside there on the grid, as in every Manhattan polygon, the chord is a piece of
 * it. Else it joins two corners: the nearest ones to the left and to the right of the line between
 * the two edges. No corner lies between these, so the chord is inside too, and since both parts
 * have the very same chord, nothing opens or overlaps.
 *
 * <p>Lines are tried at 31 places in each direction, and the cut that halves best is taken.
 */
final class PolygonSplitter {
  private static final int TRIES = 32;

  private final int max;
  private final Deque<int[]> todo = new ArrayDeque<>();
  private final List<int[]> done = new ArrayList<>();

  private PolygonSplitter(int max) {
    this.max = max;
  }

  /**
   * The parts.
   *
   * @param max corners of a part, at least 7
   * @throws IllegalArgumentException if the polygon crosses itself such that no cuts are found
   */
  static List<int[]> split(int[] xy, int points, int max) {
    PolygonSplitter splitter = new PolygonSplitter(max);
    splitter.todo.push(Arrays.copyOf(xy, 2 * points));
    while (!splitter.todo.isEmpty()) {
      splitter.step(splitter.todo.pop());
    }
    check(xy, points, splitter.done);
    return splitter.done;
  }

  private void step(int[] xy) {
    if (xy.length <= 2 * max) {
      keep(xy);
      return;
    }
    Chord best = null;
    for (int axis = 0; axis < 2; axis++) {
      best = better(best, along(new Scan(xy, axis)));
    }
    if (best == null || best.balance() < 3) {
      throw failure(xy.length / 2);
    }
    todo.push(best.second(xy));
    todo.push(best.first(xy));
  }

  /** Fewer than 3 corners are no area. */
  private void keep(int[] xy) {
    if (xy.length >= 6) {
      done.add(xy);
    }
  }

  private static Chord along(Scan scan) {
    int[] sorted = scan.sorted();
    Chord best = null;
    for (int i = 1; i < TRIES; i++) {
      int at = sorted[(int) ((long) sorted.length * i / TRIES)];
      if (at < sorted[sorted.length - 1]) {
        best = better(best, scan.chord(at));
      }
    }
    return best;
  }

  private static Chord better(Chord a, Chord b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return b.balance() > a.balance() ? b : a;
  }

  private static IllegalArgumentException failure(int points) {
    return new IllegalArgumentException(
        "a polygon of %d points crosses itself and cannot be split exactly".formatted(points));
  }

  /** The areas add up only if all parts turn the same way round, as those of simple polygons do. */
  private static void check(int[] xy, int points, List<int[]> parts) {
    BigInteger sum = BigInteger.ZERO;
    for (int[] part : parts) {
      sum = sum.add(twiceArea(part, part.length / 2).abs());
    }
    if (!sum.equals(twiceArea(xy, points).abs())) {
      throw failure(points);
    }
  }

  static BigInteger twiceArea(int[] xy, int points) {
    BigInteger sum = BigInteger.ZERO;
    for (int i = 0, j = points - 1; i < points; j = i++) {
      BigInteger width = BigInteger.valueOf((long) xy[2 * j] - xy[2 * i]);
      sum = sum.add(width.multiply(BigInteger.valueOf((long) xy[2 * j + 1] + xy[2 * i + 1])));
    }
    return sum;
  }
}
