package pnnc.bench;

import java.util.Random;
import pnnc.kernels.crossbar.Crossbar;
import pnnc.kernels.crossbar.Wires;

/** Crossbars as their peers were measured: 10 kΩ to 100 kΩ, uniform in conductance, 1 Ω wires. */
final class CrossbarCases {
  private CrossbarCases() {}

  static Crossbar crossbar(int size) {
    double[] siemens = new Random(1).doubles((long) size * size, 1e-5, 1e-4).toArray();
    return new Crossbar(Wires.uniform(size, size, 1, 1), siemens);
  }

  /** Uniform in 0 V to 1 V. */
  static double[][] volts(int vectors, int size) {
    Random random = new Random(2);
    double[][] volts = new double[vectors][];
    for (int v = 0; v < vectors; v++) {
      volts[v] = random.doubles(size).toArray();
    }
    return volts;
  }
}
