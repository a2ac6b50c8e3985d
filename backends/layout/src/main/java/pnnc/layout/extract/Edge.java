package pnnc.layout.extract;

/** A piece of a border from one point to another, dbu. */
public record Edge(int x1, int y1, int x2, int y2) {
  /** Its length, dbu. */
  public double length() {
    return Math.hypot((double) x2 - x1, (double) y2 - y1);
  }

  boolean isAlongAxis() {
    return x1 == x2 || y1 == y2;
  }

  boolean follows(Edge other) {
    return is(x1, y1, other) || is(x2, y2, other);
  }

  private static boolean is(int x, int y, Edge e) {
    return (x == e.x1 && y == e.y1) || (x == e.x2 && y == e.y2);
  }
}
