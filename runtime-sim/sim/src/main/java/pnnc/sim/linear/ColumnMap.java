package pnnc.sim.linear;

/** Something that turns columns of inputs into columns of outputs, each on its own. */
public interface ColumnMap {
  /**
   * Adds the answers to {@code x}. Called by several threads at once.
   *
   * @param x row-major {@code [in, columns]}; not modified
   * @param columns at least 1
   * @param y row-major {@code [out, columns]}; added to
   */
  void add(double[] x, int columns, double[] y);
}
