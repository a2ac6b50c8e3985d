package pnnc.driver.compile;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.diagnostics.ExitStatus;
import pnnc.driver.CompileRequest;
import pnnc.driver.Outcome;
import pnnc.driver.Session;
import pnnc.driver.Version;
import pnnc.driver.bundle.Bundle;
import pnnc.driver.bundle.BundleWriter;
import pnnc.driver.bundle.FileRecord;
import pnnc.driver.files.IoFaults;
import pnnc.driver.model.ModelFile;
import pnnc.driver.model.ModelLoader;
import pnnc.driver.model.Normalization;
import pnnc.driver.report.JsonText;
import pnnc.driver.report.MacShare;
import pnnc.driver.report.Report;
import pnnc.ir.block.CalibrationData;
import pnnc.ir.network.Network;
import pnnc.passes.partition.Partitioned;
import pnnc.passes.shape.MacCounter;

/** The action {@code compile}: the whole road from a model to a bundle and its verdict. */
public final class Compile {
  private final CompileRequest request;
  private final Session session;
  private final Backends backends;
  private final PhaseTimes times = new PhaseTimes();
  private final List<Diagnostic> warnings = new ArrayList<>();

  private Compile(CompileRequest request, Session session, Backends backends) {
    this.request = request;
    this.session = session;
    this.backends = backends;
  }

  /** Compiles and, unless told not to, verifies what was emitted. */
  public static Outcome run(CompileRequest request, Session session, Backends backends) {
    return new Compile(request, session, backends).run();
  }

  private Outcome run() {
    Road road = Road.to(request, session, backends);
    ModelFile file = ModelFile.open(request.model());
    Network model = times.measure("read", () -> ModelLoader.load(file, session));
    String name = file.path().toString();
    Network normal =
        times.measure("normalise", () -> Normalization.run(model, name, session, warnings));
    Partitioned cut = times.measure("partition", () -> road.partition(normal, name, warnings));
    warnings.stream().distinct().forEach(session.reporter()::diagnostic);
    try (BundleWriter bundle = BundleWriter.begin(request.output())) {
      Report report = build(bundle, road, file, model, cut);
      write(bundle, Bundle.REPORT, JsonText.pretty(report));
      bundle.commit();
      announce(bundle.files());
      return outcome(report, cut);
    } catch (IOException e) {
      throw new DiagnosedException(
          DiagnosticCode.FILE_UNWRITABLE.error(request.output(), IoFaults.reason(e)));
    }
  }

  private Report build(
      BundleWriter bundle, Road road, ModelFile file, Network model, Partitioned cut)
      throws IOException {
    Map<String, CalibrationData> calibration =
        times.measure("calibrate", () -> road.calibrate(cut, model, macs(cut)));
    Emitted emitted = times.measure("emit", () -> road.emit(cut, calibration, bundle));
    String sha = file.sha256();
    DesignFile design = design(road, file, sha, emitted, bundle);
    write(bundle, Bundle.DESIGN, JsonText.pretty(design));
    Verified verified =
        request.verify()
            ? times.measure(
                "verify",
                () ->
                    Verification.run(
                        request, session, bundle.workFolder(), road, file, model, macs(cut)))
            : Verified.notChecked();
    return new Report(
        Report.SCHEMA,
        Version.current().pnnc(),
        new Report.ModelFacts(sha, MacCounter.parameters(model)),
        request.target(),
        session.settings().seed(),
        physical(cut, emitted),
        new Report.LayoutFacts(emitted.layout(), null),
        null,
        null,
        verified.details(),
        verified.verdict(),
        verified.reason(),
        times.seconds());
  }

  private DesignFile design(
      Road road, ModelFile file, String sha, Emitted emitted, BundleWriter bundle) {
    return new DesignFile(
        DesignFile.SCHEMA,
        Version.current().pnnc(),
        new DesignFile.Model(file.path().getFileName().toString(), sha),
        request.target(),
        road.settings(),
        session.settings().seed(),
        emitted.blocks(),
        bundle.files());
  }

  /** Of one run, as far as they are known. */
  private static long macs(Partitioned cut) {
    return MacShare.of(cut).total();
  }

  private static Report.Physical physical(Partitioned cut, Emitted emitted) {
    MacShare macs = MacShare.of(cut);
    return new Report.Physical(
        macs.share(),
        macs.kind(),
        cut.partition().blocks().size(),
        emitted.units(),
        emitted.devices());
  }

  private static void write(BundleWriter bundle, String path, String text) throws IOException {
    try (var out = bundle.create(path)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private void announce(List<FileRecord> files) {
    Path folder = request.output();
    files.forEach(f -> session.reporter().artifact(folder.resolve(f.path()), f.bytes()));
  }

  private Outcome outcome(Report report, Partitioned cut) {
    JsonObject summary = JsonText.object(report);
    summary.addProperty("output", request.output().toString());
    return new Outcome(status(report.verdict()), CompileText.of(request, report, cut), summary);
  }

  private static ExitStatus status(String verdict) {
    return switch (verdict) {
      case Verified.NOT_EQUIVALENT -> ExitStatus.NOT_EQUIVALENT;
      case Verified.INCONCLUSIVE -> ExitStatus.INCONCLUSIVE;
      default -> ExitStatus.OK;
    };
  }
}
