package pnnc.sim.twin;

import java.util.Optional;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.Value;
import pnnc.ir.network.ValueType;

/** A graph and those around it: where constants and types of values are found. */
record Surroundings(Graph graph, Optional<Surroundings> outer) {
  static Surroundings of(Graph main) {
    return new Surroundings(main, Optional.empty());
  }

  Surroundings inside(Graph subgraph) {
    return new Surroundings(subgraph, Optional.of(this));
  }

  /** The constant behind {@code value}; empty if it is computed or given by the caller. */
  Optional<Tensor> constant(Value value) {
    Optional<Tensor> here = graph.constant(value);
    return here.isPresent() ? here : outer.flatMap(o -> o.constant(value));
  }

  /** The type of {@code value} as far as any of the graphs knows it. */
  ValueType type(Value value) {
    ValueType here = graph.type(value);
    return here.equals(ValueType.unknown()) ? outer.map(o -> o.type(value)).orElse(here) : here;
  }
}
