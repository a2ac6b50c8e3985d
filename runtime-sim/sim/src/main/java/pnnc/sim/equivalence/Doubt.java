package pnnc.sim.equivalence;

/** Why a verdict on an output is inconclusive, in words. */
final class Doubt {
  private final Criterion criterion;
  private final OutputMetrics metrics;

  private Doubt(Criterion criterion, OutputMetrics metrics) {
    this.criterion = criterion;
    this.metrics = metrics;
  }

  /** The reason for {@link Verdict#INCONCLUSIVE}, in the order in which the criterion decides. */
  static String of(Criterion criterion, OutputMetrics metrics) {
    return new Doubt(criterion, metrics).reason();
  }

  private String reason() {
    if (metrics.elements() > 0 && metrics.finiteElements() == 0 && !metrics.isDiscrete()) {
      return "reference output `%s` is NaN or infinite in every sample".formatted(metrics.name());
    }
    if (criterion.minAgreement().isEmpty()) {
      return ("the reference does not agree with itself on output `%s`: run in another way it gives"
              + " NaN or infinity where it gave a number")
          .formatted(metrics.name());
    }
    return metrics.decisions() == 0
        ? "output `%s` has no row of class scores to compare".formatted(metrics.name())
        : tooFew();
  }

  private String tooFew() {
    double share = criterion.minAgreement().getAsDouble();
    long needed = ClopperPearson.trialsWithoutMiss(share, criterion.confidence());
    long missed = metrics.decisions() - metrics.agreements();
    String goal =
        "to show %.0f %% agreement with %.0f %% confidence"
            .formatted(100 * share, 100 * criterion.confidence());
    return missed == 0
        ? "too few samples: %d decisions of output `%s`, %d needed %s"
            .formatted(metrics.decisions(), metrics.name(), needed, goal)
        : ("too few samples: %d of %d decisions of output `%s` differ, which is neither enough %s nor"
                + " to refute it")
            .formatted(missed, metrics.decisions(), metrics.name(), goal);
  }
}
