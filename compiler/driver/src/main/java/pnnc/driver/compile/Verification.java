package pnnc.driver.compile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.base.diagnostics.ExitStatus;
import pnnc.driver.Corner;
import pnnc.driver.Session;
import pnnc.driver.bundle.Bundle;
import pnnc.driver.bundle.BundleCheck;
import pnnc.driver.data.Sample;
import pnnc.driver.files.Interruption;
import pnnc.driver.files.OnnxFiles;
import pnnc.driver.report.MacShare;
import pnnc.driver.report.Report;
import pnnc.ir.block.Block;
import pnnc.ir.block.Partition;
import pnnc.ir.network.Network;
import pnnc.ir.network.Tensor;
import pnnc.passes.partition.Partitioned;
import pnnc.sim.equivalence.Criterion;
import pnnc.sim.equivalence.EquivalenceCheck;
import pnnc.sim.equivalence.EquivalenceReport;
import pnnc.sim.equivalence.ReferenceNoise;
import pnnc.sim.runtime.OnnxSession;
import pnnc.sim.runtime.SessionSettings;
import pnnc.sim.twin.BlockOperator;

/**
 * Rebuilds the network from a bundle's files and compares it with the original model in ONNX
 * Runtime.
 */
final class Verification {
  /**
   * Errors up to this share of the output's scale are rounding, for a network on the host alone.
   */
  static final double HOST_TOLERANCE = 1e-4;

  /** Decisions that must agree, and the confidence with which that must be shown, for hardware. */
  private static final double AGREEMENT = 0.99;

  static final double CONFIDENCE = 0.95;

  /** Samples on which the reference's own noise is measured. */
  private static final int NOISE_SAMPLES = 3;

  private final Session session;
  private final Road road;
  private final Samples samples;
  private final Reference reference;
  private final Map<String, Block> blocks;
  private final Layers layers = new Layers();
  private final Scoring scoring = new Scoring();
  private final RunLimit limit;
  private final int chips;

  private Verification(
      Session session,
      Road road,
      Samples samples,
      Reference reference,
      Partitioned cut,
      int chips) {
    this.session = session;
    this.chips = chips;
    this.road = road;
    this.samples = samples;
    this.reference = reference;
    this.blocks = cut.partition().blocks();
    this.limit = new RunLimit(session.settings().runLimit());
  }

  /**
   * The verdict on the bundle in {@code folder}.
   *
   * @param original what it is compared with
   * @param cut the same cut up for the hardware at the end of {@code road}
   */
  static Verified run(
      SampleChoice choice,
      Session session,
      Path folder,
      Road road,
      Original original,
      Partitioned cut)
      throws IOException {
    long macs = MacShare.of(cut).total();
    Network model = original.network();
    try (Samples samples = Samples.of(choice, session, model, macs);
        Reference reference = Reference.of(original.file(), model)) {
      return new Verification(session, road, samples, reference, cut, choice.chips()).run(folder);
    }
  }

  private Verified run(Path folder) throws IOException {
    session.reporter().phase("read back");
    DesignFile design = DesignFile.read(folder);
    BundleCheck.run(folder, design.files(), session.reporter()::diagnostic);
    Network host = OnnxFiles.read(folder.resolve(Bundle.HOST), new Diagnostics());
    requireSameBlocks(folder, design, host);
    try {
      return compare(folder, host, road.readBack(folder, design));
    } catch (DiagnosedException e) {
      if (e.diagnostics().stream().allMatch(Verification::isOfLayout)) {
        return unreadable(e.diagnostics());
      }
      throw e;
    }
  }

  private Verified unreadable(List<Diagnostic> all) {
    all.forEach(session.reporter()::diagnostic);
    List<Report.Fault> faults = all.stream().map(d -> Report.Fault.of(d.message())).toList();
    return new Verified(
        Verified.NOT_EQUIVALENT,
        null,
        VerificationFacts.unreadable(samples.describe(), faults, road.corner()),
        Measured.NOTHING);
  }

  /** Whether a fault is that the layout is no such network, not that it is no layout. */
  private static boolean isOfLayout(Diagnostic fault) {
    return fault.code().exit() == ExitStatus.NOT_EQUIVALENT;
  }

