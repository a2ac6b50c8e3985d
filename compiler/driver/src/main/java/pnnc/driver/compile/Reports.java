package pnnc.driver.compile;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import pnnc.base.diagnostics.ExitStatus;
import pnnc.driver.Outcome;
import pnnc.driver.Session;
import pnnc.driver.Version;
import pnnc.driver.bundle.FileRecord;
import pnnc.driver.report.JsonText;
import pnnc.driver.report.MacShare;
import pnnc.driver.report.Report;
import pnnc.passes.partition.Partitioned;
import pnnc.passes.shape.MacCounter;

/** What a run has to say in the end, whether it compiled or only verified. */
final class Reports {
  private final Session session;
  private final String target;
  private final Original original;
  private final Partitioned cut;
  private final PhaseTimes times;
  private final Road road;

  Reports(
      Session session,
      String target,
      Road road,
      Original original,
      Partitioned cut,
      PhaseTimes times) {
    this.session = session;
    this.target = target;
    this.road = road;
    this.original = original;
    this.cut = cut;
    this.times = times;
  }

  /**
   * What was drawn, as far as the run knows it.
   *
   * @param units of all blocks
   * @param devices drawn; null where nobody counted them
   * @param figures what lowering says of its own work; empty where nothing was lowered
   * @param areaUm2 of the die; null where nobody knows it
   */
  record Drawn(
      List<FileRecord> layout,
      int units,
      Long devices,
      Map<String, Double> figures,
      Double areaUm2) {
    Drawn {
      layout = List.copyOf(layout);
      figures = Collections.unmodifiableMap(new TreeMap<>(figures));
    }

    static Drawn of(Emitted emitted) {
      return new Drawn(
          emitted.layout(),
          emitted.units(),
          emitted.devices(),
          emitted.figures(),
          emitted.areaUm2());
    }

    /** With what was read rather than what was meant. */
    Drawn with(Double area) {
      return area == null ? this : new Drawn(layout, units, devices, figures, area);
    }
  }

  /** The report; limits that are missed are diagnosed. */
  Report of(Drawn meant, Verified verified) {
    Measured measured = verified.measured();
    Drawn drawn = meant.with(measured.areaUm2());
    Report.Costs costs = measured.costs();
    MacShare macs = MacShare.of(cut);
    int blocks = cut.partition().blocks().size();
    return new Report(
        Report.SCHEMA,
        Version.current().pnnc(),
        new Report.ModelFacts(original.sha256(), MacCounter.parameters(original.network())),
        target,
        session.settings().seed(),
        new Report.Physical(
            macs.share(), macs.kind(), blocks, drawn.units(), drawn.devices(), drawn.figures()),
        new Report.LayoutFacts(drawn.layout(), drawn.areaUm2()),
        costs == null ? null : costs.energyJ(),
        costs == null ? null : costs.latencyS(),
        costs,
        new LimitCheck(measured, drawn, session.reporter()).of(road.limits()),
        verified.details(),
        verified.verdict(),
        verified.reason(),
        times.seconds());
  }

  /** The end of the run that {@code report} is about. */
  Outcome outcome(Report report, Path bundle) {
    JsonObject summary = JsonText.object(report);
    summary.addProperty("output", bundle.toString());
    return new Outcome(status(report), VerdictText.of(bundle, report, cut.kept().size()), summary);
  }

  /** What is not the model is worse than a limit, and that is worse than not knowing. */
  private static ExitStatus status(Report report) {
    boolean isMissed = report.limits().stream().anyMatch(l -> Boolean.FALSE.equals(l.met()));
    return switch (report.verdict()) {
      case Verified.NOT_EQUIVALENT -> ExitStatus.NOT_EQUIVALENT;
      case Verified.INCONCLUSIVE -> isMissed ? ExitStatus.LIMIT_MISSED : ExitStatus.INCONCLUSIVE;
      default -> isMissed ? ExitStatus.LIMIT_MISSED : ExitStatus.OK;
    };
  }
}
