package pnnc.crossbar;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import pnnc.backend.Admission;
import pnnc.backend.Backend;
import pnnc.backend.Emitter;
import pnnc.backend.Extractor;
import pnnc.backend.LoweredUnit;
import pnnc.backend.Lowering;
import pnnc.backend.LoweringContext;
import pnnc.backend.Settings;
import pnnc.backend.Target;
import pnnc.backend.Unit;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.base.process.ProcessRules;
import pnnc.crossbar.die.CrossbarEmitter;
import pnnc.crossbar.mapping.SeenInputs;
import pnnc.crossbar.mapping.TileLowering;
import pnnc.crossbar.mapping.Tiling;
import pnnc.crossbar.read.CrossbarExtractor;
import pnnc.ir.block.Block;
import pnnc.ir.block.LinearBlock;
import pnnc.ir.block.LinearForm;

/** Weights as conductances where word lines cross bit lines. */
public final class CrossbarBackend implements Backend {
  /** Samples of each block's inputs that ranges are fitted to. */
  private static final int SAMPLES = 256;

  @Override
  public String name() {
    return "crossbar";
  }

  @Override
  public String summary() {
    return "weights as conductances at the crossings of word lines and bit lines";
  }

  @Override
  public Target target(
      Map<String, String> settings, Optional<ProcessRules> process, Diagnostics diagnostics) {
    String technology = process.map(ProcessRules::name).orElse("none");
    Target target = new Target(name(), name(), technology, process, settings);
    process
        .flatMap(
            p ->
                DrawableCells.fault(p, new Settings(settings))
                    .or(() -> Unsupported.fault(new Settings(settings))))
        .ifPresent(diagnostics::add);
    return target;
  }

  @Override
  public Admission admit(Block block, Target target) {
    if (!(block instanceof LinearBlock linear)) {
      return new Admission.Refused("a crossbar multiplies by matrices, it learns no functions");
    }
    boolean isStamped = linear.shape().form() instanceof LinearForm.TransposedConvolution;
    if (isStamped && linear.bias().isPresent()) {
      return new Admission.Refused(
          "the bias of a transposed convolution belongs to its pixels, a word line would add it"
              + " with every stamp: the host adds it");
    }
    return new Admission.Accepted();
  }

  @Override
  public Lowering lowering() {
    SeenInputs seen = new SeenInputs();
    return new Lowering() {
      @Override
      public List<Unit> plan(Block block, Target target) {
        return Tiling.of((LinearBlock) block, CrossbarSettings.of(target));
      }

      @Override
      public int calibrationSamples(Block block, Target target) {
        return SAMPLES;
      }

      @Override
      public LoweredUnit lower(Block block, Unit unit, Target target, LoweringContext context) {
        CrossbarSettings settings = CrossbarSettings.of(target);
        return new TileLowering((LinearBlock) block, unit, settings, seen, context).lower();
      }
    };
  }

  @Override
  public Emitter emitter() {
    return new CrossbarEmitter();
  }

  @Override
  public Extractor extractor() {
    return new CrossbarExtractor();
  }
}
