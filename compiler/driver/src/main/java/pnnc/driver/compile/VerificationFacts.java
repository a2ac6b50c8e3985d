package pnnc.driver.compile;

import java.util.List;
import java.util.stream.Stream;
import pnnc.driver.Corner;
import pnnc.driver.report.JsonText;
import pnnc.driver.report.Report;
import pnnc.sim.equivalence.Criterion;
import pnnc.sim.equivalence.EquivalenceReport;
import pnnc.sim.equivalence.OutputMetrics;
import pnnc.sim.equivalence.ReferenceNoise;

/**
 * How a verdict was reached, as the report has it.
 *
 * @param isPhysical whether there is hardware
 * @param inputs where the samples came from
 * @param layers each linear block
 * @param faults of the layout
 * @param accuracy null without labels
 * @param corner that the layout was read at
 */
record VerificationFacts(
    boolean isPhysical,
    String inputs,
    List<Report.OutputFacts> layers,
    List<Report.Fault> faults,
    Report.Accuracy accuracy,
    Corner corner) {
  /** Nothing was compared, for the sake of {@code faults}. */
  static Report.Verification unreadable(String inputs, List<Report.Fault> faults, Corner corner) {
    return new Report.Verification(
        "layout",
        inputs,
        0,
        null,
        null,
        Verification.CONFIDENCE,
        null,
        null,
        null,
        null,
        List.of(),
        List.of(),
        corner.word(),
        1,
        null,
        0,
        0,
        null,
        faults);
  }

  /** What {@code report} says. */
  Report.Verification of(EquivalenceReport report, ReferenceNoise noise) {
    OutputMetrics worst = worst(report);
    Decisions decisions = Decisions.of(report);
    return new Report.Verification(
        isPhysical ? "layout" : "host",
        inputs,
        report.samples(),
        decisions.agreement(),
        decisions.lowerBound(),
        Verification.CONFIDENCE,
        JsonText.finite(worst.snrDb()),
        JsonText.finite(worst.nrmse()),
        JsonText.finite(worst.maxAbs()),
        tolerance(worst, noise),
        metrics(report).map(Report.OutputFacts::of).toList(),
        layers,
        isPhysical ? corner.word() : null,
        isPhysical ? 1 : 0,
        null,
        0,
        0,
        accuracy,
        faults);
  }

  private static Stream<OutputMetrics> metrics(EquivalenceReport report) {
    return report.outputs().stream().map(EquivalenceReport.Output::metrics);
  }

  /** The output that is furthest off. */
  static OutputMetrics worst(EquivalenceReport report) {
    return metrics(report)
        .reduce((a, b) -> b.maxRelative() > a.maxRelative() ? b : a)
        .orElseThrow();
  }

  private Double tolerance(OutputMetrics output, ReferenceNoise noise) {
    double rounding = Verification.HOST_TOLERANCE * output.scale();
    double allowed = Math.max(rounding, Criterion.USUAL_NOISE_FACTOR * noise.of(output.name()));
    return isPhysical ? null : JsonText.finite(allowed);
  }

  /**
   * Decisions over all outputs.
   *
   * @param agreement share of equal decisions of the output that has the least; null without any
   * @param lowerBound of the same output
   */
  record Decisions(Double agreement, Double lowerBound) {
    static Decisions of(EquivalenceReport report) {
      return report.outputs().stream()
          .filter(o -> o.metrics().decisions() > 0)
          .reduce((a, b) -> b.metrics().agreement() < a.metrics().agreement() ? b : a)
          .map(o -> new Decisions(o.metrics().agreement(), o.agreementBound().orElseThrow()))
          .orElse(new Decisions(null, null));
    }
  }
}
