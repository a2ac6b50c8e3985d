package pnnc.sim.equivalence;

import java.util.OptionalDouble;

/**
 * What counts as equivalent. At least one of the two limits is given; an output must meet every one
 * that applies to it.
 *
 * @param tolerance largest absolute error allowed, relative to the scale measured on the reference;
 *     applies to outputs of floats
 * @param noiseFactor times the reference's own noise is allowed whatever the tolerance says
 * @param minAgreement proportion of decisions that must agree, in (0, 1); applies to outputs that
 *     decide something. Without it, discrete outputs must be equal
 * @param confidence with which that proportion must be shown, in (0, 1)
 */
public record Criterion(
    OptionalDouble tolerance, double noiseFactor, OptionalDouble minAgreement, double confidence) {
  /** Errors of a few times the reference's own noise are not the twin's. */
  public static final double USUAL_NOISE_FACTOR = 4;

  public Criterion {
    boolean makesSense =
        (tolerance.isPresent() || minAgreement.isPresent())
            && tolerance.orElse(0) >= 0
            && noiseFactor >= 0
            && isProportion(minAgreement.orElse(0.5))
            && isProportion(confidence);
    if (!makesSense) {
      throw new IllegalArgumentException(
          "tolerance %s, noise factor %s, agreement %s, confidence %s"
              .formatted(tolerance, noiseFactor, minAgreement, confidence));
    }
  }

  private static boolean isProportion(double value) {
    return value > 0 && value < 1;
  }

  /** Every number must be right. */
  public static Criterion numbers(double tolerance) {
    return new Criterion(
        OptionalDouble.of(tolerance), USUAL_NOISE_FACTOR, OptionalDouble.empty(), 0.95);
  }

  /** Decisions must agree; the numbers behind them are free. */
  public static Criterion agreement(double minAgreement, double confidence) {
    return new Criterion(
        OptionalDouble.empty(), USUAL_NOISE_FACTOR, OptionalDouble.of(minAgreement), confidence);
  }

  /**
   * The verdict on one output. One that holds no finite number shows nothing, whatever else agrees.
   *
   * @param noise largest absolute difference between two ways of running the reference; if infinite
   *     the reference decides nothing about the numbers
   */
  public Verdict judge(OutputMetrics metrics, double noise) {
    if (metrics.samples() == 0) {
      return Verdict.INCONCLUSIVE;
    }
    if (metrics.wrongShapes() > 0) {
      return Verdict.NOT_EQUIVALENT;
    }
    boolean showsNothing =
        !metrics.isDiscrete() && metrics.elements() > 0 && metrics.finiteElements() == 0;
    if (showsNothing && metrics.mismatches() == 0) {
      return Verdict.INCONCLUSIVE;
    }
    boolean byNumbers = tolerance.isPresent() && !metrics.isDiscrete();
    boolean byDecisions = minAgreement.isPresent() && metrics.decisions() > 0;
    boolean byEquality = metrics.isDiscrete() && !minAgreement.isPresent();
    if (!byNumbers && !byDecisions && !byEquality) {
      return metrics.mismatches() > 0 ? Verdict.NOT_EQUIVALENT : Verdict.INCONCLUSIVE;
    }
    Verdict verdict = byNumbers ? judgeNumbers(metrics, noise) : Verdict.EQUIVALENT;
    verdict = byDecisions ? verdict.and(judgeAgreement(metrics)) : verdict;
    return byEquality ? verdict.and(judgeEquality(metrics)) : verdict;
  }

  private Verdict judgeNumbers(OutputMetrics metrics, double noise) {
    if (Double.isInfinite(noise)) {
      return Verdict.INCONCLUSIVE;
    }
    double allowed = Math.max(tolerance.orElseThrow() * metrics.scale(), noiseFactor * noise);
    return metrics.maxAbs() <= allowed ? Verdict.EQUIVALENT : Verdict.NOT_EQUIVALENT;
  }

  private Verdict judgeAgreement(OutputMetrics metrics) {
    long agreeing = metrics.agreements();
    long all = metrics.decisions();
    double wanted = minAgreement.orElseThrow();
    if (ClopperPearson.lowerBound(agreeing, all, confidence) >= wanted) {
      return Verdict.EQUIVALENT;
    }
    return ClopperPearson.upperBound(agreeing, all, confidence) < wanted
        ? Verdict.NOT_EQUIVALENT
        : Verdict.INCONCLUSIVE;
  }

  private static Verdict judgeEquality(OutputMetrics metrics) {
    return metrics.agreements() == metrics.decisions()
        ? Verdict.EQUIVALENT
        : Verdict.NOT_EQUIVALENT;
  }
}
