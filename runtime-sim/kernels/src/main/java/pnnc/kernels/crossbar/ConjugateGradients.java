package pnnc.kernels.crossbar;

/** The iteration of {@link SchurSolver} for one set of sources, with its vectors. */
final class ConjugateGradients {
  private final int rows;
  private final int columns;
  private final double[][] d;
  private final Crossbar crossbar;
  private final WordChains words;
  private final BitChains bits;
  private final Sources sources;
  private final double[] noDrivers;
  private final double[] noFeet;

  /** Voltages of bit-line nodes: what is sought. */
  private final double[][] b;

  /** Voltages of word-line nodes; between restarts, {@code S p}. */
  private final double[][] w;

  private final double[][] r;
  private final double[][] z;

  /** The search direction; at restarts, currents into the bit-line nodes. */
  private final double[][] p;

  private final double[][] q;
  private double rz;
  private double scale;
  private int iterations;

  ConjugateGradients(
      Crossbar crossbar, WordChains words, BitChains bits, Sources sources, double[][] start) {
    this.crossbar = crossbar;
    this.rows = crossbar.rows();
    this.columns = crossbar.columns();
    this.d = crossbar.siemens();
    this.words = words;
    this.bits = bits;
    this.sources = sources;
    this.noDrivers = new double[rows];
    this.noFeet = new double[columns];
    this.b = start;
    this.w = new double[rows][columns];
    this.r = new double[rows][columns];
    this.z = new double[rows][columns];
    this.p = new double[rows][columns];
    this.q = new double[rows][columns];
  }

  /**
   * Improves {@code b} by one exchange of both sets of lines and computes what is still wrong with
   * it, from the voltages alone.
   *
   * @return the norm of the remaining currents, relative to that of all device currents
   */
  double restart() {
    words();
    intoBits(p);
    bits.solve(sources.footVolts(), p, b);
    words();
    intoBits(r);
    double reference = 0;
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        reference += (Math.abs(p[i][j]) + d[i][j] * Math.abs(b[i][j])) * Math.abs(b[i][j]);
      }
      Rows.add(r[i], -1, p[i]);
    }
    scale = Math.max(scale, reference);
    rz = bits.solve(noFeet, r, z);
    return rz > 0 ? Math.sqrt(rz / scale) : 0;
  }

  private void words() {
    intoWords(w);
    words.solve(sources.driverVolts(), w, 0, rows);
  }

  private void intoWords(double[][] amps) {
    for (int i = 0; i < rows; i++) {
      Rows.multiply(amps[i], d[i], b[i]);
      if (sources.inject()) {
        Rows.add(amps[i], 1, sources.wordAmps()[i]);
      }
    }
  }

  private void intoBits(double[][] amps) {
    for (int i = 0; i < rows; i++) {
      Rows.multiply(amps[i], d[i], w[i]);
      if (sources.inject()) {
        Rows.add(amps[i], 1, sources.bitAmps()[i]);
      }
    }
  }

  /**
   * Iterates until the norm of {@code r}, as it is carried along, is {@code tolerance}, or there
   * were {@code most} iterations.
   */
  void iterate(double tolerance, int most) {
    double enough = tolerance * tolerance * scale;
    double step = 0;
    double beta = 0;
    for (int limit = most; limit > 0 && rz > enough; limit--) {
      double curvature = direction(step, beta);
      if (!(curvature > 0)) {
        return;
      }
      step = rz / curvature;
      for (int i = 0; i < rows; i++) {
        Rows.add(r[i], -step, w[i]);
      }
      double next = bits.solve(noFeet, r, z);
      beta = next / rz;
      rz = next;
      iterations++;
    }
    for (int i = 0; i < rows; i++) {
      Rows.add(b[i], step, p[i]);
    }
  }

  /** Takes the last step, turns to the next direction, and returns its {@code p·Sp}. */
  private double direction(double step, double beta) {
    double[] sums = new double[columns];
    for (int i = 0; i < rows; i += 4) {
      int to = Math.min(i + 4, rows);
      for (int row = i; row < to; row++) {
        Rows.add(b[row], step, p[row]);
        Rows.turn(p[row], z[row], beta);
        Rows.turn(q[row], r[row], beta);
        Rows.multiply(w[row], d[row], p[row]);
      }
      words.solve(noDrivers, w, i, to);
      for (int row = i; row < to; row++) {
        Rows.schur(w[row], q[row], d[row]);
        Rows.dot(sums, p[row], w[row], 0, columns);
      }
    }
    return Rows.inOrder(sums);
  }

  /** What flows into the sources of the word lines, all at 0 V. */
  double[] returnedAmps() {
    intoWords(r);
    return words.returned(r, w);
  }

  CrossbarSolution solution(double residual) {
    intoBits(r);
    double[] feet = bits.footAmps(r);
    return new CrossbarSolution(crossbar, sources, w, b, feet, iterations, residual);
  }
}
