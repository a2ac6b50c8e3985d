package pnnc.kernels.crossbar;

import java.util.Random;
import java.util.stream.LongStream;

/** Crossbars and voltages to test with. */
final class Crossbars {
  private Crossbars() {}

  /** A few fixed seeds, or the one in {@code -Dtest.seed=}. */
  static LongStream seeds(int count) {
    String replay = System.getProperty("test.seed", "");
    return replay.isEmpty() ? LongStream.range(0, count) : LongStream.of(Long.parseLong(replay));
  }

  /** Uniform in {@code [low, high)}. */
  static double[] random(Random random, int count, double low, double high) {
    return random.doubles(count).map(u -> low + (high - low) * u).toArray();
  }

  /** Equal wires, devices from a tenth of {@code siemens} to all of it. */
  static Crossbar uniform(long seed, int rows, int columns, double ohms, double siemens) {
    double[] g = random(new Random(seed), rows * columns, siemens / 10, siemens);
    return new Crossbar(Wires.uniform(rows, columns, ohms, ohms), g);
  }

  /**
   * Everything that may occur: segments from 0.1 Ω to 10 Ω, some of 0 Ω, devices over four decades,
   * some missing, ends with and without resistance, lines with sources at both ends.
   */
  static Crossbar motley(long seed, int rows, int columns) {
    Random random = new Random(seed);
    double[] word = segments(random, rows * columns);
    double[] bit = segments(random, rows * columns);
    double[] g = new double[rows * columns];
    for (int at = 0; at < g.length; at++) {
      g[at] = random.nextInt(5) == 0 ? 0 : Math.pow(10, -6 + 4 * random.nextDouble());
    }
    Wires wires = Wires.of(rows, columns, word, bit);
    if (random.nextBoolean()) {
      wires = wires.drivenThrough(random(random, rows, 0, 100));
      wires = wires.sensedThrough(random(random, columns, 0, 100));
    }
    if (random.nextInt(3) == 0) {
      wires = wires.drivenFromTheRightThrough(random(random, rows, 1, 10));
    }
    if (random.nextInt(3) == 0) {
      wires = wires.groundedAtTheTopThrough(random(random, columns, 1, 10));
    }
    return new Crossbar(wires, g);
  }

  private static double[] segments(Random random, int count) {
    double[] ohms = random(random, count, -1, 10);
    for (int at = 0; at < count; at++) {
      ohms[at] = Math.max(0, ohms[at]);
    }
    return ohms;
  }

  static double largest(double[] values) {
    double largest = 0;
    for (double value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }

  /** The largest difference, relative to the largest of {@code expected}. */
  static double error(double[] actual, double[] expected) {
    double worst = 0;
    for (int at = 0; at < expected.length; at++) {
      worst = Math.max(worst, Math.abs(actual[at] - expected[at]));
    }
    return worst == 0 ? 0 : worst / largest(expected);
  }
}
