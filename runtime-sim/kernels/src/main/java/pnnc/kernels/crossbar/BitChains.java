package pnnc.kernels.crossbar;

/**
 * Solves {@code (T_b + D) x = rhs}: every bit line by itself, its devices grounded. As {@link
 * WordChains}, but down to the foot, and all columns of a block side by side.
 */
final class BitChains {
  /** Columns of one block: what both sweeps over them touch stays in the second-level cache. */
  private static final int BLOCK = 64;

  private final int rows;
  private final int columns;
  private final double[][] alpha;
  private final double[][] beta;

  BitChains(Crossbar crossbar) {
    rows = crossbar.rows();
    columns = crossbar.columns();
    alpha = new double[rows][columns];
    beta = new double[rows][columns];
    double[] y = new double[columns];
    for (int j = 0; j < columns; j++) {
      y[j] = crossbar.wires().topSiemens(j);
    }
    for (int i = 0; i < rows; i++) {
      factor(crossbar, i, y);
    }
  }

  private void factor(Crossbar crossbar, int row, double[] y) {
    for (int j = 0; j < columns; j++) {
      double ohms = crossbar.wires().bit(row * columns + j);
      y[j] += crossbar.siemens()[row][j];
      alpha[row][j] = Chain.alpha(ohms, y[j]);
      beta[row][j] = Chain.beta(ohms, y[j]);
      y[j] *= alpha[row][j];
    }
  }

  /**
   * Solves every bit line.
   *
   * @param footVolts {@code [columns]}
   * @param rhs {@code [rows, columns]}, currents into the nodes; not modified
   * @param x {@code [rows, columns]}, overwritten
   * @return {@code Σ rhs·x}, in a fixed order
   */
  double solve(double[] footVolts, double[][] rhs, double[][] x) {
    double[] sums = new double[columns];
    for (int from = 0; from < columns; from += BLOCK) {
      solve(footVolts, rhs, x, from, Math.min(columns, from + BLOCK), sums);
    }
    return Rows.inOrder(sums);
  }

  private void solve(
      double[] footVolts, double[][] rhs, double[][] x, int from, int to, double[] sums) {
    int last = rows - 1;
    System.arraycopy(rhs[0], from, x[0], from, to - from);
    for (int i = 1; i < rows; i++) {
      Rows.addProduct(x[i], rhs[i], alpha[i - 1], x[i - 1], from, to);
    }
    Rows.blend(x[last], alpha[last], footVolts, beta[last], from, to);
    Rows.dot(sums, rhs[last], x[last], from, to);
    for (int i = last - 1; i >= 0; i--) {
      Rows.blend(x[i], alpha[i], x[i + 1], beta[i], from, to);
      Rows.dot(sums, rhs[i], x[i], from, to);
    }
  }

  /**
   * What flows out of each foot, when all feet are at 0 V.
   *
   * @param currents {@code [rows, columns]} into the nodes, devices' far ends included
   */
  double[] footAmps(double[][] currents) {
    double[] amps = new double[columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        amps[j] = alpha[i][j] * (currents[i][j] + amps[j]);
      }
    }
    return amps;
  }
}
