package pnnc.driver.compile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Stream;
import pnnc.backend.Backend;
import pnnc.backend.Emitter;
import pnnc.backend.LoweredUnit;
import pnnc.backend.Lowering;
import pnnc.backend.LoweringContext;
import pnnc.backend.Target;
import pnnc.backend.Unit;
import pnnc.driver.LayoutFormat;
import pnnc.driver.Session;
import pnnc.driver.bundle.BundleFiles;
import pnnc.driver.bundle.BundleWriter;
import pnnc.driver.bundle.FileRecord;
import pnnc.ir.block.Block;
import pnnc.ir.block.CalibrationData;
import pnnc.ir.block.UnitInterface;

/**
 * Draws blocks: their units are lowered on as many threads as the session has and drawn in plan
 * order, so that the files do not depend on the threads. See {@link InOrder} for how many units are
 * in memory.
 */
final class Emission {
  private final Backend backend;
  private final Lowering lowering;
  private final Target target;
  private final Session session;
  private final Map<String, CalibrationData> calibration;
  private final Map<String, List<UnitInterface>> ports = new LinkedHashMap<>();
  private final Map<String, Double> figures = new TreeMap<>();
  private int units;
  private long devices;

  /**
   * @param calibration of the blocks that have some, by name
   */
  Emission(Hardware hardware, Map<String, CalibrationData> calibration) {
    this.calibration = calibration;
    this.backend = hardware.backend();
    this.lowering = backend.lowering();
    this.target = hardware.target();
    this.session = hardware.session();
  }

  private record Task(Block block, Unit unit) {}

  Emitted run(Collection<Block> blocks, LayoutFormat format, BundleWriter bundle)
      throws IOException {
    Emitter.Die die = begin(format, bundle);
    blocks.forEach(b -> ports.put(b.name(), new ArrayList<>()));
    Iterator<Task> tasks = blocks.stream().flatMap(this::tasks).iterator();
    InOrder.forEach(
        tasks,
        session.settings().threads(),
        this::lower,
        (Task task, LoweredUnit lowered) -> draw(die, task, lowered));
    die.finish();
    List<DesignFile.BlockEntry> entries = new ArrayList<>();
    blocks.forEach(b -> entries.add(DesignFile.BlockEntry.of(b, ports.get(b.name()))));
    List<FileRecord> layout = bundle.files().stream().filter(BundleFiles::isLayout).toList();
    OptionalDouble area = die.areaUm2();
    return new Emitted(
        entries, layout, units, devices, figures, area.isPresent() ? area.getAsDouble() : null);
  }

  private Emitter.Die begin(LayoutFormat format, BundleWriter bundle) throws IOException {
    Emitter emitter = backend.emitter();
    return switch (format) {
      case PREFERRED -> emitter.begin(target, bundle);
      case OAS -> emitter.begin(target, Emitter.Language.OASIS, bundle);
      case GDS -> emitter.begin(target, Emitter.Language.GDSII, bundle);
    };
  }

  private Stream<Task> tasks(Block block) {
    return lowering.plan(block, target).stream().map(u -> new Task(block, u));
  }

  private LoweredUnit lower(Task task) {
    return lowering.lower(task.block(), task.unit(), target, context(task));
  }

  private void draw(Emitter.Die die, Task task, LoweredUnit lowered) throws IOException {
    die.add(task.unit(), lowered);
    ports.get(task.block().name()).add(lowered.ports());
    devices += lowered.devices();
    lowered.figures().forEach((name, value) -> figures.merge(name, value, Math::max));
    session.reporter().progress("units", ++units, 0);
  }

  private LoweringContext context(Task task) {
    long seed = UnitSeed.of(session.settings().seed(), task.unit().name());
    Optional<CalibrationData> data = Optional.ofNullable(calibration.get(task.block().name()));
    return new LoweringContext(seed, data, share -> {});
  }
}
