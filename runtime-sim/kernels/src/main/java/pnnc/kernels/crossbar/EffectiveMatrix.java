package pnnc.kernels.crossbar;

import java.util.Arrays;
import pnnc.kernels.parallel.Workers;

/**
 * A crossbar as its ends see it: {@code feetAmps = Gᵀ · driverVolts}, wires and all. Immutable.
 * Every entry has a small relative error of its own.
 */
public final class EffectiveMatrix {
  private final int rows;
  private final int columns;
  private final double[] siemens;
  private final double[] drivers;

  private EffectiveMatrix(int rows, int columns, double[] siemens, double[] drivers) {
    this.rows = rows;
    this.columns = columns;
    this.siemens = siemens;
    this.drivers = drivers;
  }

  /** From the block of all cells: its left terminals are the sources, its bottom ones the feet. */
  static EffectiveMatrix of(Crossbar crossbar, KronBlock whole, Workers workers) {
    int m = crossbar.rows();
    int n = crossbar.columns();
    double[] siemens = new double[m * n];
    double[] drivers = new double[m * m];
    KronBlock ends = FarEnds.connected(crossbar, whole, workers);
    for (int i = 0; i < m; i++) {
      double own = 0;
      for (int k = 0; k < m; k++) {
        drivers[i * m + k] = k == i ? 0 : -ends.siemens(i, k);
        own -= drivers[i * m + k];
      }
      for (int j = m; j < ends.terminals(); j++) {
        own += ends.siemens(i, j);
      }
      for (int j = 0; j < n; j++) {
        siemens[i * n + j] = ends.siemens(i, m + j);
      }
      drivers[i * m + i] = own;
    }
    return new EffectiveMatrix(m, n, siemens, drivers);
  }

  public int rows() {
    return rows;
  }

  public int columns() {
    return columns;
  }

  /** Amperes out of foot {@code column} per volt at driver {@code row}, all else at 0 V. */
  public double siemens(int row, int column) {
    return siemens[row * columns + column];
  }

  /** Row-major {@code [rows, columns]}, a copy. */
  public double[] siemens() {
    return siemens.clone();
  }

  /** Amperes into the circuit at driver {@code row} per volt at driver {@code other}. */
  public double driverSiemens(int row, int other) {
    return drivers[row * rows + other];
  }

  /**
   * Amperes out of all feet.
   *
   * @param driverVolts {@code [rows]}
   */
  public double[] footAmps(double[] driverVolts) {
    double[] amps = new double[columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        amps[j] += siemens[i * columns + j] * driverVolts[i];
      }
    }
    return amps;
  }

  /** Watts that all drivers deliver together. */
  public double watts(double[] driverVolts) {
    double sum = 0;
    for (int i = 0; i < rows; i++) {
      double amps = 0;
      for (int k = 0; k < rows; k++) {
        amps += drivers[i * rows + k] * driverVolts[k];
      }
      sum += driverVolts[i] * amps;
    }
    return sum;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EffectiveMatrix that
        && rows == that.rows
        && columns == that.columns
        && Arrays.equals(siemens, that.siemens)
        && Arrays.equals(drivers, that.drivers);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(siemens);
  }
}
