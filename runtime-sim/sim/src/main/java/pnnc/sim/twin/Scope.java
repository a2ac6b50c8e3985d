package pnnc.sim.twin;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import pnnc.base.diagnostics.CompilerBug;
import pnnc.ir.network.Value;
import pnnc.sim.runtime.HostValue;

/** The values that one run of a graph has computed and still needs; owns a share of each. */
final class Scope implements AutoCloseable {
  private final Optional<Scope> outer;
  private final Map<Value, HostValue> values = new HashMap<>();

  private Scope(Optional<Scope> outer) {
    this.outer = outer;
  }

  /** The scope of a network's main graph. */
  static Scope outermost() {
    return new Scope(Optional.empty());
  }

  /** The scope of a subgraph, which also sees the values of this one. */
  Scope inner() {
    return new Scope(Optional.of(this));
  }

  /** The value called {@code name}, here or further out; stays the scope's. */
  HostValue get(Value name) {
    HostValue found = values.get(name);
    if (found != null) {
      return found;
    }
    return outer
        .orElseThrow(() -> new CompilerBug("twin", "value " + name + " is not there when needed"))
        .get(name);
  }

  boolean has(Value name) {
    return values.containsKey(name);
  }

  /** Keeps {@code owned} until it is dropped or the scope ends. */
  void put(Value name, HostValue owned) {
    values.put(name, owned);
  }

  /** Gives up {@code name}, if it is kept here. */
  void drop(Value name) {
    HostValue dropped = values.remove(name);
    if (dropped != null) {
      dropped.close();
    }
  }

  @Override
  public void close() {
    values.values().forEach(HostValue::close);
    values.clear();
  }
}
