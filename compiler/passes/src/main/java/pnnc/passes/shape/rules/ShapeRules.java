package pnnc.passes.shape.rules;

import java.util.Map;
import java.util.Optional;
import pnnc.ir.network.OpType;
import pnnc.passes.shape.ShapeRule;

/** Every operator whose output types can be told from its inputs, with the rule that does so. */
public final class ShapeRules {
  private static final Map<String, ShapeRule> ALL = all();

  private ShapeRules() {}

  /** The rule for {@code op}, if there is one. */
  public static Optional<ShapeRule> of(OpType op) {
    return Optional.ofNullable(ALL.get(op.isStandard() ? op.name() : op.toString()));
  }

  private static Map<String, ShapeRule> all() {
    RuleTable table = new RuleTable();
    Elementwise.addTo(table);
    Windows.addTo(table);
    Products.addTo(table);
    Arrangements.addTo(table);
    Selections.addTo(table);
    Resizing.addTo(table);
    Reductions.addTo(table);
    Normalizations.addTo(table);
    Recurrence.addTo(table);
    Generators.addTo(table);
    Quantization.addTo(table);
    AttentionRules.addTo(table);
    Sequences.addTo(table);
    return table.build();
  }
}
