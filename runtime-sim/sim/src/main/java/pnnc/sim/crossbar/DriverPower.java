package pnnc.sim.crossbar;

import java.util.function.ToDoubleFunction;
import pnnc.kernels.crossbar.EffectiveMatrix;

/**
 * {@code P = vᵀ D v}: what the drivers of an ohmic tile deliver, wires and feet included. {@code D}
 * is symmetric; one half is kept.
 */
final class DriverPower implements ToDoubleFunction<double[]> {
  private final double[] siemens;

  /**
   * Of a whole tile.
   *
   * @param rows of the ports that are driven; the others are at ground
   */
  DriverPower(EffectiveMatrix whole, int[] rows) {
    this.siemens = new double[rows.length * (rows.length + 1) / 2];
    for (int i = 0, at = 0; i < rows.length; i++) {
      for (int k = 0; k <= i; k++) {
        double twice = k == i ? 1 : 2;
        siemens[at++] = twice * whole.driverSiemens(rows[i], rows[k]);
      }
    }
  }

  @Override
  public double applyAsDouble(double[] volts) {
    double watts = 0;
    for (int i = 0, at = 0; i < volts.length; i++) {
      double amps = 0;
      for (int k = 0; k <= i; k++) {
        amps += siemens[at++] * volts[k];
      }
      watts += volts[i] * amps;
    }
    return watts;
  }
}