  private Verified compare(Path folder, Network host, ReadBack read) throws IOException {
    Map<String, BlockOperator> operators = read.chips().apply(0);
    session.reporter().phase("compare weights");
    LayoutFaults faults = faults(operators);
    session.reporter().phase("measure reference noise");
    ReferenceNoise noise = noise();
    session.reporter().phase("compare with the model");
    Map<String, BlockOperator> watched = layers.watched(operators, blocks, road.workers());
    EquivalenceReport report = judged(Emulation.of(folder, host, watched), scoring, noise);
    scoring.warning().ifPresent(session.reporter()::diagnostic);
    faults.warn(session.reporter());
    session.reporter().phase("measure energy");
    Report.Costs costs = Metering.of(folder, host, operators, samples, limit);
    Measured measured = new Measured(area(read), costs);
    Verified nominal = verified(report, noise, faults.facts(), measured);
    return chips == 0 ? nominal : trials(folder, host, read, noise).on(nominal, report.verdict());
  }

  private ChipTrials trials(Path folder, Network host, ReadBack read, ReferenceNoise noise)
      throws IOException {
    ChipTrials trials = new ChipTrials();
    for (int k = 1; k <= chips; k++) {
      session.reporter().phase("compare chip %d of %d".formatted(k, chips));
      long number = ChipTrials.number(session.settings().seed(), k);
      Scoring own = new Scoring();
      trials.add(judged(Emulation.of(folder, host, read.chips().apply(number)), own, noise), own);
    }
    return trials;
  }

  private static Double area(ReadBack read) {
    return read.areaUm2().isPresent() ? read.areaUm2().getAsDouble() : null;
  }

  /** At a corner weights are meant to be others. */
  private LayoutFaults faults(Map<String, BlockOperator> operators) {
    return LayoutFaults.of(road.corner() == Corner.NOMINAL ? operators : Map.of(), blocks);
  }

  private EquivalenceReport judged(Emulation chip, Scoring scores, ReferenceNoise noise)
      throws IOException {
    try (chip;
        OnnxSession original = reference.open(SessionSettings.DEFAULT)) {
      return EquivalenceCheck.compare(
          x -> scores.model(model(original, x)),
          x -> scores.twin(limit.run("the twin", () -> chip.run(x))),
          counted(samples.all(), scores),
          criterion(),
          noise);
    }
  }

  private Verified verified(
      EquivalenceReport report,
      ReferenceNoise noise,
      List<Report.Fault> faults,
      Measured measured) {
    VerificationFacts facts =
        new VerificationFacts(
            road.isPhysical(),
            samples.describe(),
            layers.facts(),
            faults,
            scoring.result(),
            road.corner());
    return new Verified(
        Verified.word(report.verdict()),
        report.doubt().orElse(null),
        facts.of(report, noise),
        measured);
  }

  /** The host graph calls the blocks of the design, and no others. */
  static void requireSameBlocks(Path folder, DesignFile design, Network host) {
    Set<String> designed = new TreeSet<>();
    design.blocks().forEach(b -> designed.add(b.name()));
    Set<String> called = Partition.calledBlocks(host);
    if (!designed.equals(called)) {
      String what = "`blocks` are %s, but %s calls %s".formatted(designed, Bundle.HOST, called);
      throw new DiagnosedException(
          DiagnosticCode.BUNDLE_MALFORMED.error(folder.resolve(Bundle.DESIGN), what));
    }
  }

  private Map<String, Tensor> model(OnnxSession original, Map<String, Tensor> inputs) {
    return limit.run(reference.name(), () -> original.run(inputs));
  }

  private ReferenceNoise noise() throws IOException {
    return ReferenceNoise.measure(reference::open, this::model, samples.first(NOISE_SAMPLES));
  }

  private Criterion criterion() {
    return road.isPhysical()
        ? Criterion.agreement(AGREEMENT, CONFIDENCE)
        : new Criterion(
            OptionalDouble.of(HOST_TOLERANCE),
            Criterion.USUAL_NOISE_FACTOR,
            OptionalDouble.empty(),
            CONFIDENCE);
  }

  /**
   * Tells the reporter and the scoring of every sample and stops when the thread is interrupted.
   */
  private Iterable<Map<String, Tensor>> counted(Iterable<Sample> all, Scoring scores) {
    return () -> {
      Iterator<Sample> iterator = all.iterator();
      return new Iterator<>() {
        private long done;

        @Override
        public boolean hasNext() {
          return iterator.hasNext();
        }

        @Override
        public Map<String, Tensor> next() {
          Interruption.check();
          session.reporter().progress("samples", ++done, samples.count());
          Sample sample = iterator.next();
          scores.begin(sample.label());
          return sample.inputs();
        }
      };
    };
  }
}
