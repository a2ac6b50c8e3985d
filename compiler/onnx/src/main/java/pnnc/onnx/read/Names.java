package pnnc.onnx.read;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import pnnc.ir.network.Value;

/** The values of one model, one object for each name however often it occurs. */
final class Names {
  private final Map<String, Value> values = new HashMap<>();
  private final Consumer<Set<String>> collectAll;
  private final Set<String> taken = new HashSet<>();
  private final Map<String, Integer> next = new HashMap<>();

  /**
   * @param collectAll adds every name in the model to a set; called when a free one is needed
   */
  Names(Consumer<Set<String>> collectAll) {
    this.collectAll = collectAll;
  }

  Value value(String name) {
    return name.isEmpty() ? Value.ABSENT : values.computeIfAbsent(name, Value::new);
  }

  /** A value with a name that the model does not use, much like {@code hint}. */
  Value fresh(String hint) {
    if (taken.isEmpty()) {
      collectAll.accept(taken);
    }
    String name = hint;
    while (!taken.add(name)) {
      name = hint + "_" + next.merge(hint, 1, Integer::sum);
    }
    return value(name);
  }
}
