package pnnc.kernels.crossbar;

/**
 * 1T1R arrays whose inputs drive gates: bit line {@code j} and source line {@code j} run side by
 * side, with a cell (device and transistor in series) between them in every row.
 *
 * <pre>
 *        ●──cell 0──●
 *        rb         rs
 *        ●──cell 1──●          bit line read at {@code volts}, source line at 0 V, both at the foot
 *        rb         rs
 *       volts       0
 * </pre>
 *
 * <p>Columns do not see each other, and what hangs above a row is one conductance between its two
 * nodes: {@code Y_0 = g_0}, {@code Y_i = g_i + 1/(1/Y_{i−1} + rb_{i−1} + rs_{i−1})}. So a vector
 * costs a few operations per cell and its error is a few units of the last place per row. There is
 * no effective matrix, as inputs change the cells.
 */
public final class GatedColumns {
  private final int rows;
  private final int columns;
  private final double[][] loop;

  /**
   * @param rows at least 1
   * @param columns at least 1
   * @param bitOhms row-major {@code [rows, columns]}, each at least 0: the segment below each node,
   *     in the last row with all that lies between the foot and the source of {@code volts}
   * @param sourceOhms likewise
   * @throws IllegalArgumentException if a size is wrong or a resistance is negative or not a number
   */
  public GatedColumns(int rows, int columns, double[] bitOhms, double[] sourceOhms) {
    Wires both = Wires.of(rows, columns, bitOhms, sourceOhms);
    this.rows = rows;
    this.columns = columns;
    this.loop = new double[rows][columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        loop[i][j] = both.word(i * columns + j) + both.bit(i * columns + j);
      }
    }
  }

  /** The cell that a device and its transistor form: both in series, 0 if one of them is. */
  public static double cell(double deviceSiemens, double channelSiemens) {
    double sum = deviceSiemens + channelSiemens;
    return sum == 0 ? 0 : deviceSiemens * (channelSiemens / sum);
  }

  /**
   * What each column draws.
   *
   * @param cellSiemens row-major {@code [rows, columns]}, each at least 0, see {@link #cell}; not
   *     modified
   * @param volts across the two feet of every column
   * @return amperes, {@code [columns]}
   */
  public double[] footAmps(double[] cellSiemens, double volts) {
    requireSize(cellSiemens);
    double[] y = new double[columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        double above = y[j] + cellSiemens[i * columns + j];
        y[j] = above * Chain.alpha(loop[i][j], above);
      }
    }
    for (int j = 0; j < columns; j++) {
      y[j] *= volts;
    }
    return y;
  }

  /**
   * The voltage across every cell; see {@link #footAmps}.
   *
   * @return row-major {@code [rows, columns]}
   */
  public double[] cellVolts(double[] cellSiemens, double volts) {
    requireSize(cellSiemens);
    double[] across = new double[rows * columns];
    for (int j = 0; j < columns; j++) {
      double y = 0;
      for (int at = j; at < across.length; at += columns) {
        y += cellSiemens[at];
        across[at] = Chain.alpha(loop[at / columns][j], y);
        y *= across[at];
      }
      double below = volts;
      for (int at = across.length - columns + j; at >= 0; at -= columns) {
        across[at] *= below;
        below = across[at];
      }
    }
    return across;
  }

  private void requireSize(double[] cellSiemens) {
    if (cellSiemens.length != rows * columns) {
      throw new IllegalArgumentException(
          "%d cells, not %d × %d".formatted(cellSiemens.length, rows, columns));
    }
  }
}
