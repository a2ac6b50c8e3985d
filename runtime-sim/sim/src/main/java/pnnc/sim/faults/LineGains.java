package pnnc.sim.faults;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * What wires take of weights, so that it does not hide what is wrong with single ones: each row and
 * each column of a unit's matrix has a gain, and
 *
 * <pre>{@code found[m, k] ≈ row_m · column_k · expected[m, k]}</pre>
 *
 * A gain is the median of {@code found / expected} along its line, each number weighted by its
 * size: single faults do not move it. One that is far from the other lines' is itself a fault, and
 * is taken to be as theirs are.
 */
final class LineGains {
  /** Shorter lines do not tell their gain from what is wrong with them. */
  private static final int SHORTEST = 16;

  private static final double FAR = 6;
  private static final int ROUNDS = 2;

  private final double[] expected;
  private final double[] found;
  private final double[] rows;
  private final double[] columns;

  private LineGains(double[] expected, double[] found, int columns) {
    this.expected = expected;
    this.found = found;
    this.columns = ones(columns);
    this.rows = ones(expected.length / columns);
  }

  private static double[] ones(int count) {
    double[] ones = new double[count];
    Arrays.fill(ones, 1);
    return ones;
  }

  /**
   * What is to be expected behind the wires.
   *
   * @param expected {@code [rows, columns]}; not modified
   * @param found likewise
   * @param columns at least 1
   */
  static double[] behind(double[] expected, double[] found, int columns) {
    LineGains gains = new LineGains(expected, found, columns);
    for (int round = 0; round < ROUNDS; round++) {
      gains.fit();
    }
    return IntStream.range(0, expected.length)
        .mapToDouble(at -> expected[at] * gains.rows[at / columns] * gains.columns[at % columns])
        .toArray();
  }

  private void fit() {
    int width = columns.length;
    if (width >= SHORTEST) {
      for (int m = 0; m < rows.length; m++) {
        int begin = m * width;
        rows[m] = gain(width, k -> begin + k, columns);
      }
      calm(rows);
    }
    if (rows.length >= SHORTEST) {
      for (int k = 0; k < width; k++) {
        int begin = k;
        columns[k] = gain(rows.length, m -> begin + m * width, rows);
      }
      calm(columns);
    }
  }

  private double gain(int length, IntUnaryOperator at, double[] others) {
    double[] ratios = new double[length];
    double[] sizes = new double[length];
    for (int j = 0; j < length; j++) {
      double meant = expected[at.applyAsInt(j)] * others[j];
      sizes[j] = Math.abs(meant);
      ratios[j] = meant == 0 ? 1 : found[at.applyAsInt(j)] / meant;
    }
    return median(ratios, sizes);
  }

  /** 1 if no number has a weight. */
  private static double median(double[] values, double[] weights) {
    double half = Arrays.stream(weights).sum() / 2;
    if (half == 0) {
      return 1;
    }
    int[] order =
        IntStream.range(0, values.length)
            .boxed()
            .sorted(Comparator.comparingDouble(j -> values[j]))
            .mapToInt(Integer::intValue)
            .toArray();
    double sum = 0;
    for (int j : order) {
      sum += weights[j];
      if (sum >= half) {
        return values[j];
      }
    }
    return values[order[order.length - 1]];
  }

  /** Gains that are far from the others become the usual one. */
  private static void calm(double[] gains) {
    double usual = middle(gains);
    double spread = middle(Arrays.stream(gains).map(g -> Math.abs(g - usual)).toArray());
    for (int k = 0; k < gains.length; k++) {
      gains[k] = Math.abs(gains[k] - usual) > FAR * spread ? usual : gains[k];
    }
  }

  private static double middle(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
