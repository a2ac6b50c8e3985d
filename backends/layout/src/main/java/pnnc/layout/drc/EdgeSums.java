package pnnc.layout.drc;

import java.util.Arrays;

/**
 * Sums over borders below a flat line, by upright lines: how much area is right of the borders that
 * have the inside there, less what is right of the others, each up to a line. That is {@code h·(X −
 * x)} of an upright border of height {@code h} at {@code x}, so all lines right of it need one
 * height and one moment. Numbers are modulo 2⁶⁴: a sum may leave them, the area of a window does
 * not.
 */
final class EdgeSums {
  private final int[] xs;

  /** At the first line not left of a border: heights, as {@code rate · y + height}. */
  private final long[] rate;

  private final long[] height;

  /** Twice height times place, likewise. */
  private final long[] momentRate;

  private final Fractions moment;

  /** Twice the area at one line only: borders cross it there. */
  private final Fractions crossed;

  EdgeSums(int[] xs) {
    this.xs = xs;
    this.rate = new long[xs.length + 1];
    this.height = new long[xs.length + 1];
    this.momentRate = new long[xs.length + 1];
    this.moment = new Fractions(xs.length + 1);
    this.crossed = new Fractions(xs.length + 1);
  }

  /** An upright border at {@code x} with the inside right of it (1) or left (−1) begins. */
  void begin(long x, long y, int sign) {
    int i = line(x);
    rate[i] += sign;
    height[i] -= sign * y;
    momentRate[i] += 2L * sign * x;
    moment.add(i, -2L * sign * x * y, 0);
  }

  /** It ends. */
  void end(long x, long y, int sign) {
    int i = line(x);
    rate[i] -= sign;
    height[i] += sign * y;
    momentRate[i] -= 2L * sign * x;
    moment.add(i, 2L * sign * x * y, 0);
  }

  /** Adds a piece of a slanted border. */
  void add(SlantedPiece piece, int sign) {
    if (piece.height() <= 0) {
      return;
    }
    int end = line(piece.right());
    height[end] += sign * piece.height();
    moment.add(end, sign, piece.twiceToZero());
    for (int i = line(piece.left() + 1); i < end; i++) {
      crossed.add(i, sign, piece.twiceUpTo(xs[i]));
    }
  }

  /** The first line not left of {@code x}; one behind the last if there is none. */
  private int line(long x) {
    int i = Arrays.binarySearch(xs, Borders.clamped(x));
    return x > Integer.MAX_VALUE ? xs.length : i < 0 ? -i - 1 : i;
  }

  /** Twice the areas below {@code y}, with all that was added. */
  Fractions below(long y) {
    Fractions row = new Fractions(xs.length);
    Fractions moments = new Fractions(1);
    long heights = 0;
    for (int i = 0; i < xs.length; i++) {
      heights += rate[i] * y + height[i];
      moments.add(0, momentRate[i] * y, 0);
      moments.add(0, 1, moment.get(i));
      row.add(i, 2 * heights * xs[i], 0);
      row.add(i, -1, moments.get(0));
      row.add(i, 1, crossed.get(i));
    }
    return row;
  }
}
