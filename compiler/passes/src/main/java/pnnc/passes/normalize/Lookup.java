package pnnc.passes.normalize;

import java.util.Optional;
import pnnc.ir.network.Node;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.Value;
import pnnc.ir.network.ValueType;

/** What is known of the values that an operation can see, those of graphs around it included. */
interface Lookup {
  /** The constant behind {@code value}; empty if a caller can override it. */
  Optional<Tensor> constant(Value value);

  /** The operation that computes {@code value}. */
  Optional<Node> producer(Value value);

  ValueType type(Value value);
}
