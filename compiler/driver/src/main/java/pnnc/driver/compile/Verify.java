package pnnc.driver.compile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.diagnostics.Severity;
import pnnc.driver.CompileRequest;
import pnnc.driver.Corner;
import pnnc.driver.LayoutFormat;
import pnnc.driver.Outcome;
import pnnc.driver.Session;
import pnnc.driver.VerifyRequest;
import pnnc.driver.bundle.Bundle;
import pnnc.driver.bundle.BundleFiles;
import pnnc.driver.bundle.DigestSink;
import pnnc.driver.data.DataOptions;
import pnnc.driver.files.IoFaults;
import pnnc.driver.files.WholeFile;
import pnnc.driver.report.JsonText;
import pnnc.driver.report.Report;
import pnnc.ir.block.Block;
import pnnc.passes.partition.Partitioned;

/**
 * The action {@code verify}: the verdict on a bundle from its files alone, whoever wrote them. What
 * the bundle says of itself is compared with the model and the target before it is used.
 */
public final class Verify {
  private final VerifyRequest request;
  private final Session session;
  private final Backends backends;
  private final DesignFile design;
  private final PhaseTimes times = new PhaseTimes();

  private Verify(VerifyRequest request, Session session, Backends backends) {
    this.request = request;
    this.backends = backends;
    this.design = DesignFile.read(request.bundle());
    this.session = new Session(session.settings().withDims(dims(session)), session.reporter());
  }

  /** Compares the bundle that {@code request} names with its model. */
  public static Outcome run(VerifyRequest request, Session session, Backends backends) {
    try {
      return new Verify(request, session, backends).run();
    } catch (IOException e) {
      throw new DiagnosedException(
          DiagnosticCode.FILE_UNREADABLE.error(request.bundle(), IoFaults.reason(e)));
    }
  }

  /** The sizes that the model was compiled with; others would make it another network. */
  private Map<String, Long> dims(Session given) {
    Map<String, Long> own = new TreeMap<>(design.given().dims());
    Map<String, Long> wanted = given.settings().dims();
    if (!wanted.isEmpty() && !wanted.equals(own)) {
      throw new DiagnosedException(
          DiagnosticCode.USAGE
              .error("--dim %s: the bundle was compiled with %s".formatted(wanted, own))
              .help("leave out --dim"));
    }
    return own;
  }

  private Outcome run() throws IOException {
    Original original = original();
    requireOriginal(original);
    Road road = Road.to(compilation(), session, backends);
    requireTarget(design, road.settings());
    Partitioned cut = original.cut(road, session, times);
    requireBlocks(cut);
    requirePorts(road, cut);
    requireHost(cut);
    requireHardware(road);
    Verified verified = times.measure("verify", () -> verdict(atCorner(road), original, cut));
    int units = design.blocks().stream().mapToInt(b -> b.ports().units().size()).sum();
    Reports reports = new Reports(session, design.target(), road, original, cut, times);
    Report report =
        reports.of(
            new Reports.Drawn(
                BundleFiles.layoutIn(request.bundle()).records(), units, null, Map.of(), null),
            verified);
    keep(report);
    return reports.outcome(report, request.bundle());
  }

  private void requireHardware(Road road) {
    boolean isAsked = request.chips() > 0 || request.corner() != Corner.NOMINAL;
    if (isAsked && !road.isPhysical()) {
      throw new DiagnosedException(DiagnosticCode.CHIPS_MISSING.error());
    }
  }

  private Road atCorner(Road road) {
    return request.corner() == Corner.NOMINAL
        ? road
        : Road.to(compilation(), session, backends, request.corner());
  }

  private Verified verdict(Road road, Original original, Partitioned cut) throws IOException {
    return Verification.run(
        SampleChoice.of(request), session, request.bundle(), road, original, cut);
  }

