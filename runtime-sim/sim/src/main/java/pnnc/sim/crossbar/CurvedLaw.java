package pnnc.sim.crossbar;

import pnnc.kernels.crossbar.Crossbar;
import pnnc.kernels.crossbar.DeviceLaw;

/**
 * {@code I = G V (1 + c V²)}: a device that conducts more the more volts it has.
 *
 * @param crossbar its conductances are {@code G}
 * @param curvature {@code c}, per V², at least 0
 */
record CurvedLaw(Crossbar crossbar, double curvature) implements DeviceLaw {
  @Override
  public double amps(int row, int column, double volts) {
    return crossbar.siemens(row, column) * volts * (1 + curvature * volts * volts);
  }

  @Override
  public double siemens(int row, int column, double volts) {
    return crossbar.siemens(row, column) * (1 + 3 * curvature * volts * volts);
  }
}
