package pnnc.driver.compile;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.driver.CompileRequest;
import pnnc.driver.Outcome;
import pnnc.driver.Session;
import pnnc.driver.Version;
import pnnc.driver.bundle.Bundle;
import pnnc.driver.bundle.BundleWriter;
import pnnc.driver.bundle.FileRecord;
import pnnc.driver.files.IoFaults;
import pnnc.driver.report.JsonText;
import pnnc.driver.report.MacShare;
import pnnc.driver.report.Report;
import pnnc.ir.block.CalibrationData;
import pnnc.passes.partition.Partitioned;

/** The action {@code compile}: the whole road from a model to a bundle and its verdict. */
public final class Compile {
  private final CompileRequest request;
  private final Session session;
  private final Backends backends;
  private final PhaseTimes times = new PhaseTimes();

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
    Original original = Original.read(request.model(), session, times);
    Partitioned cut = original.cut(road, session, times);
    Reports reports = new Reports(session, request.target(), road, original, cut, times);
    try (BundleWriter bundle = BundleWriter.begin(request.output())) {
      Emitted emitted = emit(bundle, road, original, cut);
      Verified verified = verify(bundle.workFolder(), road, original, cut);
      Report report = reports.of(Reports.Drawn.of(emitted), verified);
      write(bundle, Bundle.REPORT, report);
      bundle.commit();
      announce(bundle.files());
      return reports.outcome(report, request.output());
    } catch (IOException e) {
      throw new DiagnosedException(
          DiagnosticCode.FILE_UNWRITABLE.error(request.output(), IoFaults.reason(e)));
    }
  }

  private Emitted emit(BundleWriter bundle, Road road, Original original, Partitioned cut)
      throws IOException {
    long macs = MacShare.of(cut).total();
    Map<String, CalibrationData> calibration =
        times.measure("calibrate", () -> road.calibrate(cut, original.network(), macs));
    Emitted emitted = times.measure("emit", () -> road.emit(cut, calibration, bundle));
    DesignFile design = design(road, original, emitted, bundle);
    write(bundle, Bundle.DESIGN, design);
    return emitted;
  }

  private Verified verify(Path folder, Road road, Original original, Partitioned cut)
      throws IOException {
    return request.verify()
        ? times.measure(
            "verify",
            () -> Verification.run(SampleChoice.of(request), session, folder, road, original, cut))
        : Verified.notChecked();
  }

  private DesignFile design(Road road, Original original, Emitted emitted, BundleWriter bundle) {
    return new DesignFile(
        DesignFile.SCHEMA,
        Version.current().pnnc(),
        new DesignFile.Model(request.model().toString(), original.sha256()),
        request.target(),
        road.settings(),
        Given.of(request, session),
        session.settings().seed(),
        emitted.blocks(),
        bundle.files());
  }

  private static void write(BundleWriter bundle, String path, Record value) throws IOException {
    try (Writer text =
        new BufferedWriter(new OutputStreamWriter(bundle.create(path), StandardCharsets.UTF_8))) {
      JsonText.pretty(value, text);
    }
  }

  private void announce(List<FileRecord> files) {
    Path folder = request.output();
    files.forEach(f -> session.reporter().artifact(folder.resolve(f.path()), f.bytes()));
  }
}
