package pnnc.sim.equivalence;

import java.util.List;
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
   */
  public record Output(OutputMetrics metrics, OptionalDouble agreementBound, Verdict verdict) {}

  public EquivalenceReport {
    outputs = List.copyOf(outputs);
  }
}
