package pnnc.kernels.crossbar;

/** What {@link NewtonSolver} found. Immutable. */
public final class NewtonSolution {
  /** The largest {@link #mismatch()} of a solution that counts. */
  public static final double ACCEPTED = 1e-10;

  private final CrossbarSolution tangent;
  private final NewtonState state;
  private final int steps;
  private final double mismatch;

  NewtonSolution(CrossbarSolution tangent, NewtonState state, int steps, double mismatch) {
    this.tangent = tangent;
    this.state = state;
    this.steps = steps;
    this.mismatch = mismatch;
  }

  NewtonState state() {
    return state;
  }

  /** Voltages and currents of everything, devices included. */
  public CrossbarSolution circuit() {
    return tangent;
  }

  /** Amperes that leave each bit line at its foot, {@code [columns]}, a copy. */
  public double[] footAmps() {
    return tangent.footAmps();
  }

  /** How many circuits were solved. */
  public int steps() {
    return steps;
  }

  /** The largest difference between a device's law and its current, relative to all currents. */
  public double mismatch() {
    return mismatch;
  }

  /** Whether the solver found what it sought. */
  public boolean converged() {
    return tangent.converged() && mismatch <= ACCEPTED;
  }
}
