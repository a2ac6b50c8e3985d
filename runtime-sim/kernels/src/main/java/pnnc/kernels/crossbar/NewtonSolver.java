package pnnc.kernels.crossbar;

/**
 * Crossbars of devices that are not ohmic. Each step replaces every device by its tangent, a
 * conductance with a current source beside it, and solves exactly ({@link SchurSolver}, started
 * from the step before). Between steps the wires' equations hold exactly, so what is wrong is the
 * difference {@code ρ} between each device's law and the current it was given; a step is halved
 * until {@code Σρ²} falls, which some fraction of a Newton step always achieves.
 *
 * <p>A solver remembers nothing; {@link NewtonSolution} does, to start from.
 */
public final class NewtonSolver {
  /** Devices' currents may miss their law by this much of the largest current. */
  private static final double TOLERANCE = 1e-13;

  private static final int STEPS = 100;

  private final Crossbar wires;
  private final DeviceLaw law;

  /**
   * @param crossbar its devices' conductances are not used
   * @param law of its devices
   */
  public NewtonSolver(Crossbar crossbar, DeviceLaw law) {
    this.wires = crossbar;
    this.law = law;
  }

  /**
   * Drives all word lines, starting from all devices at 0 V.
   *
   * @param driverVolts {@code [rows]}, finite
   * @return the best found; {@link NewtonSolution#converged()} says whether it is good
   */
  public NewtonSolution solve(double[] driverVolts) {
    return run(driverVolts, NewtonState.atRest(wires));
  }

  /** The same, starting from the solution of a similar vector. */
  public NewtonSolution solve(double[] driverVolts, NewtonSolution start) {
    return run(driverVolts, start.state());
  }

  private NewtonSolution run(double[] driverVolts, NewtonState start) {
    Sources.drivers(wires, driverVolts);
    NewtonState state = start;
    double before = Double.POSITIVE_INFINITY;
    for (int step = 1; ; step++) {
      CrossbarSolution tangent = state.tangent(wires, law, driverVolts);
      NewtonState full = NewtonState.of(wires, tangent);
      double mismatch = full.mismatch(law);
      boolean stuck = before <= NewtonSolution.ACCEPTED && !(mismatch < before / 2);
      if (mismatch <= TOLERANCE || stuck || step == STEPS) {
        return new NewtonSolution(tangent, full, step, mismatch);
      }
      // Only states of one and the same drive may be mixed.
      state = step == 1 ? full : state.towards(full, law);
      before = mismatch;
    }
  }
}
