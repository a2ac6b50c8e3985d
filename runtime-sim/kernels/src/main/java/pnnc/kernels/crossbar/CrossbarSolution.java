package pnnc.kernels.crossbar;

/**
 * Voltages and currents of every node, segment and device of a crossbar, with what is wrong with
 * them. Matrices are row-major {@code [rows, columns]}. Immutable.
 */
public final class CrossbarSolution {
  /** The largest {@link #residual()} of a solution that counts. */
  public static final double ACCEPTED = 1e-12;

  private final Crossbar crossbar;
  private final Sources sources;
  private final double[][] words;
  private final double[][] bits;
  private final double[] feet;
  private final int iterations;
  private final double residual;

  CrossbarSolution(
      Crossbar crossbar,
      Sources sources,
      double[][] words,
      double[][] bits,
      double[] feet,
      int iterations,
      double residual) {
    this.crossbar = crossbar;
    this.sources = sources;
    this.words = words;
    this.bits = bits;
    this.feet = feet;
    this.iterations = iterations;
    this.residual = residual;
  }

  /**
   * Currents that are left over in the nodes, as a fraction of all device currents, both in the
   * norm {@code √(r·(T_b + D)⁻¹ r)}; computed from the voltages, not carried along.
   */
  public double residual() {
    return residual;
  }

  /** Whether the solver found what it sought. */
  public boolean converged() {
    return residual <= ACCEPTED;
  }

  /** How often the solver swept over all rows and columns. */
  public int iterations() {
    return iterations;
  }

  /** Amperes that leave each bit line at its foot, {@code [columns]}, a copy. */
  public double[] footAmps() {
    return feet.clone();
  }

  /** Volts of word-line nodes, a copy. */
  public double[] wordVolts() {
    return Rows.flat(words);
  }

  /** Volts of bit-line nodes, a copy. */
  public double[] bitVolts() {
    return Rows.flat(bits);
  }

  double[][] bits() {
    return bits;
  }

  /** Volts across a device, from word line to bit line. */
  public double deviceVolts(int row, int column) {
    return words[row][column] - bits[row][column];
  }

  /** Amperes through a device, from word line to bit line. */
  public double deviceAmps(int row, int column) {
    double ohmic = crossbar.siemens(row, column) * deviceVolts(row, column);
    return sources.inject() ? ohmic - sources.wordAmps()[row][column] : ohmic;
  }

  /** Amperes through the word segment that leads to a node, from left to right. */
  public double wordAmps(int row, int column) {
    int last = crossbar.columns() - 1;
    double source = sources.driverVolts()[row];
    double sum = crossbar.wires().rightSiemens(row) * (words[row][last] - source);
    for (int j = last; j >= column; j--) {
      sum += deviceAmps(row, j);
    }
    return sum;
  }

  /** Amperes through the bit segment below a node, downwards. */
  public double bitAmps(int row, int column) {
    double sum = -crossbar.wires().topSiemens(column) * bits[0][column];
    for (int i = 0; i <= row; i++) {
      sum += deviceAmps(i, column);
    }
    return sum;
  }

  /** Watts that all drivers deliver together. */
  public double watts() {
    double sum = 0;
    for (int i = 0; i < crossbar.rows(); i++) {
      double amps = 0;
      for (int j = 0; j < crossbar.columns(); j++) {
        amps += deviceAmps(i, j);
      }
      sum += sources.driverVolts()[i] * amps;
    }
    return sum;
  }
}
