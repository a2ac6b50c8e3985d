package pnnc.kernels.crossbar;

import java.math.BigDecimal;

/** A crossbar as a {@link PlainCircuit}: what its feet carry, and the voltages of its nodes. */
final class PlainCrossbar {
  private final Crossbar crossbar;
  private final PlainCircuit circuit = new PlainCircuit();
  private final int[][] word;
  private final int[][] bit;
  private final BigDecimal[] volts;

  PlainCrossbar(Crossbar crossbar, double[] driverVolts) {
    this.crossbar = crossbar;
    int rows = crossbar.rows();
    int columns = crossbar.columns();
    word = new int[rows][columns];
    bit = new int[rows][columns];
    int ground = circuit.source(0);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        word[i][j] = circuit.node();
        bit[i][j] = circuit.node();
        circuit.conductor(word[i][j], bit[i][j], crossbar.siemens(i, j));
      }
    }
    Wires wires = crossbar.wires();
    for (int i = 0; i < rows; i++) {
      int source = circuit.source(driverVolts[i]);
      for (int j = 0; j < columns; j++) {
        int at = i * columns + j;
        circuit.resistor(j == 0 ? source : word[i][j - 1], word[i][j], wires.word(at));
        circuit.resistor(bit[i][j], i == rows - 1 ? ground : bit[i + 1][j], wires.bit(at));
      }
      circuit.conductor(source, word[i][columns - 1], wires.rightSiemens(i));
    }
    for (int j = 0; j < columns; j++) {
      circuit.conductor(ground, bit[0][j], wires.topSiemens(j));
    }
    volts = circuit.solve();
  }

  double wordVolts(int row, int column) {
    return volts[word[row][column]].doubleValue();
  }

  double bitVolts(int row, int column) {
    return volts[bit[row][column]].doubleValue();
  }

  /** All device currents of a column, less what leaves at the top. */
  double[] footAmps() {
    double[] amps = new double[crossbar.columns()];
    for (int j = 0; j < amps.length; j++) {
      BigDecimal top = new BigDecimal(crossbar.wires().topSiemens(j));
      BigDecimal sum = top.multiply(volts[bit[0][j]]).negate();
      for (int i = 0; i < crossbar.rows(); i++) {
        BigDecimal across = volts[word[i][j]].subtract(volts[bit[i][j]]);
        sum = sum.add(across.multiply(new BigDecimal(crossbar.siemens(i, j))));
      }
      amps[j] = sum.doubleValue();
    }
    return amps;
  }
}
