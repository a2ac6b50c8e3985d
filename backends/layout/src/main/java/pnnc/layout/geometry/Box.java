package pnnc.layout.geometry;

import java.util.Optional;

/**
 * A rectangle with sides along the axes, borders included; it may be as thin as a line.
 *
 * @param left least x, dbu
 * @param bottom least y, dbu
 * @param right greatest x, not below {@code left}
 * @param top greatest y, not below {@code bottom}
 */
public record Box(int left, int bottom, int right, int top) {
  public Box {
    if (right < left || top < bottom) {
      throw new IllegalArgumentException(
          "no box: %d,%d to %d,%d".formatted(left, bottom, right, top));
    }
  }

  /** The box with two opposite corners, in any order. */
  public static Box of(Point a, Point b) {
    return new Box(
        Math.min(a.x(), b.x()),
        Math.min(a.y(), b.y()),
        Math.max(a.x(), b.x()),
        Math.max(a.y(), b.y()));
  }

  /** Up to 2³² − 1 dbu. */
  public long width() {
    return (long) right - left;
  }

  /** Up to 2³² − 1 dbu. */
  public long height() {
    return (long) top - bottom;
  }

  public boolean contains(Point p) {
    return left <= p.x() && p.x() <= right && bottom <= p.y() && p.y() <= top;
  }

  /** Whether the two share a point; touching counts. */
  public boolean touches(Box other) {
    return left <= other.right && other.left <= right && bottom <= other.top && other.bottom <= top;
  }

  /** The least box around both. */
  public Box union(Box other) {
    return new Box(
        Math.min(left, other.left),
        Math.min(bottom, other.bottom),
        Math.max(right, other.right),
        Math.max(top, other.top));
  }

  /** What both have in common; empty if they do not touch. */
  public Optional<Box> intersection(Box other) {
    return touches(other)
        ? Optional.of(
            new Box(
                Math.max(left, other.left),
                Math.max(bottom, other.bottom),
                Math.min(right, other.right),
                Math.min(top, other.top)))
        : Optional.empty();
  }
}
