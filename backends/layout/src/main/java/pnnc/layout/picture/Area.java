package pnnc.layout.picture;

import pnnc.layout.geometry.Box;

/** A rectangle in doubles, of database units or pixels; {@link #NONE} has nothing in it. */
record Area(double left, double low, double right, double high) {
  static final Area NONE =
      new Area(
          Double.POSITIVE_INFINITY,
          Double.POSITIVE_INFINITY,
          Double.NEGATIVE_INFINITY,
          Double.NEGATIVE_INFINITY);

  static Area of(Box box) {
    return new Area(box.left(), box.bottom(), box.right(), box.top());
  }

  boolean isNone() {
    return left > right;
  }

  double width() {
    return right - left;
  }

  double height() {
    return high - low;
  }

  double centreX() {
    return (left + right) / 2;
  }

  double centreY() {
    return (low + high) / 2;
  }

  /** Whether both sides are below {@code limit}. */
  boolean isBelow(double limit) {
    return width() < limit && height() < limit;
  }

  Area moved(double dx, double dy) {
    return new Area(left + dx, low + dy, right + dx, high + dy);
  }

  Area union(Area other) {
    return new Area(
        Math.min(left, other.left),
        Math.min(low, other.low),
        Math.max(right, other.right),
        Math.max(high, other.high));
  }

  /** Whether the two share a point. */
  boolean touches(Area other) {
    return left <= other.right && other.left <= right && low <= other.high && other.low <= high;
  }
}
