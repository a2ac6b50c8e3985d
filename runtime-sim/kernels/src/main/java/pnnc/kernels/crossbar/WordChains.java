package pnnc.kernels.crossbar;

/**
 * Solves {@code (T_w + D) x = rhs}: every word line by itself, its devices grounded.
 *
 * <p>Seen from node {@code j}, all that hangs to the right is one conductance {@code Y} and one
 * current: {@code Y_j = d_j + α_{j+1} Y_{j+1}} with {@code α = 1/(1 + rY)}, {@code β = rα}. Going
 * left collects currents, {@code I_j = rhs_j + α_{j+1} I_{j+1}}; going right gives voltages, {@code
 * x_j = α_j x_{j−1} + β_j I_j}. Nothing is subtracted, so every voltage of non-negative sources is
 * exact to a few units of the last place per node, and segments of 0 Ω need no special case.
 */
final class WordChains {
  private final int rows;
  private final int columns;
  private final double[][] alpha;
  private final double[][] beta;
  private final double[] right;

  WordChains(Crossbar crossbar) {
    rows = crossbar.rows();
    columns = crossbar.columns();
    alpha = new double[rows][columns];
    beta = new double[rows][columns];
    right = new double[rows];
    for (int i = 0; i < rows; i++) {
      right[i] = crossbar.wires().rightSiemens(i);
      factor(crossbar, i);
    }
  }

  private void factor(Crossbar crossbar, int row) {
    double y = right[row];
    for (int j = columns - 1; j >= 0; j--) {
      double ohms = crossbar.wires().word(row * columns + j);
      y += crossbar.siemens()[row][j];
      alpha[row][j] = Chain.alpha(ohms, y);
      beta[row][j] = Chain.beta(ohms, y);
      y *= alpha[row][j];
    }
  }

  /**
   * Solves the word lines {@code from … to − 1}.
   *
   * @param sourceVolts {@code [rows]}
   * @param x {@code [rows, columns]}: currents in, voltages out
   */
  void solve(double[] sourceVolts, double[][] x, int from, int to) {
    for (int i = from; i < to; i++) {
      x[i][columns - 1] += right[i] * sourceVolts[i];
    }
    int i = from;
    for (; i + 4 <= to; i += 4) {
      collect(x, i);
      spread(x, i, sourceVolts);
    }
    for (; i < to; i++) {
      one(x[i], alpha[i], beta[i], sourceVolts[i]);
    }
  }

  /** Four lines at once: each is a chain of dependent operations, but not on the others. */
  private void collect(double[][] x, int row) {
    double[] xa = x[row];
    double[] xb = x[row + 1];
    double[] xc = x[row + 2];
    double[] xd = x[row + 3];
    double[] fa = alpha[row];
    double[] fb = alpha[row + 1];
    double[] fc = alpha[row + 2];
    double[] fd = alpha[row + 3];
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    for (int j = columns - 1; j >= 0; j--) {
      a = xa[j] + a;
      b = xb[j] + b;
      c = xc[j] + c;
      d = xd[j] + d;
      xa[j] = a;
      xb[j] = b;
      xc[j] = c;
      xd[j] = d;
      a *= fa[j];
      b *= fb[j];
      c *= fc[j];
      d *= fd[j];
    }
  }

  private void spread(double[][] x, int row, double[] sourceVolts) {
    spread2(x, row, sourceVolts);
    spread2(x, row + 2, sourceVolts);
  }

  private void spread2(double[][] x, int row, double[] sourceVolts) {
    double[] xa = x[row];
    double[] xb = x[row + 1];
    double[] fa = alpha[row];
    double[] fb = alpha[row + 1];
    double[] ga = beta[row];
    double[] gb = beta[row + 1];
    double a = sourceVolts[row];
    double b = sourceVolts[row + 1];
    for (int j = 0; j < columns; j++) {
      a = fa[j] * a + ga[j] * xa[j];
      b = fb[j] * b + gb[j] * xb[j];
      xa[j] = a;
      xb[j] = b;
    }
  }

  private static void one(double[] x, double[] alpha, double[] beta, double sourceVolts) {
    for (int j = x.length - 2; j >= 0; j--) {
      x[j] += alpha[j + 1] * x[j + 1];
    }
    double v = sourceVolts;
    for (int j = 0; j < x.length; j++) {
      v = alpha[j] * v + beta[j] * x[j];
      x[j] = v;
    }
  }

  /**
   * What flows from each line into its source, both ends together, when all sources are at 0 V.
   *
   * @param currents {@code [rows, columns]} into the nodes, devices' far ends included
   * @param x the voltages they make
   */
  double[] returned(double[][] currents, double[][] x) {
    double[] amps = new double[rows];
    for (int i = 0; i < rows; i++) {
      double sum = 0;
      for (int j = columns - 1; j >= 0; j--) {
        sum = alpha[i][j] * (currents[i][j] + sum);
      }
      amps[i] = sum + right[i] * x[i][columns - 1];
    }
    return amps;
  }
}
