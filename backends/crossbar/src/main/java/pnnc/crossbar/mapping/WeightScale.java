package pnnc.crossbar.mapping;

import java.util.stream.IntStream;

/**
 * How large a weight is as a conductance: {@code g+ − g− ≈ w · siemensPerUnit}. Where weights lie
 * more densely the differences of {@link LevelPairs} may lie less so; of the scales at which the
 * greatest weight is a difference, that with the least squared error is taken.
 */
public final class WeightScale {
  /** Scales below this share of the greatest throw too much away to be tried. */
  private static final double LEAST_SHARE = 0.5;

  private WeightScale() {}

  /**
   * The scale for {@code weights}, in siemens per unit; 1 if all weights are 0.
   *
   * @param weights not modified
   */
  public static double of(double[] weights, LevelPairs pairs) {
    double largest = 0;
    for (double w : weights) {
      largest = Math.max(largest, Math.abs(w));
    }
    if (largest == 0) {
      return 1;
    }
    double most = pairs.difference(pairs.size() - 1);
    double greatest = largest;
    return IntStream.range(0, pairs.size())
        .mapToDouble(pairs::difference)
        .filter(d -> d >= LEAST_SHARE * most)
        .map(d -> d / greatest)
        .boxed()
        .min(
            (a, b) -> {
              int byError = Double.compare(error(weights, pairs, a), error(weights, pairs, b));
              return byError != 0 ? byError : Double.compare(b, a);
            })
        .orElse(most / greatest);
  }

  /** Squared error of the weights at a scale, in units of the weights. */
  private static double error(double[] weights, LevelPairs pairs, double scale) {
    double sum = 0;
    for (double w : weights) {
      double off = pairs.difference(pairs.nearest(w * scale)) / scale - w;
      sum += off * off;
    }
    return sum;
  }
}
