package pnnc.kernels.crossbar;

/**
 * A crossbar of ohmic devices, each between a word-line node and the bit-line node above it.
 * Immutable.
 */
public final class Crossbar {
  private final Wires wires;
  private final double[][] siemens;

  /**
   * @param wires also say how many rows and columns there are
   * @param deviceSiemens row-major {@code [rows, columns]}, each finite and at least 0 (0 is a
   *     missing device); copied
   * @throws IllegalArgumentException if the size is wrong or a conductance is not such a number
   */
  public Crossbar(Wires wires, double[] deviceSiemens) {
    int size = wires.rows() * wires.columns();
    if (deviceSiemens.length != size) {
      throw new IllegalArgumentException(
          "%d devices, not %d × %d".formatted(deviceSiemens.length, wires.rows(), wires.columns()));
    }
    for (double g : deviceSiemens) {
      if (!(g >= 0) || Double.isInfinite(g)) {
        throw new IllegalArgumentException("device of %s S".formatted(g));
      }
    }
    this.wires = wires;
    this.siemens = Rows.of(wires.rows(), wires.columns(), deviceSiemens);
  }

  /** The same wires with other devices; see the constructor. */
  public Crossbar withDevices(double[] deviceSiemens) {
    return new Crossbar(wires, deviceSiemens);
  }

  public int rows() {
    return wires.rows();
  }

  public int columns() {
    return wires.columns();
  }

  public Wires wires() {
    return wires;
  }

  /** The conductance of the device at {@code row, column}. */
  public double siemens(int row, int column) {
    return siemens[row][column];
  }

  /** Row-major {@code [rows, columns]}, a copy. */
  public double[] deviceSiemens() {
    return Rows.flat(siemens);
  }

  /** Not a copy; not to be modified. */
  double[][] siemens() {
    return siemens;
  }
}
