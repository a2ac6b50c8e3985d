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
    KronBlock ends = withoutFarEnds(crossbar, whole, workers);
    int feet = m;
    int grounds = ends.terminals();
    for (int i = 0; i < m; i++) {
      double own = 0;
      for (int k = 0; k < m; k++) {
        drivers[i * m + k] = k == i ? 0 : -ends.siemens(i, k);
        own -= drivers[i * m + k];
      }
      for (int j = feet; j < grounds; j++) {
        own += ends.siemens(i, j);
      }
      for (int j = 0; j < n; j++) {
        siemens[i * n + j] = ends.siemens(i, feet + j);
      }
      drivers[i * m + i] = own;
    }
    return new EffectiveMatrix(m, n, siemens, drivers);
  }

  /** Connects right ends to the sources and top ends to ground, the last terminal. */
  private static KronBlock withoutFarEnds(Crossbar crossbar, KronBlock whole, Workers workers) {
    int right = whole.sides[KronBlock.RIGHT];
    int top = whole.sides[KronBlock.TOP];
    if (right + top == 0) {
      return whole;
    }
    int m = crossbar.rows();
    int n = crossbar.columns();
    int pivots = right + top;
    int count = pivots + m + n + 1;
    int[] to = new int[whole.terminals()];
    for (int t = 0; t < to.length; t++) {
      int bottom = m + right;
      to[t] =
          t < m ? pivots + t : t < bottom ? t - m : t < bottom + n ? pivots + t - right : t - m - n;
    }
    double[][] c = new double[count][count];
    for (int i = 0; i < to.length; i++) {
      for (int j = i + 1; j < to.length; j++) {
        c[Math.min(to[i], to[j])][Math.max(to[i], to[j])] = whole.siemens(i, j);
      }
    }
    for (int i = 0; i < right; i++) {
      c[i][pivots + i] += crossbar.wires().rightSiemens(i);
    }
    for (int j = 0; j < top; j++) {
      c[right + j][count - 1] = crossbar.wires().topSiemens(j);
    }
    StarMesh.eliminate(c, pivots, workers);
    return new KronBlock(new int[] {m, 0, n, 1}, c, pivots);
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
