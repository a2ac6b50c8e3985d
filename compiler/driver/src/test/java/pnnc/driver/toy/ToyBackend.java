package pnnc.driver.toy;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import pnnc.backend.Admission;
import pnnc.backend.Backend;
import pnnc.backend.Emitter;
import pnnc.backend.Extractor;
import pnnc.backend.Lowering;
import pnnc.backend.Target;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.base.process.ProcessRules;
import pnnc.ir.block.Block;
import pnnc.ir.block.CalibrationData;
import pnnc.ir.block.LinearBlock;

/**
 * A whole backend in little: resistors between word and bit lines, their area the weight. Linear
 * blocks are copied into devices; function blocks are trained to a linear map. It exists to prove
 * that both kinds go the whole road, through bytes and back.
 */
public final class ToyBackend implements Backend {
  /** Blocks with more outputs are refused, to see refusal. */
  static final int MOST_OUTPUTS = 64;

  private final int linearSamples;
  private final Map<String, CalibrationData> calibrations = new ConcurrentHashMap<>();

  public ToyBackend() {
    this(0);
  }

  /** A toy that asks for so many samples of linear blocks, only to remember them. */
  public ToyBackend(int linearSamples) {
    this.linearSamples = linearSamples;
  }

  /** What the linear units were given, by name. */
  public Map<String, CalibrationData> calibrations() {
    return calibrations;
  }

  @Override
  public String name() {
    return "toy";
  }

  @Override
  public String summary() {
    return "resistors whose area is the weight, for tests";
  }

  @Override
  public Target target(
      Map<String, String> settings, Optional<ProcessRules> process, Diagnostics diagnostics) {
    return new Target(name(), name(), "none", process, settings);
  }

  @Override
  public Admission admit(Block block, Target target) {
    if (block instanceof LinearBlock linear && linear.shape().out() > MOST_OUTPUTS) {
      return new Admission.Refused(
          "%d outputs exceed the toy's %d".formatted(linear.shape().out(), MOST_OUTPUTS));
    }
    return new Admission.Accepted();
  }

  @Override
  public Lowering lowering() {
    return new ToyLowering(linearSamples, calibrations);
  }

  @Override
  public Emitter emitter() {
    return new ToyEmitter();
  }

  @Override
  public Extractor extractor() {
    return new ToyExtractor();
  }
}
