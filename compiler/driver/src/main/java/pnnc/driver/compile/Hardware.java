package pnnc.driver.compile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import pnnc.backend.ArtifactSource;
import pnnc.backend.Backend;
import pnnc.backend.Emitter;
import pnnc.backend.Extractor;
import pnnc.backend.LoweredUnit;
import pnnc.backend.LoweringContext;
import pnnc.backend.Target;
import pnnc.backend.Unit;
import pnnc.driver.Session;
import pnnc.driver.bundle.BundleFiles;
import pnnc.driver.bundle.BundleWriter;
import pnnc.driver.bundle.FileRecord;
import pnnc.driver.files.Interruption;
import pnnc.ir.block.Block;
import pnnc.ir.block.BlockInterface;
import pnnc.ir.block.FunctionBlock;
import pnnc.ir.block.LinearBlock;
import pnnc.ir.block.UnitInterface;
import pnnc.ir.netlist.Netlist;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Value;
import pnnc.sim.linear.Workers;
import pnnc.sim.physics.AssembledBlock;
import pnnc.sim.physics.PhysicsSolver;
import pnnc.sim.twin.BlockOperator;

/**
 * A backend with its target: draws blocks, and rebuilds them from what was drawn.
 *
 * @param backend the kind of hardware
 * @param target its choices
 * @param session of the run
 */
record Hardware(Backend backend, Target target, Session session) {
  /**
   * Lowers the units of every block, in batches of as many as there are threads, and draws them.
   */
  Emitted emit(Collection<Block> blocks, BundleWriter bundle) throws IOException {
    Emitter.Die die = backend.emitter().begin(target, bundle);
    List<DesignFile.BlockEntry> entries = new ArrayList<>();
    int units = 0;
    long devices = 0;
    for (Block block : blocks) {
      List<UnitInterface> ports = new ArrayList<>();
      for (Unit unit : backend.lowering().plan(block, target)) {
        Interruption.check();
        LoweredUnit lowered = backend.lowering().lower(block, unit, target, context(unit));
        die.add(unit, lowered);
        ports.add(lowered.ports());
        devices += lowered.devices();
        session.reporter().progress("units", ++units, 0);
      }
      entries.add(entry(block, ports));
    }
    die.finish();
    List<FileRecord> layout = bundle.files().stream().filter(BundleFiles::isLayout).toList();
    return new Emitted(entries, layout, units, devices);
  }

  private LoweringContext context(Unit unit) {
    long seed = 31 * session.settings().seed() + unit.name().hashCode();
    return new LoweringContext(seed, Optional.empty(), share -> {});
  }

  private static DesignFile.BlockEntry entry(Block block, List<UnitInterface> ports) {
    if (block instanceof LinearBlock linear) {
      BlockInterface face =
          new BlockInterface(linear.name(), linear.shape().in(), linear.shape().out(), ports);
      return new DesignFile.BlockEntry(
          linear.name(), DesignFile.LinearEntry.of(linear.shape()), null, face);
    }
    Graph body = ((FunctionBlock) block).body().graph();
    BlockInterface face =
        new BlockInterface(
            block.name(), numbers(body, body.inputs()), numbers(body, body.outputs()), ports);
    List<DesignFile.OutputEntry> outputs =
        body.outputs().stream().map(v -> DesignFile.OutputEntry.of(body.type(v))).toList();
    return new DesignFile.BlockEntry(block.name(), null, outputs, face);
  }

  /** How many numbers {@code values} have together, for one sample. */
  private static int numbers(Graph graph, List<Value> values) {
    return Math.toIntExact(
        values.stream()
            .map(v -> DesignFile.OutputEntry.of(graph.type(v)).shape())
            .mapToLong(s -> s.elements().orElseThrow())
            .sum());
  }

  /** Rebuilds blocks from the layout files in {@code folder}, and from nothing else. */
  Map<String, BlockOperator> readBack(
      Path folder, List<DesignFile.BlockEntry> blocks, Workers workers) throws IOException {
    ArtifactSource files = BundleFiles.layoutIn(folder);
    Extractor.Die die = backend.extractor().open(target, files);
    AssembledBlock assembly = new AssembledBlock(solvers(), unit -> extract(die, unit), 0);
    Map<String, BlockOperator> operators = new LinkedHashMap<>();
    for (DesignFile.BlockEntry block : blocks) {
      operators.put(
          block.name(),
          block.linear() != null
              ? assembly.linear(block.linear().shape(), block.ports(), workers)
              : assembly.function(block.ports(), outputs(block)));
    }
    return operators;
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
