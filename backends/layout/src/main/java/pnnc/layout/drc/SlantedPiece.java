package pnnc.layout.drc;

import java.math.BigInteger;

/**
 * A part of a slanted border between two flat lines on the grid: areas at its right, which are
 * fractions of its slope.
 */
final class SlantedPiece {
  private final long x;
  private final long y;
  private final long dx;
  private final long dy;

  /** From its lower end, in y. */
  private final long from;

  private final long to;

  /** All of a border, from its lower end to its upper. */
  SlantedPiece(long x1, long y1, long x2, long y2) {
    this(x1, y1, x2 - x1, y2 - y1, 0, y2 - y1);
  }

  private SlantedPiece(long x, long y, long dx, long dy, long from, long to) {
    this.x = x;
    this.y = y;
    this.dx = dx;
    this.dy = dy;
    this.from = from;
    this.to = to;
  }

  /** What lies above {@code low} and below {@code high}. */
  SlantedPiece between(long low, long high) {
    return new SlantedPiece(x, y, dx, dy, Math.max(0, low - y), Math.min(dy, high - y));
  }

  /** In y. */
  long height() {
    return to - from;
  }

  /** The last whole x that is not right of any of it. */
  long left() {
    return x + floor(dx, dx > 0 ? from : to);
  }

  /** The first whole x that is not left of any of it. */
  long right() {
    return x - floor(-dx, dx > 0 ? to : from);
  }

  private long floor(long slope, long up) {
    long low = slope * up;
    return Math.multiplyHigh(slope, up) == low >> 63
        ? Math.floorDiv(low, dy)
        : Fraction.of(big(slope).multiply(big(up)), big(dy)).whole();
  }

  /** Twice the area between it and the line x = 0, counted to the left of it. */
  Fraction twiceToZero() {
    BigInteger whole = big(2 * x).multiply(big(height()));
    return Fraction.of(
        whole.multiply(big(dy)).add(big(dx).multiply(big(height())).multiply(big(from + to))),
        big(dy));
  }

  /** Twice the area between it and an upright line that it crosses, left of that. */
  Fraction twiceUpTo(long line) {
    BigInteger reach =
        big(line - x).multiply(big(dy)).subtract(big(dx).multiply(big(dx > 0 ? from : to)));
    return Fraction.of(reach.multiply(reach), big(dy).multiply(big(Math.abs(dx))));
  }

  private static BigInteger big(long a) {
    return BigInteger.valueOf(a);
  }
}
