package pnnc.frontend.elaborate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

  /** What operators called {@code op} read as one of these inputs, subgraphs aside. */
  Set<Value> readBy(String op, int... inputs) {
    Set<Value> read = new HashSet<>();
    for (Node node : nodes) {
      if (node.op().name().equals(op)) {
        IntStream.of(inputs)
            .filter(i -> i < node.inputs().size())
            .forEach(i -> read.add(node.inputs().get(i)));
      }
    }
    return read;
  }

  /** The values from which {@code outputs} are computed, and these. */
  Set<Value> needed(List<Value> outputs) {
    Set<Value> needed = new HashSet<>(outputs);
    for (int i = nodes.size() - 1; i >= 0; i--) {
      Node node = nodes.get(i);
      if (node.outputs().stream().anyMatch(needed::contains)) {
        reach(node, needed);
      }
    }
    return needed;
  }

  /** What a node reads, also inside its subgraphs. */
  private static void reach(Node node, Set<Value> needed) {
    needed.addAll(node.inputs());
    node.graphs()
        .forEach(
            graph -> {
              needed.addAll(graph.outputs());
              graph.nodes().forEach(inner -> reach(inner, needed));
            });
  }

  /**
   * The graph with these outputs, without what they do not need. Types of {@code more} are declared
   * beside those of inputs.
   */
  Graph build(String name, List<Value> outputs, Map<Value, ValueType> more) {
    Map<Value, ValueType> declared = new LinkedHashMap<>();
    inputs.forEach(v -> declared.put(v, types.of(v).type()));
    declared.putAll(more);
    Set<Value> needed = needed(outputs);
    List<Node> kept =
        nodes.stream().filter(n -> n.outputs().stream().anyMatch(needed::contains)).toList();
    Map<Value, Tensor> held = new LinkedHashMap<>(constants);
    held.keySet().retainAll(needed);
    Map<Value, Origin> known = new LinkedHashMap<>(origins);
    known.keySet().retainAll(kept.stream().map(Node::id).collect(Collectors.toSet()));
    return new Graph(name, inputs, outputs, held, kept, declared, known, Blob.EMPTY);
  }
}
