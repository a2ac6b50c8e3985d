package pnnc.sim.linear;

/** Something that turns one column of inputs into one column of outputs. */
public interface ColumnMap {
  /**
   * Adds the answer to {@code x}.
   *
   * @param x one column; not modified
   * @param y added to
   */
  void add(double[] x, double[] y);
}
