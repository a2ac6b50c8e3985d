package pnnc.driver.compile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import pnnc.backend.ArtifactSource;
import pnnc.backend.Backend;
import pnnc.backend.Extractor;
import pnnc.backend.Target;
import pnnc.backend.Unit;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.driver.LayoutFormat;
import pnnc.driver.Session;
import pnnc.driver.bundle.BundleFiles;
import pnnc.driver.bundle.BundleWriter;
import pnnc.frontend.hardware.ResolvedTarget;
import pnnc.ir.block.Block;
import pnnc.ir.block.CalibrationData;
import pnnc.ir.netlist.Netlist;
import pnnc.kernels.parallel.Workers;
import pnnc.sim.physics.AssembledBlock;
import pnnc.sim.physics.PhysicsSolver;
import pnnc.sim.twin.BlockOperator;

/**
 * A backend with its target: draws blocks, and rebuilds them from what was drawn.
 *
 * @param backend the kind of hardware
 * @param target its choices
 * @param limits that it must keep to
 * @param session of the run
 */
record Hardware(
    Backend backend, Target target, List<ResolvedTarget.Limit> limits, Session session) {
  Hardware {
    limits = List.copyOf(limits);
  }

  /** Lowers the units of every block and draws them. */
  Emitted emit(
      Collection<Block> blocks,
      Map<String, CalibrationData> calibration,
      LayoutFormat format,
      BundleWriter bundle)
      throws IOException {
    return new Emission(this, calibration).run(blocks, format, bundle);
  }

  /** The units that a block is made of. */
  List<Unit> plan(Block block) {
    return backend.lowering().plan(block, target);
  }

  /** How many samples each block is to be calibrated with, by name; those with none left out. */
  Map<String, Integer> samples(Collection<Block> blocks) {
    Map<String, Integer> wanted = new TreeMap<>();
    blocks.forEach(b -> wanted.put(b.name(), backend.lowering().calibrationSamples(b, target)));
    wanted.values().removeIf(count -> count <= 0);
    return wanted;
  }

  /** Rebuilds blocks from the layout files in {@code folder}, and from nothing else. */
  ReadBack readBack(Path folder, List<DesignFile.BlockEntry> blocks, Workers workers)
      throws IOException {
    ArtifactSource files = BundleFiles.layoutIn(folder);
    Extractor.Die die = backend.extractor().open(target, files);
    Extractor.Die kept = new KeptNetlists(die);
    return new ReadBack(chip -> chip(chip == 0 ? die : kept, blocks, workers, chip), die.areaUm2());
  }

  private static Map<String, BlockOperator> chip(
      Extractor.Die die, List<DesignFile.BlockEntry> blocks, Workers workers, long chip) {
    AssembledBlock assembly = new AssembledBlock(solvers(), unit -> extract(die, unit), chip);
    Map<String, BlockOperator> operators = new LinkedHashMap<>();
    Set<Diagnostic> faults = new LinkedHashSet<>();
    for (DesignFile.BlockEntry block : blocks) {
      try {
        operators.put(block.name(), assembled(assembly, block, workers));
      } catch (DiagnosedException e) {
        faults.addAll(e.diagnostics());
        block.ports().units().forEach(u -> faults.addAll(faults(die, u.unit())));
      }
    }
    if (!faults.isEmpty()) {
      throw new DiagnosedException(List.copyOf(faults));
    }
    return operators;
  }

  private static BlockOperator assembled(
      AssembledBlock assembly, DesignFile.BlockEntry block, Workers workers) {
    return block.linear() != null
        ? assembly.linear(block.linear().shape(), block.ports(), workers)
        : assembly.function(block.ports(), outputs(block));
  }

  /** What is wrong with the drawing of a unit. */
  private static List<Diagnostic> faults(Extractor.Die die, String unit) {
    try {
      extract(die, unit);
      return List.of();
    } catch (DiagnosedException e) {
      return e.diagnostics();
    }
  }

  private static List<AssembledBlock.Output> outputs(DesignFile.BlockEntry block) {
    return block.outputs().stream()
        .map(o -> new AssembledBlock.Output(o.element(), o.shape()))
        .toList();
  }

  private static Netlist extract(Extractor.Die die, String unit) {
    try {
      return die.extract(unit);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<PhysicsSolver> solvers() {
    return ServiceLoader.load(PhysicsSolver.class).stream()
        .map(ServiceLoader.Provider::get)
        .toList();
  }
}
