package pnnc.backend;

import java.util.Map;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.ir.block.Block;

/**
 * A kind of hardware: turns blocks into layouts and reads layouts back. Found with {@link
 * java.util.ServiceLoader}; must have a public constructor without arguments and no state.
 *
 * <p>What a backend knows of physics ends at the netlist. It never sees a simulator.
 */
public interface Backend {
  /** What {@code -t} calls it, in kebab case: {@code crossbar}. */
  String name();

  /** One sentence for {@code pnnc target list}. */
  String summary();

  /**
   * A target of this kind.
   *
   * @param settings {@code -D key=value} as the user gave them; unknown keys are faults
   * @param diagnostics takes faults in the settings
   */
  Target target(Map<String, String> settings, Diagnostics diagnostics);

  /** Whether {@code target} can realise {@code block}, and why not. Looks at shapes only. */
  Admission admit(Block block, Target target);

  Lowering lowering();

  Emitter emitter();

  Extractor extractor();
}
