package pnnc.layout.drc;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import pnnc.base.process.Mask;
import pnnc.base.process.ProcessRules;
import pnnc.base.process.Purpose;
import pnnc.base.process.Rule;
import pnnc.layout.model.Layer;

/** Processes of two layers, {@code a} (1/0) and {@code b} (2/0). */
final class Processes {
  static final Layer A = new Layer(1, 0);
  static final Layer B = new Layer(2, 0);

  private Processes() {}

  static ProcessRules of(List<Rule> rules) {
    return new ProcessRules(
        "test", 1, 1, List.of(mask("a", A), mask("b", B)), rules, List.of(), List.of());
  }

  private static Mask mask(String name, Layer layer) {
    return new Mask(
        name,
        layer.number(),
        layer.datatype(),
        OptionalInt.empty(),
        OptionalInt.empty(),
        Purpose.CONDUCTOR,
        OptionalDouble.empty());
  }
}
