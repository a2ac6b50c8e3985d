package pnnc.layout.geometry;

/**
 * A point of the grid, or a step between two.
 *
 * @param x dbu
 * @param y dbu
 */
public record Point(int x, int y) {
  public static final Point ORIGIN = new Point(0, 0);

  /**
   * This, moved by {@code step}.
   *
   * @throws ArithmeticException if that is beyond 32 bits
   */
  public Point plus(Point step) {
    return new Point(Math.addExact(x, step.x), Math.addExact(y, step.y));
  }
}
