package pnnc.kernels.crossbar;

/** Voltages across all devices, and the currents that the wires' equations give them. */
final class NewtonState {
  private final double[][] volts;
  private final double[][] amps;

  /** Where solutions start from. */
  private final double[][] bits;

  private NewtonState(double[][] volts, double[][] amps, double[][] bits) {
    this.volts = volts;
    this.amps = amps;
    this.bits = bits;
  }

  static NewtonState atRest(Crossbar crossbar) {
    double[][] zero = new double[crossbar.rows()][crossbar.columns()];
    return new NewtonState(zero, zero, zero);
  }

  static NewtonState of(Crossbar crossbar, CrossbarSolution solution) {
    double[][] volts = new double[crossbar.rows()][crossbar.columns()];
    double[][] amps = new double[crossbar.rows()][crossbar.columns()];
    for (int i = 0; i < volts.length; i++) {
      for (int j = 0; j < volts[i].length; j++) {
        volts[i][j] = solution.deviceVolts(i, j);
        amps[i][j] = solution.deviceAmps(i, j);
      }
    }
    return new NewtonState(volts, amps, solution.bits());
  }

  /** The circuit with every device replaced by its tangent at these voltages. */
  CrossbarSolution tangent(Crossbar crossbar, DeviceLaw law, double[] driverVolts) {
    double[][] slope = new double[crossbar.rows()][crossbar.columns()];
    double[][] beside = new double[crossbar.rows()][crossbar.columns()];
    for (int i = 0; i < slope.length; i++) {
      for (int j = 0; j < slope[i].length; j++) {
        slope[i][j] = law.siemens(i, j, volts[i][j]);
        beside[i][j] = slope[i][j] * volts[i][j] - law.amps(i, j, volts[i][j]);
      }
    }
    Crossbar linear = crossbar.withDevices(Rows.flat(slope));
    Sources sources = Sources.across(crossbar, driverVolts, beside);
    return new SchurSolver(linear).solve(sources, Rows.copy(bits));
  }

  /** The largest difference between a device's law and its current, relative to all currents. */
  double mismatch(DeviceLaw law) {
    double worst = 0;
    double largest = 0;
    for (int i = 0; i < volts.length; i++) {
      for (int j = 0; j < volts[i].length; j++) {
        worst = Math.max(worst, Math.abs(law.amps(i, j, volts[i][j]) - amps[i][j]));
        largest = Math.max(largest, Math.abs(amps[i][j]));
      }
    }
    return worst == 0 ? 0 : worst / largest;
  }

  private double squares(DeviceLaw law) {
    double sum = 0;
    for (int i = 0; i < volts.length; i++) {
      for (int j = 0; j < volts[i].length; j++) {
        double wrong = law.amps(i, j, volts[i][j]) - amps[i][j];
        sum += wrong * wrong;
      }
    }
    return sum;
  }

  /** As far towards {@code full} as makes the squares fall. */
  NewtonState towards(NewtonState full, DeviceLaw law) {
    double before = squares(law);
    NewtonState next = full;
    for (double part = 1; part > 1e-6 && !(next.squares(law) < before); part /= 2) {
      next = blend(full, part / 2);
    }
    return next;
  }

  private NewtonState blend(NewtonState full, double part) {
    return new NewtonState(blend(volts, full.volts, part), blend(amps, full.amps, part), full.bits);
  }

  private static double[][] blend(double[][] from, double[][] to, double part) {
    double[][] result = Rows.copy(from);
    for (int i = 0; i < result.length; i++) {
      for (int j = 0; j < result[i].length; j++) {
        result[i][j] += part * (to[i][j] - from[i][j]);
      }
    }
    return result;
  }
}
