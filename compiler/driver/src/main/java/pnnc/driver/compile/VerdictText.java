package pnnc.driver.compile;

import java.nio.file.Path;
import java.util.Locale;
import pnnc.driver.Corner;
import pnnc.driver.report.MacShare;
import pnnc.driver.report.Report;
import pnnc.passes.partition.Placement;

/** The end of a run, for people: the verdict first. */
final class VerdictText {
  private VerdictText() {}

  /**
   * What {@code report} says.
   *
   * @param kept linear operators that stay on the host
   */
  static String of(Path bundle, Report report, int kept) {
    StringBuilder out = new StringBuilder();
    line(out, "%s: %s", bundle, verdict(report));
    if (report.reason() != null) {
      line(out, "  inconclusive because %s", report.reason());
    }
    accuracy(out, report);
    chips(out, report);
    faults(out, report);
    if (report.target().equals(Placement.HOST)) {
      line(out, "  target host: the whole network runs in ONNX Runtime; there is no layout");
    } else {
      line(
          out,
          "  target %s: %d blocks in %d units%s; %d linear operators stay on the host",
          report.target(),
          report.physical().blocks(),
          report.physical().tiles(),
          devices(report.physical()),
          kept);
    }
    if (report.physical().macShare() != null) {
      line(
          out,
          "  physical: %s%.1f %% of the multiply-accumulates",
          MacShare.words(report.physical().macShareIs()),
          100 * report.physical().macShare());
    }
    costs(out, report);
    return out.toString();
  }

  private static void costs(StringBuilder out, Report report) {
    Double area = report.layout().areaUm2();
    if (report.costs() == null) {
      return;
    }
    line(
        out,
        "  energy %s nJ for an inference (%s), latency %s us%s",
        number(report.energyPerInferenceJ() * 1e9),
        LimitCheck.shares(report.costs()),
        number(report.latencyS() * 1e6),
        area == null ? "" : ", area " + number(area / 1e6) + " mm^2");
  }

  private static void chips(StringBuilder out, Report report) {
    Report.Spread spread = report.verify() == null ? null : report.verify().spread();
    if (spread != null) {
      Report.Distribution agreement = spread.top1Agreement();
      line(
          out,
          "  chips of seed %d: %d of %d equivalent, %d not%s",
          report.seed(),
          spread.passed(),
          spread.each().size(),
          spread.failed(),
          agreement == null
              ? ""
              : format(
                  "; same class in %.2f %% at least, %.2f %% in the median",
                  100 * agreement.least(), 100 * agreement.median()));
    }
  }

  private static void faults(StringBuilder out, Report report) {
    int faults = report.verify() == null ? 0 : report.verify().faults().size();
    if (faults > 0) {
      line(
          out,
          "  the layout is not the model's in %d places%s",
          faults,
          report.verdict().equals(Verified.EQUIVALENT)
              ? "; the verdict holds in spite of them"
              : "");
    }
  }

  private static String devices(Report.Physical physical) {
    return physical.devices() == null ? "" : format(", %,d devices", physical.devices());
  }

  private static void accuracy(StringBuilder out, Report report) {
    if (report.verify() != null && report.verify().accuracy() != null) {
      Report.Accuracy a = report.verify().accuracy();
      line(
          out,
          "  accuracy on %,d labelled samples: model %.2f %%, twin %.2f %%",
          a.samples(),
          100 * a.model(),
          100 * a.twin());
    }
  }

  private static String verdict(Report report) {
    Report.Verification v = report.verify();
    if (v == null) {
      return report.verdict();
    }
    if (v.samples() == 0) {
      return report.verdict() + ": what is drawn is no such hardware";
    }
    String agreement =
        v.top1Agreement() == null
            ? ""
            : format(
                ", same class in %.2f %% (at least %.2f %% with %.0f %% confidence)",
                100 * v.top1Agreement(), 100 * v.top1LowerBound(), 100 * v.confidence());
    return format(
        "%s%s on %d %s, largest error %s%s%s",
        report.verdict(),
        v.corner() == null || v.corner().equals(Corner.NOMINAL.word())
            ? ""
            : " at the corner " + v.corner(),
        v.samples(),
        v.inputs().equals("random")
            ? "random samples (which say little about accuracy)"
            : "samples of " + v.inputs(),
        number(v.maxAbs()),
        v.toleranceAbs() == null ? "" : " of " + number(v.toleranceAbs()) + " allowed",
        agreement);
  }

  private static String number(Double value) {
    return value == null ? "unbounded" : format("%.3g", value);
  }

  private static void line(StringBuilder out, String format, Object... values) {
    out.append(format(format, values)).append('\n');
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
