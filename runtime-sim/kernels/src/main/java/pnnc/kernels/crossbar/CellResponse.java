package pnnc.kernels.crossbar;

/**
 * What a change of one device does to the effective matrix, exactly: a term of rank one.
 *
 * <p>One ampere put into the device's word-line node and taken from its bit-line node raises the
 * voltage across it by {@code R}, sends {@code d_i} into driver {@code i} and {@code f_j} out of
 * foot {@code j}. By reciprocity {@code d_i} is also the device's voltage per volt at driver {@code
 * i}. A change of the device by {@code δ} carries {@code δ/(1 + δR)} times that voltage, so {@code
 * ΔG_ij = −d_i f_j δ/(1 + δR)}. Immutable.
 */
public final class CellResponse {
  private final double ohms;
  private final double[] drivers;
  private final double[] feet;
  private final boolean converged;

  CellResponse(double ohms, double[] drivers, double[] feet, boolean converged) {
    this.ohms = ohms;
    this.drivers = drivers;
    this.feet = feet;
    this.converged = converged;
  }

  /** Whether the solution behind it is good, see {@link CrossbarSolution#converged()}. */
  public boolean converged() {
    return converged;
  }

  /** The resistance that the device and all around it form, seen from the device. */
  public double ohms() {
    return ohms;
  }

  /** Volts across the device per volt at driver {@code row}. */
  public double deviceVolts(int row) {
    return drivers[row];
  }

  /**
   * The change of the effective matrix.
   *
   * @param deltaSiemens what the device gains: its own conductance negated for an open, infinity
   *     for a short
   * @return row-major {@code [rows, columns]}
   */
  public double[] change(double deltaSiemens) {
    double factor = -factor(deltaSiemens);
    double[] change = new double[drivers.length * feet.length];
    for (int i = 0; i < drivers.length; i++) {
      for (int j = 0; j < feet.length; j++) {
        change[i * feet.length + j] = factor * drivers[i] * feet[j];
      }
    }
    return change;
  }

  /**
   * The change of one entry of the effective matrix; see {@link #change(double)}.
   *
   * @return siemens
   */
  public double change(double deltaSiemens, int row, int column) {
    return -factor(deltaSiemens) * drivers[row] * feet[column];
  }

  private double factor(double delta) {
    return Double.isInfinite(delta) ? 1 / ohms : delta / (1 + delta * ohms);
  }
}
