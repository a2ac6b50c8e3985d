package pnnc.ir.network;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pnnc.base.bytes.Blob;

/**
 * Operations in an order in which they can be computed, from inputs and constants to outputs.
 * Immutable; change it with a {@link GraphEditor}.
 *
 * @param name the user's; may be empty
 * @param inputs what the caller gives. An input that is also a constant has that as its default
 * @param outputs what the caller gets
 * @param constants by value: weights and other fixed arrays
 * @param nodes each after those it needs
 * @param types as far as they are known, by value; what says nothing new is left out
 * @param origins where things came from: an operation's under {@link Node#id}; {@link Origin#NONE}
 *     is left out
 * @param unread fields of the ONNX message that pnnc gives no meaning, in their wire form
 */
public record Graph(
    String name,
    List<Value> inputs,
    List<Value> outputs,
    Map<Value, Tensor> constants,
    List<Node> nodes,
    Map<Value, ValueType> types,
    Map<Value, Origin> origins,
    Blob unread) {
  public Graph {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    constants = Collections.unmodifiableMap(new LinkedHashMap<>(constants));
    nodes = List.copyOf(nodes);
    types = Collections.unmodifiableMap(informative(types, constants, inputs));
    origins = new LinkedHashMap<>(origins);
    origins.values().removeIf(Origin::isNone);
    origins = Collections.unmodifiableMap(origins);
  }

  /** Types that say something: not those unknown, nor those that a constant repeats. */
  private static Map<Value, ValueType> informative(
      Map<Value, ValueType> types, Map<Value, Tensor> constants, List<Value> inputs) {
    Map<Value, ValueType> all = new LinkedHashMap<>(types);
    Set<Value> constant = new HashSet<>(constants.keySet());
    inputs.forEach(constant::remove);
    ValueType unknown = ValueType.unknown();
    all.entrySet()
        .removeIf(
            e ->
                e.getValue().equals(unknown)
                    || (constant.contains(e.getKey())
                        && constants.get(e.getKey()).valueType().equals(e.getValue())));
    return all;
  }

  /** What is known of the type of {@code value}; constants know theirs. */
  public ValueType type(Value value) {
    Tensor constant = constants.get(value);
    return constant != null ? constant.valueType() : types.getOrDefault(value, ValueType.unknown());
  }

  /** Where {@code value} came from. */
  public Origin origin(Value value) {
    return origins.getOrDefault(value, Origin.NONE);
  }

  /** The constant behind {@code value}; empty if the caller can override it. */
  public Optional<Tensor> constant(Value value) {
    return Optional.ofNullable(constants.get(value)).filter(t -> !inputs.contains(value));
  }

  /** The values this graph (a subgraph) takes from the graphs around it, in order of first use. */
  public Set<Value> captures() {
    Set<Value> defined = new LinkedHashSet<>(inputs);
    defined.addAll(constants.keySet());
    Set<Value> captured = new LinkedHashSet<>();
    for (Node node : nodes) {
      node.uses().stream().filter(v -> !defined.contains(v)).forEach(captured::add);
      defined.addAll(node.outputs());
    }
    outputs.stream().filter(v -> !defined.contains(v)).forEach(captured::add);
    return captured;
  }

  /** Short: the name and the size only. */
  @Override
  public String toString() {
    return "graph %s of %d operations".formatted(Words.word(name), nodes.size());
  }
}
