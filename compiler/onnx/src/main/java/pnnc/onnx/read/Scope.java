package pnnc.onnx.read;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import pnnc.ir.network.Value;

/**
 * The names that one graph defines, inside those of the graphs around it. A subgraph that hides an
 * outer name gets another name for its own value: in the IR each name means one thing.
 */
final class Scope {
  private final Optional<Scope> outer;
  private final Names names;
  private final Map<String, Value> defined = new HashMap<>();

  private Scope(Optional<Scope> outer, Names names) {
    this.outer = outer;
    this.names = names;
  }

  /** The scope of the main graph or of a function. */
  static Scope outermost(Names names) {
    return new Scope(Optional.empty(), names);
  }

  /** The scope of a subgraph. */
  Scope inner() {
    return new Scope(Optional.of(this), names);
  }

  /** Whether this very graph defines {@code name}. */
  boolean defines(String name) {
    return defined.containsKey(name);
  }

  /** Whether a graph around this one defines {@code name}. */
  boolean hides(String name) {
    return outer.isPresent() && outer.get().find(name).isPresent();
  }

  /** The value that {@code name} stands for from now on. */
  Value define(String name) {
    Value value = hides(name) ? names.fresh(name) : names.value(name);
    defined.put(name, value);
    return value;
  }

  /** The value that {@code name} stands for here, from the innermost graph that defines it. */
  Optional<Value> find(String name) {
    for (Optional<Scope> scope = Optional.of(this); scope.isPresent(); scope = scope.get().outer) {
      Value value = scope.get().defined.get(name);
      if (value != null) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }
}
