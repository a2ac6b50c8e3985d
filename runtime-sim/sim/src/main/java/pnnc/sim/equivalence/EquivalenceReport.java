package pnnc.sim.equivalence;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The result of a check.
 *
 * @param samples runs compared
 * @param outputs in the reference's order
 * @param verdict the worst of the outputs'; inconclusive if there is none
 */
public record EquivalenceReport(long samples, List<Output> outputs, Verdict verdict) {
  /**
   * One output.
   *
   * @param agreementBound what the proportion of agreeing decisions exceeds with the criterion's
   *     confidence; empty if the output decides nothing
   * @param doubt why the verdict is inconclusive; empty if it is not
   */
  public record Output(
      OutputMetrics metrics,
      OptionalDouble agreementBound,
      Verdict verdict,
      Optional<String> doubt) {}

  /** Why the verdict is inconclusive, a clause; empty if it is not. */
  public Optional<String> doubt() {
    if (verdict != Verdict.INCONCLUSIVE) {
      return Optional.empty();
    }
    return Optional.of(
        outputs.stream()
            .flatMap(output -> output.doubt().stream())
            .reduce((a, b) -> a + "; " + b)
            .orElse(samples == 0 ? "there was no sample" : "the model has no outputs"));
  }

  public EquivalenceReport {
    outputs = List.copyOf(outputs);
  }
}
