package pnnc.layout.region;

/**
 * A piece of a region between two horizontal lines and two borders.
 *
 * @param bottom dbu
 * @param top above {@code bottom}
 * @param bottomLeft where the left border crosses the bottom, to the nearest dbu
 * @param bottomRight not left of {@code bottomLeft}
 * @param topLeft where the left border crosses the top, to the nearest dbu
 * @param topRight not left of {@code topLeft}
 */
public record Trapezoid(
    int bottom, int top, int bottomLeft, int bottomRight, int topLeft, int topRight) {

  /** Whether both sides are vertical. */
  public boolean isBox() {
    return bottomLeft == topLeft && bottomRight == topRight;
  }
}
