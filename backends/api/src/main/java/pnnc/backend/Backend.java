package pnnc.backend;

import java.util.Map;
import java.util.Optional;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.base.process.ProcessRules;
import pnnc.ir.block.Block;

/**
 * A kind of hardware: turns blocks into layouts and reads layouts back. Found with {@link
 * java.util.ServiceLoader}; must have a public constructor without arguments and no state.
 *
 * <p>What a backend knows of physics ends at the netlist. It never sees a simulator.
 */
public interface Backend {
  /**
   * What {@code -t} calls it, in kebab case: {@code crossbar}. Targets whose schema's last word is
   * this name, with {@code _} for {@code -}, are for this backend: {@code std.mzi_mesh} is for
   * {@code mzi-mesh}.
   */
  String name();

  /** One sentence for {@code pnnc target list}. */
  String summary();

  /**
   * A target of this kind.
   *
   * @param settings every field of a written target by dotted path, as {@code pnnc target show}
   *     prints them; without one, {@code -D key=value} as the user gave them. Unknown keys are
   *     faults
   * @param process the technology that a written target names
   * @param diagnostics takes faults in the settings
   */
  Target target(
      Map<String, String> settings, Optional<ProcessRules> process, Diagnostics diagnostics);

  /** Whether {@code target} can realise {@code block}, and why not. Looks at shapes only. */
  Admission admit(Block block, Target target);

  Lowering lowering();

  Emitter emitter();

  Extractor extractor();
}
