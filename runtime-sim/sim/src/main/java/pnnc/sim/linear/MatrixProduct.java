package pnnc.sim.linear;

/** One group's matrix, as something that multiplies. Called by several threads at once. */
interface MatrixProduct {
  /** Whether rows and depth must come uncut. */
  default boolean needsWholeColumns() {
    return false;
  }

  /**
   * Adds {@code W[rows, ins] · x} to {@code y}; see {@link TileProduct}.
   *
   * @param x row-major {@code [ins, columns]}; not modified
   * @param y row-major {@code [rows, columns]}
   */
  void addProduct(Span rows, Span ins, double[] x, int columns, double[] y);
}
