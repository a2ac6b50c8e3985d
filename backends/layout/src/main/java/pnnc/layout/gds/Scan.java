package pnnc.layout.gds;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Looks along a line through a polygon for a chord. {@code u} is the coordinate that is fixed on
 * the line, {@code v} the one along it; the line lies just behind its {@code u}, so that it meets
 * no corner.
 */
final class Scan {
  private final int[] xy;
  private final int axis;
  private final int points;

  /** With {@code axis} 0 lines are vertical, with 1 horizontal. */
  Scan(int[] xy, int axis) {
    this.xy = xy;
    this.axis = axis;
    this.points = xy.length / 2;
  }

  private int u(int i) {
    return xy[2 * i + axis];
  }

  private int v(int i) {
    return xy[2 * i + 1 - axis];
  }

  private int next(int i) {
    return i + 1 == points ? 0 : i + 1;
  }

  /** The {@code u} of all corners. */
  int[] sorted() {
    int[] all = new int[points];
    for (int i = 0; i < points; i++) {
      all[i] = u(i);
    }
    Arrays.sort(all);
    return all;
  }

  /** The chord of the line behind {@code at} that halves best, or null. */
  Chord chord(int at) {
    Integer[] crossed = crossed(at);
    int low = -1;
    int high = -1;
    int most = 0;
    for (int k = 0; k + 1 < crossed.length; k += 2) {
      int balance = balance(crossed[k], crossed[k + 1]);
      if (balance > most && isForward(crossed[k]) != isForward(crossed[k + 1])) {
        most = balance;
        low = crossed[k];
        high = crossed[k + 1];
      }
    }
    return low < 0 ? null : between(low, high, at);
  }

  private int balance(int a, int b) {
    int along = Math.abs(a - b);
    return Math.min(along, points - along);
  }

  private boolean isForward(int edge) {
    return u(edge) < u(next(edge));
  }

  /** The edges that the line crosses, in order; the inside is between pairs. */
  private Integer[] crossed(int at) {
    int count = 0;
    Integer[] edges = new Integer[points];
    for (int i = 0; i < points; i++) {
      if ((u(i) <= at) != (u(next(i)) <= at)) {
        edges[count++] = i;
      }
    }
    Integer[] all = Arrays.copyOf(edges, count);
    Arrays.sort(all, Comparator.comparingDouble(edge -> height(edge, at + 0.5)));
    untie(all, at + 0.5);
    return all;
  }

  private double height(int edge, double at) {
    double from = u(edge);
    double slope = ((double) v(next(edge)) - v(edge)) / (u(next(edge)) - from);
    return v(edge) + slope * (at - from);
  }

  /** Edges on top of each other, as at bridges to holes, come in turns of direction. */
  private void untie(Integer[] edges, double at) {
    for (int k = 0; k + 2 < edges.length; k += 2) {
      boolean isTie = height(edges[k + 1], at) == height(edges[k + 2], at);
      if (isTie && isForward(edges[k]) == isForward(edges[k + 1])) {
        Integer other = edges[k + 1];
        edges[k + 1] = edges[k + 2];
        edges[k + 2] = other;
      }
    }
  }

  private Chord between(int low, int high, int at) {
    long lowV = onGrid(low, at);
    long highV = onGrid(high, at);
    if (lowV != OFF_GRID && highV != OFF_GRID) {
      return chord(low, at, (int) lowV, high, at, (int) highV);
    }
    int left = nearest(low, high, at, true);
    int right = nearest(low, high, at, false);
    boolean isEdge = left < 0 || right < 0 || next(left) == right || next(right) == left;
    return isEdge ? null : chord(left, u(left), v(left), right, u(right), v(right));
  }

  private static final long OFF_GRID = Long.MAX_VALUE;

  private long onGrid(int edge, int at) {
    long rise = (long) v(next(edge)) - v(edge);
    long run = (long) u(next(edge)) - u(edge);
    long step = at - (long) u(edge);
    if (rise == 0 || step == 0) {
      return v(edge);
    }
    boolean isLarge = Math.abs(rise) > Integer.MAX_VALUE || Math.abs(step) > Integer.MAX_VALUE;
    return isLarge || rise * step % run != 0 ? OFF_GRID : v(edge) + rise * step / run;
  }

  private Chord chord(int a, int aU, int aV, int b, int bU, int bV) {
    if (a > b) {
      return chord(b, bU, bV, a, aU, aV);
    }
    return axis == 0
        ? new Chord(points, a, aU, aV, b, bU, bV)
        : new Chord(points, a, aV, aU, b, bV, bU);
  }

  /** The corner between the edges that is the nearest to the line on one side. */
  private int nearest(int low, int high, int at, boolean isLeft) {
    int best = -1;
    for (int i = 0; i < points; i++) {
      if ((u(i) <= at) == isLeft
          && (best < 0 || (isLeft ? u(i) > u(best) : u(i) < u(best)))
          && isBetween(i, low, high)) {
        best = i;
      }
    }
    return best;
  }

  private boolean isBetween(int corner, int low, int high) {
    return isWithin(corner, low)
        && isWithin(corner, high)
        && side(corner, low) >= 0
        && side(corner, high) <= 0;
  }

  private boolean isWithin(int corner, int edge) {
    int a = u(edge);
    int b = u(next(edge));
    return Math.min(a, b) <= u(corner) && u(corner) <= Math.max(a, b);
  }

  /** Positive if the corner lies above the edge, exactly. */
  private int side(int corner, int edge) {
    int start = isForward(edge) ? edge : next(edge);
    int end = isForward(edge) ? next(edge) : edge;
    return compareProducts(
        (long) u(end) - u(start),
        (long) v(corner) - v(start),
        (long) v(end) - v(start),
        (long) u(corner) - u(start));
  }

  /** The sign of {@code a·b − c·d}. */
  private static int compareProducts(long a, long b, long c, long d) {
    int high = Long.compare(Math.multiplyHigh(a, b), Math.multiplyHigh(c, d));
    return high != 0 ? high : Long.compareUnsigned(a * b, c * d);
  }
}
