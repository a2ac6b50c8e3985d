package pnnc.driver.compile;

import java.util.List;
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
 */
record VerificationFacts(
    boolean isPhysical,
    String inputs,
    List<Report.OutputFacts> layers,
    List<Report.Fault> faults,
    Report.Accuracy accuracy) {
  /** Nothing was compared, for the sake of {@code faults}. */
  static Report.Verification unreadable(String inputs, List<Report.Fault> faults) {
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
        1,
        0,
        0,
        null,
        faults);
  }

  /** What {@code report} says. */
  Report.Verification of(EquivalenceReport report, ReferenceNoise noise) {
    List<OutputMetrics> outputs =
        report.outputs().stream().map(EquivalenceReport.Output::metrics).toList();
    OutputMetrics worst =
        outputs.stream().reduce((a, b) -> b.maxRelative() > a.maxRelative() ? b : a).orElseThrow();
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
        outputs.stream().map(Report.OutputFacts::of).toList(),
        layers,
        isPhysical ? 1 : 0,
        0,
        0,
        accuracy,
        faults);
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
  private record Decisions(Double agreement, Double lowerBound) {
    static Decisions of(EquivalenceReport report) {
      return report.outputs().stream()
          .filter(o -> o.metrics().decisions() > 0)
          .reduce((a, b) -> b.metrics().agreement() < a.metrics().agreement() ? b : a)
          .map(o -> new Decisions(o.metrics().agreement(), o.agreementBound().orElseThrow()))
          .orElse(new Decisions(null, null));
    }
  }
}
