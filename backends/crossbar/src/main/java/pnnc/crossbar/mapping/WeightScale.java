package pnnc.crossbar.mapping;

import java.util.stream.IntStream;

/**
 * How large a weight is as a conductance: {@code g+ − g− ≈ w · siemensPerUnit}. Where weights lie
 * more densely the differences of {@link LevelPairs} may lie less so; of the scales at which the
 * greatest weight is a difference (of those of its sign, where differences reach further to one
 * side), that with the least squared error is taken.
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
    double most = greatest(weights, pairs);
    double binding = binding(weights, pairs);
    if (binding == 0) {
      return most;
    }
    return IntStream.range(0, pairs.size())
        .mapToDouble(p -> pairs.difference(p) / binding)
        .filter(k -> k >= LEAST_SHARE * most && k <= most)
        .boxed()
        .min(
            (a, b) -> {
              int byError = Double.compare(error(weights, pairs, a), error(weights, pairs, b));
              return byError != 0 ? byError : Double.compare(b, a);
            })
        .orElse(most);
  }

  /**
   * The greatest scale at which every weight lies between the least and the greatest difference; 1
   * if all weights are 0, infinite if there is no difference of the sign of any.
   *
   * @param weights not modified
   */
  static double greatest(double[] weights, LevelPairs pairs) {
    double binding = binding(weights, pairs);
    return binding == 0 ? 1 : (binding > 0 ? pairs.greatest() : pairs.least()) / binding;
  }

  /** The weight that comes to the end of the differences first; 0 if all are 0. */
  private static double binding(double[] weights, LevelPairs pairs) {
    double most = 0;
    double least = 0;
    for (double w : weights) {
      most = Math.max(most, w);
      least = Math.min(least, w);
    }
    return most * -pairs.least() >= -least * pairs.greatest() ? most : least;
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
