package pnnc.driver.compile;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import pnnc.backend.Admission;
import pnnc.backend.ArtifactSink;
import pnnc.backend.Unit;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.driver.CompileRequest;
import pnnc.driver.Corner;
import pnnc.driver.LayoutFormat;
import pnnc.driver.Session;
import pnnc.driver.bundle.Bundle;
import pnnc.driver.bundle.BundleWriter;
import pnnc.frontend.hardware.ResolvedTarget;
import pnnc.ir.block.Block;
import pnnc.ir.block.CalibrationData;
import pnnc.ir.network.Network;
import pnnc.ir.network.Value;
import pnnc.kernels.parallel.Workers;
import pnnc.onnx.write.ExternalSink;
import pnnc.onnx.write.OnnxWriter;
import pnnc.passes.partition.Acceptance;
import pnnc.passes.partition.Partitioned;
import pnnc.passes.partition.Partitioner;
import pnnc.passes.partition.Placement;
import pnnc.passes.pipeline.ConstantEvaluator;
import pnnc.passes.pipeline.PassContext;

/** The way from a network to a bundle and back, for one target: hardware, or the host alone. */
final class Road {
  private final CompileRequest request;
  private final Session session;
  private final Optional<Hardware> hardware;
  private final Corner corner;

  private Road(
      CompileRequest request, Session session, Optional<Hardware> hardware, Corner corner) {
    this.request = request;
    this.session = session;
    this.hardware = hardware;
    this.corner = corner;
  }

  /**
   * The road to the target that {@code request} names.
   *
   * @throws DiagnosedException if there is no such target, or its settings are wrong
   */
  static Road to(CompileRequest request, Session session, Backends backends) {
    if (request.target().equals(Placement.HOST)) {
      if (!request.overrides().isEmpty()) {
        throw new DiagnosedException(
            DiagnosticCode.USAGE.error("the target `host` has no fields for -D to override"));
      }
      if (!request.only().isEmpty() || !request.regions().isEmpty()) {
        throw new DiagnosedException(
            DiagnosticCode.USAGE.error(
                "--only chooses what becomes physical; for the target `host` nothing does, name"
                    + " another with -t"));
      }
      if (request.layout() != LayoutFormat.PREFERRED) {
        throw new DiagnosedException(
            DiagnosticCode.USAGE.error(
                "--layout chooses the format of a layout; the target `host` has none, name another"
                    + " with -t"));
      }
      return new Road(request, session, Optional.empty(), Corner.NOMINAL);
    }
    return to(request, session, backends, Corner.NOMINAL);
  }

  /** The road to hardware at a corner; see {@link #to(CompileRequest, Session, Backends)}. */
  static Road to(CompileRequest request, Session session, Backends backends, Corner corner) {
    Backends.Chosen chosen = backends.choose(request.target(), request.overrides(), corner);
    Hardware hardware = new Hardware(chosen.backend(), chosen.target(), chosen.limits(), session);
    return new Road(request, session, Optional.of(hardware), corner);
  }

  /** What the target must keep to. */
  List<ResolvedTarget.Limit> limits() {
    return hardware.map(Hardware::limits).orElse(List.of());
  }

  /** That layouts are read at. */
  Corner corner() {
    return corner;
  }

  boolean isPhysical() {
    return hardware.isPresent();
  }

  Map<String, String> settings() {
    return hardware.map(h -> h.target().settings()).orElse(new TreeMap<>());
  }

  /** Cuts {@code network} up; what could go and does not is said in {@code warnings}. */
  Partitioned partition(Network network, String file, List<Diagnostic> warnings) {
    session.reporter().phase("partition network");
    PassContext context = new PassContext(file, new Diagnostics(), ConstantEvaluator.NONE);
    Partitioned cut = Partitioner.partition(network, placement(), acceptance(), context);
    warnings.addAll(context.diagnostics().all());
    return cut;
  }

  private Placement placement() {
    if (hardware.isEmpty()) {
      return Placement.host();
    }
    String target = request.target();
    List<String> patterns = request.only().isEmpty() ? List.of("*") : request.only();
    return new Placement(
        request.regions().stream().map(r -> region(r, target)).toList(),
        patterns.stream().map(p -> new Placement.Rule(p, target)).toList());
  }

  private static Placement.Region region(CompileRequest.Region region, String target) {
    return new Placement.Region(
        region.name(), values(region.inputs()), values(region.outputs()), target);
  }

  private static List<Value> values(List<String> names) {
    return names.stream().map(Value::new).toList();
  }

  private Acceptance acceptance() {
    return (block, target) ->
        hardware.flatMap(
            h ->
                h.backend().admit(block, h.target()) instanceof Admission.Refused r
                    ? Optional.of(r.reason())
                    : Optional.empty());
  }

  /** The units that a block is made of; none without hardware. */
  List<Unit> plan(Block block) {
    return hardware.map(h -> h.plan(block)).orElse(List.of());
  }

  /**
   * What passes through the blocks of which the backend wants to know it.
   *
   * @param model the original
   * @param macs multiply-accumulates of one run of it
   */
  Map<String, CalibrationData> calibrate(Partitioned cut, Network model, long macs)
      throws IOException {
    Map<String, Integer> wanted =
        hardware.map(h -> h.samples(cut.partition().blocks().values())).orElse(Map.of());
    if (wanted.isEmpty()) {
      return Map.of();
    }
    try (Samples samples = Samples.forCalibration(request, session, model, macs)) {
      return Calibration.collect(cut.partition(), wanted, samples, session);
    }
  }

  /** Writes the host graph and the layout. */
  Emitted emit(Partitioned cut, Map<String, CalibrationData> calibration, BundleWriter bundle)
      throws IOException {
    session.reporter().phase("emit");
    writeHost(cut, bundle);
    if (hardware.isEmpty()) {
      return new Emitted(List.of(), List.of(), 0, 0, Map.of(), null);
    }
    return hardware
        .get()
        .emit(cut.partition().blocks().values(), calibration, request.layout(), bundle);
  }

  /** Writes the host graph. */
  static void writeHost(Partitioned cut, ArtifactSink bundle) throws IOException {
    try (OutputStream out = bundle.create(Bundle.HOST)) {
      OnnxWriter.write(cut.partition().host(), out, hostWeights(bundle));
    }
  }

  private static ExternalSink hostWeights(ArtifactSink bundle) {
    return new ExternalSink() {
      @Override
      public String location() {
        return Bundle.HOST_WEIGHTS;
      }

      @Override
      public OutputStream open() throws IOException {
        return bundle.create(Bundle.HOST_WEIGHTS);
      }
    };
  }

  /** The blocks of the bundle in {@code folder}, rebuilt from its layout. */
  ReadBack readBack(Path folder, DesignFile design) throws IOException {
    return hardware.isEmpty()
        ? ReadBack.NOTHING
        : hardware.get().readBack(folder, design.blocks(), workers());
  }

  /** As many as the session has threads. */
  Workers workers() {
    return session.settings().threads() == 1 ? Workers.SEQUENTIAL : Workers.POOL;
  }
}
