package pnnc.passes.shape.rules;

import java.util.HashMap;
import java.util.Map;
import pnnc.passes.shape.DimsRule;
import pnnc.passes.shape.ShapeRule;
import pnnc.passes.shape.TensorRule;
import pnnc.passes.shape.TypeRule;

/** Shape rules by operator while the table is being filled. */
final class RuleTable {
  private static final String MICROSOFT = "com.microsoft::";

  private final Map<String, ShapeRule> rules = new HashMap<>();

  /** Adds a rule for operators of the ONNX standard, names separated by spaces. */
  void add(String names, TypeRule type, DimsRule dims) {
    add(names, new TensorRule(type, dims));
  }

  /** Adds a rule for operators of the ONNX standard, names separated by spaces. */
  void add(String names, ShapeRule rule) {
    for (String name : names.split(" ", -1)) {
      put(name, rule);
    }
  }

  /** Adds a rule for ONNX Runtime's own operators, names separated by spaces. */
  void addMicrosoft(String names, TypeRule type, DimsRule dims) {
    for (String name : names.split(" ", -1)) {
      put(MICROSOFT + name, new TensorRule(type, dims));
    }
  }

  private void put(String op, ShapeRule rule) {
    if (rules.put(op, rule) != null) {
      throw new IllegalArgumentException("two rules for " + op);
    }
  }

  Map<String, ShapeRule> build() {
    return Map.copyOf(rules);
  }
}
