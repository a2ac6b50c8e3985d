package pnnc.crossbar.mapping;

import pnnc.kernels.crossbar.EffectiveMatrix;

/**
 * Pairs of levels for a matrix of weights, and what they amount to: {@code difference(i, o) ≈ scale
 * · weight(i, o)}. Immutable.
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
  static LevelChoice ideal(double[] weights, double scale, LevelPairs pairs) {
    int[] chosen = new int[weights.length];
    double[] differences = new double[weights.length];
    for (int k = 0; k < chosen.length; k++) {
      chosen[k] = pairs.nearest(weights[k] * scale);
      differences[k] = pairs.difference(chosen[k]);
    }
    return new LevelChoice(chosen, differences, scale, residual(differences, weights, scale), 0);
  }

  /**
   * Pairs behind wires; the scale is the one that fits best.
   *
   * @param chosen pairs; kept
   * @param clipped how many weights wanted more than cells can give
   */
  static LevelChoice wired(double[] weights, int[] chosen, EffectiveMatrix effective, int clipped) {
    int outs = effective.columns() / 2;
    double[] differences = new double[weights.length];
    for (int k = 0; k < differences.length; k++) {
      int i = k / outs;
      int o = k % outs;
      differences[k] = effective.siemens(i, 2 * o) - effective.siemens(i, 2 * o + 1);
    }
    double own = product(weights, weights);
    double scale = own == 0 ? 1 : product(differences, weights) / own;
    double residual = residual(differences, weights, scale);
    return new LevelChoice(chosen, differences, scale, residual, clipped);
  }

  private static double residual(double[] differences, double[] weights, double scale) {
    double wrong = 0;
    for (int k = 0; k < weights.length; k++) {
      double off = differences[k] - scale * weights[k];
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

  /** The pair of weight {@code k}, row-major {@code [rows, outs]}. */
  int pair(int k) {
    return chosen[k];
  }

  /** Siemens that weight {@code k} amounts to at the ends of its lines. */
  double difference(int k) {
    return differences[k];
  }

  /** Siemens for a unit of weight. */
  double scale() {
    return scale;
  }

  /** Root mean square of {@code difference − scale · weight}, relative to that of the latter. */
  double residual() {
    return residual;
  }

  /** How many weights wanted more than the cells can give. */
  int clipped() {
    return clipped;
  }
}
