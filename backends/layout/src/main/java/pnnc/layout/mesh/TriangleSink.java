package pnnc.layout.mesh;

/** Takes a surface triangle by triangle. */
@FunctionalInterface
public interface TriangleSink {
  /**
   * One triangle, whose corners run counter-clockwise seen from outside.
   *
   * @param corners {@code [9]}: x, y, z of each corner in um; not kept, and not changed
   */
  void triangle(double[] corners);
}
