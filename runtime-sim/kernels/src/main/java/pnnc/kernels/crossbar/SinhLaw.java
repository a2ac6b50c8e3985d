package pnnc.kernels.crossbar;

/**
 * {@code I = g/k · sinh(kV)}: the usual law of filamentary ReRAM, ohmic with {@code g} at small
 * voltages.
 */
public final class SinhLaw implements DeviceLaw {
  private final Crossbar crossbar;
  private final double perVolt;

  /**
   * @param crossbar its conductances are those at small voltages
   * @param perVolt {@code k}, above 0
   */
  public SinhLaw(Crossbar crossbar, double perVolt) {
    if (!(perVolt > 0) || Double.isInfinite(perVolt)) {
      throw new IllegalArgumentException("sinh law with k = %s / V".formatted(perVolt));
    }
    this.crossbar = crossbar;
    this.perVolt = perVolt;
  }

  @Override
  public double amps(int row, int column, double volts) {
    return crossbar.siemens(row, column) / perVolt * Math.sinh(perVolt * volts);
  }

  @Override
  public double siemens(int row, int column, double volts) {
    return crossbar.siemens(row, column) * Math.cosh(perVolt * volts);
  }
}
