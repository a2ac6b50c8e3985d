package pnnc.sim.equivalence;

import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * Exact one-sided confidence bounds for a proportion: with {@code k} successes in {@code n} trials
 * and confidence {@code 1 − α}, the lower bound is the {@code α} quantile of Beta(k, n − k + 1),
 * the upper bound the {@code 1 − α} quantile of Beta(k + 1, n − k) (Clopper and Pearson, Biometrika
 * 26, 1934, 404–413).
 */
public final class ClopperPearson {
  private ClopperPearson() {}

  /**
   * What the true proportion exceeds with the given confidence; 0 if there was no trial.
   *
   * @param confidence in (0, 1), such as 0.95
   */
  public static double lowerBound(long successes, long trials, double confidence) {
    require(successes, trials, confidence);
    return successes == 0
        ? 0
        : BetaDistribution.of((double) successes, trials - successes + 1.0)
            .inverseCumulativeProbability(1 - confidence);
  }

  /** What the true proportion stays below with the given confidence; 1 if there was no trial. */
  public static double upperBound(long successes, long trials, double confidence) {
    require(successes, trials, confidence);
    return successes == trials
        ? 1
        : BetaDistribution.of(successes + 1.0, (double) (trials - successes))
            .inverseCumulativeProbability(confidence);
  }

  /** How many trials without a miss show that the proportion is at least {@code proportion}. */
  public static long trialsWithoutMiss(double proportion, double confidence) {
    require(0, 0, confidence);
    return (long) Math.ceil(Math.log(1 - confidence) / Math.log(proportion));
  }

  private static void require(long successes, long trials, double confidence) {
    boolean makesSense = successes >= 0 && successes <= trials && confidence > 0 && confidence < 1;
    if (!makesSense) {
      throw new IllegalArgumentException(
          "%d of %d at confidence %s".formatted(successes, trials, confidence));
    }
  }
}
