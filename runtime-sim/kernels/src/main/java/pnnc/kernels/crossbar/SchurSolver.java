package pnnc.kernels.crossbar;

/**
 * Solves a crossbar exactly for one or a few vectors.
 *
 * <p>With word-line voltages {@code W}, bit-line voltages {@code B}, chains {@code T_w}, {@code
 * T_b} and devices {@code D}: {@code (T_w + D) W − D B = s_w}, {@code (T_b + D) B − D W = s_b}.
 * Word lines are eliminated, and conjugate gradients solve {@code S B = (T_b + D) B − D (T_w + D)⁻¹
 * D B = s_b + D (T_w + D)⁻¹ s_w}, preconditioned by {@code T_b + D}: one sweep over rows and one
 * over columns per iteration. {@code S} is never applied: with {@code q = (T_b + D) p}, known from
 * {@code p = z + βp} and {@code (T_b + D) z = r}, {@code S p = q − D (T_w + D)⁻¹ D p}. So segments
 * of 0 Ω, whose conductance is infinite, need no special case.
 *
 * <p>Rounds of iterations start from the residual of what was found, computed anew, until it is
 * below {@value #TOLERANCE} or gets no smaller. One solver may serve several threads; each solution
 * holds seven arrays of {@code [rows, columns]} while it is sought.
 */
public final class SchurSolver {
  static final double TOLERANCE = 1e-14;
  private static final int ROUNDS = 6;

  private final Crossbar crossbar;
  private final WordChains words;
  private final BitChains bits;

  /** Iterations of a round. */
  private final int most;

  /** Factors the chains: a few operations per device. */
  public SchurSolver(Crossbar crossbar) {
    this(crossbar, 200 + 20 * (crossbar.rows() + crossbar.columns()));
  }

  SchurSolver(Crossbar crossbar, int most) {
    this.crossbar = crossbar;
    this.most = most;
    this.words = new WordChains(crossbar);
    this.bits = new BitChains(crossbar);
  }

  public Crossbar crossbar() {
    return crossbar;
  }

  /**
   * Drives all word lines.
   *
   * @param driverVolts {@code [rows]}, finite; not modified
   * @return the best found; {@link CrossbarSolution#converged()} says whether it is good
   * @throws IllegalArgumentException if there are not as many finite numbers as rows
   */
  public CrossbarSolution solve(double[] driverVolts) {
    return solve(Sources.drivers(crossbar, driverVolts));
  }

  /**
   * The same, starting from the solution of a similar crossbar or vector.
   *
   * @param start of the same size
   */
  public CrossbarSolution solve(double[] driverVolts, CrossbarSolution start) {
    return solve(Sources.drivers(crossbar, driverVolts), Rows.copy(start.bits()));
  }

  /** Starts from all bit lines at 0 V. */
  CrossbarSolution solve(Sources sources) {
    return solve(sources, new double[crossbar.rows()][crossbar.columns()]);
  }

  /**
   * @param start bit-line voltages, {@code [rows, columns]}; becomes part of the solution
   */
  CrossbarSolution solve(Sources sources, double[][] start) {
    ConjugateGradients run = new ConjugateGradients(crossbar, words, bits, sources, start);
    return run.solution(run(run));
  }

  private double run(ConjugateGradients run) {
    double residual = run.restart();
    double before = Double.POSITIVE_INFINITY;
    for (int round = 0; round < ROUNDS && residual > TOLERANCE && residual < before / 2; round++) {
      run.iterate(TOLERANCE, most);
      before = residual;
      residual = run.restart();
    }
    return residual;
  }

  /**
   * How the crossbar answers to a change of one device; it costs one solution.
   *
   * @throws IllegalArgumentException if there is no such device
   */
  public CellResponse response(int row, int column) {
    if (row < 0 || row >= crossbar.rows() || column < 0 || column >= crossbar.columns()) {
      throw new IllegalArgumentException(
          "no device at %d, %d of %d × %d"
              .formatted(row, column, crossbar.rows(), crossbar.columns()));
    }
    Sources sources = Sources.through(crossbar, row, column);
    double[][] start = new double[crossbar.rows()][crossbar.columns()];
    ConjugateGradients run = new ConjugateGradients(crossbar, words, bits, sources, start);
    double residual = run(run);
    double[] drivers = run.returnedAmps();
    CrossbarSolution unit = run.solution(residual);
    double volts = unit.deviceVolts(row, column);
    return new CellResponse(volts, drivers, unit.footAmps(), unit.converged());
  }
}
