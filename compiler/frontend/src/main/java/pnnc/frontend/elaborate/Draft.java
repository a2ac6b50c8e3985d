package pnnc.frontend.elaborate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pnnc.base.bytes.Blob;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.Graph;
import pnnc.ir.network.NameSupply;
import pnnc.ir.network.Node;
import pnnc.ir.network.OpType;
import pnnc.ir.network.Origin;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.Value;
import pnnc.ir.network.ValueType;
import pnnc.passes.shape.StepInference;
import pnnc.passes.shape.TensorFact;

/** A graph while it is being made. Constants stand in the outermost graph. */
final class Draft {
  private final Optional<Draft> outer;
  private final StepInference types;
  private final NameSupply names;
  private final String namePrefix;
  private final List<Value> inputs = new ArrayList<>();
  private final List<Node> nodes = new ArrayList<>();
  private final Map<Value, Tensor> constants = new LinkedHashMap<>();
  private final Map<Value, Origin> origins = new LinkedHashMap<>();

  private Draft(Optional<Draft> outer, StepInference types, NameSupply names, String namePrefix) {
    this.outer = outer;
    this.types = types;
    this.names = names;
    this.namePrefix = namePrefix;
  }

  /** A network without anything in it. */
  static Draft empty() {
    return new Draft(Optional.empty(), new StepInference(), new NameSupply(), "");
  }

  /** A subgraph of this. */
  Draft subgraph() {
    return new Draft(Optional.of(this), types.inner(), names, namePrefix);
  }

  /** A graph that will be thrown away; what is known of its values stays known. */
  Draft scratch() {
    return new Draft(Optional.empty(), types, names, "?");
  }

  /** Whether what is made here is thrown away. */
  boolean isScratch() {
    return !namePrefix.isEmpty();
  }

  StepInference types() {
    return types;
  }

  int size() {
    return nodes.size();
  }

  /** What is known of the tensor {@code value}. */
  TensorFact fact(Value value) {
    return types.of(value) instanceof TensorFact t ? t : TensorFact.UNKNOWN;
  }

  Value fresh(String hint) {
    return names.fresh(namePrefix + hint);
  }

  /** A new input. */
  Value input(String name, TensorFact fact) {
    Value value = fresh(name);
    inputs.add(value);
    types.define(value, fact);
    return value;
  }

  /** A new constant. */
  Value constant(String hint, Tensor tensor) {
    return outer.map(o -> o.constant(hint, tensor)).orElseGet(() -> ownConstant(hint, tensor));
  }

  private Value ownConstant(String hint, Tensor tensor) {
    Value value = fresh(hint);
    constants.put(value, tensor);
    types.constant(value, tensor);
    return value;
  }

  /** Puts the elements of a constant in, whose type alone was known before. */
  void complete(Value constant, Tensor tensor) {
    if (outer.isPresent()) {
      outer.get().complete(constant, tensor);
    } else {
      constants.put(constant, tensor);
      types.constant(constant, tensor);
    }
  }

  /**
   * A new operation.
   *
   * @throws pnnc.passes.shape.Contradiction if it cannot take such inputs
   */
  List<Value> add(
      OpType op,
      List<Value> operands,
      Map<String, Attribute> attributes,
      List<String> results,
      int version,
      Origin origin) {
    List<Value> outputs = results.stream().map(this::fresh).toList();
    add(new Node(op, "", operands, outputs, attributes), version, origin);
    return outputs;
  }

  /** A new operation whose outputs have their names already; see {@link #add}. */
  void add(Node node, int version, Origin origin) {
    types.infer(node, version);
    nodes.add(node);
    origins.put(node.id(), origin);
  }

  /** Takes the operations away again that no output of {@code kept} needs. */
  Graph build(String name, List<Value> outputs, Map<Value, ValueType> more) {
    Map<Value, ValueType> declared = new LinkedHashMap<>();
    inputs.forEach(v -> declared.put(v, types.of(v).type()));
    declared.putAll(more);
    return new Graph(name, inputs, outputs, constants, nodes, declared, origins, Blob.EMPTY);
  }
}
