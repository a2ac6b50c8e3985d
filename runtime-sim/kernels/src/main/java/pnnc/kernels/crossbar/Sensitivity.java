package pnnc.kernels.crossbar;

/**
 * What small changes of devices do to outputs: {@code ∂I_k/∂g_ij = u_ij · ũ_ij}, the voltage across
 * the device as driven, times its voltage, from bit line to word line, while 1 V is applied to foot
 * {@code k} alone. One solution per output, whatever the number of devices.
 */
public final class Sensitivity {
  private final SchurSolver solver;
  private final CrossbarSolution forward;

  /**
   * @param forward a solution of the same solver, driven at the word lines
   */
  public Sensitivity(SchurSolver solver, CrossbarSolution forward) {
    this.solver = solver;
    this.forward = forward;
  }

  /**
   * Amperes at the foot of one bit line per siemens of each device.
   *
   * @return row-major {@code [rows, columns]}, in volts
   * @throws IllegalArgumentException if there is no such bit line
   */
  public double[] ofFoot(int column) {
    Crossbar crossbar = solver.crossbar();
    if (column < 0 || column >= crossbar.columns()) {
      throw new IllegalArgumentException(
          "no bit line %d of %d".formatted(column, crossbar.columns()));
    }
    CrossbarSolution adjoint = solver.solve(Sources.foot(crossbar, column));
    double[] volts = new double[crossbar.rows() * crossbar.columns()];
    for (int i = 0; i < crossbar.rows(); i++) {
      for (int j = 0; j < crossbar.columns(); j++) {
        volts[i * crossbar.columns() + j] = -forward.deviceVolts(i, j) * adjoint.deviceVolts(i, j);
      }
    }
    return volts;
  }
}