  private Original original() {
    try {
      return Original.read(model(), session, times);
    } catch (DiagnosedException e) {
      Diagnostic first = e.diagnostics().get(0);
      if (request.model().isEmpty() && first.code() == DiagnosticCode.FILE_UNREADABLE) {
        throw new DiagnosedException(
            first.help("the bundle says it was compiled from there; else: --model FILE"));
      }
      throw e;
    }
  }

  private Path model() {
    return request.model().orElseGet(() -> Path.of(design.model().file()));
  }

  private CompileRequest compilation() {
    return compilation(design, request.bundle(), request.data());
  }

  /** How {@code bundle} says in its {@code design} that it was compiled. */
  static CompileRequest compilation(DesignFile design, Path bundle, Optional<DataOptions> data) {
    return new CompileRequest(
            Path.of(design.model().file()),
            design.target(),
            new TreeMap<>(design.given().overrides()),
            bundle,
            data,
            design.given().only(),
            LayoutFormat.PREFERRED,
            true)
        .with(design.given().regions());
  }

  private void requireOriginal(Original original) {
    if (!original.sha256().equals(design.model().sha256())) {
      Diagnostic fault =
          DiagnosticCode.MODEL_DIFFERS.error(original.file().path(), request.bundle());
      throw new DiagnosedException(
          fault.help(
              "the bundle names `%s` of digest %s; say where it is: --model FILE"
                  .formatted(design.model().file(), design.model().sha256())));
    }
  }

  /** The target is still what it was when the bundle was compiled. */
  static void requireTarget(DesignFile design, Map<String, String> found) {
    Map<String, String> all = new TreeMap<>(found);
    all.putAll(design.settings());
    for (String field : all.keySet()) {
      String now = found.getOrDefault(field, "absent");
      String then = design.settings().getOrDefault(field, "absent");
      if (!now.equals(then)) {
        throw new DiagnosedException(
            DiagnosticCode.TARGET_DIFFERS.error(design.target(), field, now, then));
      }
    }
  }

  private void requireBlocks(Partitioned cut) {
    Map<String, String> found = new TreeMap<>();
    cut.partition().blocks().forEach((name, block) -> found.put(name, form(block)));
    Map<String, String> designed = new TreeMap<>();
    design.blocks().forEach(b -> designed.put(b.name(), form(b)));
    if (!found.equals(designed)) {
      throw new DiagnosedException(
          DiagnosticCode.BLOCKS_DIFFER.error(
              request.bundle().resolve(Bundle.DESIGN), designed, found));
    }
  }

  /** The host is no place to hide what the layout cannot do. */
  private void requireHost(Partitioned cut) throws IOException {
    DigestSink host = new DigestSink();
    Road.writeHost(cut, host);
    if (!design.files().containsAll(host.files())) {
      throw new DiagnosedException(
          DiagnosticCode.HOST_FOREIGN.error(request.bundle().resolve(Bundle.HOST)));
    }
  }

  private void requirePorts(Road road, Partitioned cut) {
    PortCheck check = new PortCheck(request.bundle());
    Map<String, Block> blocks = cut.partition().blocks();
    design.blocks().forEach(b -> check.run(b, road.plan(blocks.get(b.name()))));
  }

  /** Puts the report into the bundle if that can be; a link there might lead anywhere. */
  private void keep(Report report) {
    Path file = request.bundle().resolve(Bundle.REPORT);
    try {
      if (Files.isSymbolicLink(file)) {
        throw WholeFile.unwritable(file, "it is a link");
      }
      WholeFile.write(file, part -> Files.writeString(part, JsonText.pretty(report)));
    } catch (DiagnosedException e) {
      e.diagnostics().forEach(d -> session.reporter().diagnostic(d.as(Severity.WARNING)));
    }
  }

  private static String form(Block block) {
    return form(DesignFile.BlockEntry.of(block, List.of()));
  }

  private static String form(DesignFile.BlockEntry block) {
    return block.linear() != null ? block.linear().toString() : String.valueOf(block.outputs());
  }
}
