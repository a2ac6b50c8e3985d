package pnnc.crossbar.mapping;

import pnnc.kernels.crossbar.EffectiveMatrix;

/**
 * Pairs of levels for a matrix of weights, one for each slice of a weight, and what they amount to:
 * {@code Σ_s ρ^s · difference(i, o, s) ≈ scale · weight(i, o)}. Immutable.
 */
final class LevelChoice {
  private final int[] chosen;
  private final double[] differences;
  private final double scale;
  private final double residual;
  private final int clipped;

  private LevelChoice(
      int[] chosen, double[] differences, double scale, double residual, int clipped) {
    this.chosen = chosen;
    this.differences = differences;
    this.scale = scale;
    this.residual = residual;
    this.clipped = clipped;
  }

  /** The pairs nearest to {@code scale · weights}, behind wires without resistance. */
  static LevelChoice ideal(double[] weights, double scale, SlicedPairs pairs) {
    int[] chosen = new int[weights.length * pairs.count()];
    for (int k = 0; k < weights.length; k++) {
      pairs.nearest(weights[k] * scale, chosen, k * pairs.count());
    }
    double[] differences = new double[chosen.length];
    for (int v = 0; v < chosen.length; v++) {
      differences[v] = pairs.pairs().difference(chosen[v]);
    }
    double residual = residual(sums(differences, pairs), weights, scale);
    return new LevelChoice(chosen, differences, scale, residual, 0);
  }

  /**
   * Pairs behind wires; the scale is the one that fits best.
   *
   * @param chosen pairs; kept
   * @param differences what each amounts to there, siemens; kept
   * @param clipped how many weights wanted more than cells can give
   */
  static LevelChoice wired(
      double[] weights, int[] chosen, double[] differences, int clipped, SlicedPairs pairs) {
    double[] sums = sums(differences, pairs);
    double own = product(weights, weights);
    double scale = own == 0 ? 1 : product(sums, weights) / own;
    return new LevelChoice(chosen, differences, scale, residual(sums, weights, scale), clipped);
  }

  /**
   * What each value of a tile amounts to at the ends of its lines, row-major {@code [rows,
   * values]}.
   */
  static double[] seen(EffectiveMatrix effective, BitLines lines) {
    int values = lines.values();
    double[] seen = new double[effective.rows() * values];
    for (int v = 0; v < seen.length; v++) {
      int i = v / values;
      int plus = lines.plus(v % values);
      int minus = lines.minus(v % values);
      seen[v] = effective.siemens(i, plus) - effective.siemens(i, minus);
    }
    return seen;
  }

  /** The slices of each weight together. */
  private static double[] sums(double[] differences, SlicedPairs pairs) {
    double[] sums = new double[differences.length / pairs.count()];
    for (int v = 0; v < differences.length; v++) {
      sums[v / pairs.count()] += differences[v] * pairs.factor(v % pairs.count());
    }
    return sums;
  }

  private static double residual(double[] sums, double[] weights, double scale) {
    double wrong = 0;
    for (int k = 0; k < weights.length; k++) {
      double off = sums[k] - scale * weights[k];
      wrong += off * off;
    }
    double all = scale * scale * product(weights, weights);
    return all == 0 ? 0 : Math.sqrt(wrong / all);
  }

  private static double product(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += a[k] * b[k];
    }
    return sum;
  }

  /** The pair of value {@code v}, row-major {@code [rows, outs, slices]}. */
  int pair(int v) {
    return chosen[v];
  }

  /** Siemens that value {@code v} amounts to at the ends of its lines. */
  double difference(int v) {
    return differences[v];
  }

  /** Siemens for a unit of weight. */
  double scale() {
    return scale;
  }

  /** Root mean square of the sums of slices less {@code scale · weight}, relative to the latter. */
  double residual() {
    return residual;
  }

  /** How many weights wanted more than the cells can give. */
  int clipped() {
    return clipped;
  }
}
