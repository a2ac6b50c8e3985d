package pnnc.kernels.crossbar;

import static pnnc.kernels.crossbar.PlainCircuit.QUAD;

import java.math.BigDecimal;

/**
 * A large crossbar in quad precision: Kirchhoff's law at every node is written out in 34 digits,
 * what is left over is driven back into the nodes, and the answer added, until nothing is. Whoever
 * computes the answers: the end is judged by Kirchhoff's law alone. Segments must be above 0 Ω.
 */
final class QuadReference {
  private static final double ENOUGH = 1e-25;

  private final Crossbar crossbar;
  private final double[] drivers;
  private final BigDecimal[][] word;
  private final BigDecimal[][] bit;
  private final BigDecimal wordSiemens;
  private final BigDecimal bitSiemens;

  /** Only for equal segments. */
  QuadReference(Crossbar crossbar, double[] driverVolts) {
    this.crossbar = crossbar;
    this.drivers = driverVolts;
    this.word = zeros();
    this.bit = zeros();
    wordSiemens = BigDecimal.ONE.divide(new BigDecimal(crossbar.wires().word(0)), QUAD);
    bitSiemens = BigDecimal.ONE.divide(new BigDecimal(crossbar.wires().bit(0)), QUAD);
    refine();
  }

  private BigDecimal[][] zeros() {
    BigDecimal[][] zeros = new BigDecimal[crossbar.rows()][crossbar.columns()];
    for (BigDecimal[] row : zeros) {
      java.util.Arrays.fill(row, BigDecimal.ZERO);
    }
    return zeros;
  }

  private void refine() {
    SchurSolver solver = new SchurSolver(crossbar);
    double first = 0;
    for (int round = 0; round < 20; round++) {
      double[][] atWords = new double[crossbar.rows()][crossbar.columns()];
      double[][] atBits = new double[crossbar.rows()][crossbar.columns()];
      double left = leftOver(atWords, atBits);
      first = Math.max(first, left);
      if (left <= ENOUGH * first) {
        return;
      }
      double[] none = new double[crossbar.rows()];
      double[] feet = new double[crossbar.columns()];
      CrossbarSolution step = solver.solve(new Sources(none, feet, atWords, atBits));
      add(word, step.wordVolts());
      add(bit, step.bitVolts());
    }
    throw new AssertionError("no reference");
  }

  private void add(BigDecimal[][] to, double[] step) {
    int columns = crossbar.columns();
    for (int i = 0; i < crossbar.rows(); i++) {
      for (int j = 0; j < columns; j++) {
        to[i][j] = to[i][j].add(new BigDecimal(step[i * columns + j]), QUAD);
      }
    }
  }

  /** Kirchhoff's law at all nodes; returns the largest violation. */
  private double leftOver(double[][] atWords, double[][] atBits) {
    double largest = 0;
    for (int i = 0; i < crossbar.rows(); i++) {
      for (int j = 0; j < crossbar.columns(); j++) {
        BigDecimal device = device(i, j);
        atWords[i][j] = wordIn(i, j).subtract(device, QUAD).doubleValue();
        atBits[i][j] = device.add(bitIn(i, j), QUAD).doubleValue();
        largest = Math.max(largest, Math.max(Math.abs(atWords[i][j]), Math.abs(atBits[i][j])));
      }
    }
    return largest;
  }

  private BigDecimal device(int i, int j) {
    return word[i][j]
        .subtract(bit[i][j], QUAD)
        .multiply(new BigDecimal(crossbar.siemens(i, j)), QUAD);
  }

  private BigDecimal wordIn(int i, int j) {
    BigDecimal left = j == 0 ? new BigDecimal(drivers[i]) : word[i][j - 1];
    BigDecimal sum = left.subtract(word[i][j], QUAD);
    if (j + 1 < crossbar.columns()) {
      sum = sum.add(word[i][j + 1].subtract(word[i][j], QUAD), QUAD);
    }
    return sum.multiply(wordSiemens, QUAD);
  }

  private BigDecimal bitIn(int i, int j) {
    BigDecimal below = i + 1 == crossbar.rows() ? BigDecimal.ZERO : bit[i + 1][j];
    BigDecimal sum = below.subtract(bit[i][j], QUAD);
    if (i > 0) {
      sum = sum.add(bit[i - 1][j].subtract(bit[i][j], QUAD), QUAD);
    }
    return sum.multiply(bitSiemens, QUAD);
  }

  double[] footAmps() {
    double[] amps = new double[crossbar.columns()];
    for (int j = 0; j < amps.length; j++) {
      amps[j] = bit[crossbar.rows() - 1][j].multiply(bitSiemens, QUAD).doubleValue();
    }
    return amps;
  }

  double[] bitVolts() {
    int columns = crossbar.columns();
    double[] volts = new double[crossbar.rows() * columns];
    for (int at = 0; at < volts.length; at++) {
      volts[at] = bit[at / columns][at % columns].doubleValue();
    }
    return volts;
  }
}
