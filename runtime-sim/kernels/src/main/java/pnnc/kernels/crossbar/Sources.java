package pnnc.kernels.crossbar;

import java.util.Arrays;

/** Everything that drives a crossbar. */
final class Sources {
  private static final double[][] NONE = {};

  private final double[] driverVolts;
  private final double[] footVolts;
  private final double[][] wordAmps;
  private final double[][] bitAmps;

  /**
   * @param driverVolts {@code [rows]}
   * @param footVolts {@code [columns]}
   * @param wordAmps {@code [rows, columns]}, put into word-line nodes; empty where there are none
   * @param bitAmps the same for bit-line nodes
   */
  Sources(double[] driverVolts, double[] footVolts, double[][] wordAmps, double[][] bitAmps) {
    this.driverVolts = driverVolts;
    this.footVolts = footVolts;
    this.wordAmps = wordAmps;
    this.bitAmps = bitAmps;
  }

  /** Drivers, and currents that are taken from bit-line nodes and put into word-line nodes. */
  static Sources across(Crossbar crossbar, double[] driverVolts, double[][] amps) {
    double[][] back = new double[crossbar.rows()][crossbar.columns()];
    for (int i = 0; i < back.length; i++) {
      Rows.add(back[i], -1, amps[i]);
    }
    return new Sources(driverVolts, new double[crossbar.columns()], amps, back);
  }

  static Sources drivers(Crossbar crossbar, double[] volts) {
    if (volts.length != crossbar.rows()) {
      throw new IllegalArgumentException(
          "%d volts for %d word lines".formatted(volts.length, crossbar.rows()));
    }
    if (!Arrays.stream(volts).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException("not volts: " + Arrays.toString(volts));
    }
    return new Sources(volts, new double[crossbar.columns()], NONE, NONE);
  }

  /** 1 V at the foot of one bit line, all else at 0 V. */
  static Sources foot(Crossbar crossbar, int column) {
    double[] feet = new double[crossbar.columns()];
    feet[column] = 1;
    return new Sources(new double[crossbar.rows()], feet, NONE, NONE);
  }

  /** 1 A from one bit-line node to the word-line node beside it, all else at 0 V. */
  static Sources through(Crossbar crossbar, int row, int column) {
    double[][] amps = new double[crossbar.rows()][crossbar.columns()];
    amps[row][column] = 1;
    return across(crossbar, new double[crossbar.rows()], amps);
  }

  double[] driverVolts() {
    return driverVolts;
  }

  double[] footVolts() {
    return footVolts;
  }

  double[][] wordAmps() {
    return wordAmps;
  }

  double[][] bitAmps() {
    return bitAmps;
  }

  boolean inject() {
    return wordAmps.length > 0;
  }
}
