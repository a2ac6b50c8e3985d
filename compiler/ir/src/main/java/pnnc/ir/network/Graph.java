package pnnc.ir.network;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import pnnc.base.bytes.Blob;

/**
 * Operations in an order in which they can be computed, from inputs and constants to outputs.
 * Immutable; change it with a {@link GraphEditor}.
 *
 * <p>A class and not a record for two reasons of speed: what passes ask again and again is worked
 * out once, and {@link #withNodes} shares the tables that stay the same.
 */
public final class Graph {
  private final String name;
  private final List<Value> inputs;
  private final List<Value> outputs;
  private final Map<Value, Tensor> constants;
  private final List<Node> nodes;
  private final Map<Value, ValueType> types;
  private final Map<Value, Origin> origins;
  private final Blob unread;

  // Worked out when first asked for. Any thread may do so: all come to the same.
  private Set<Value> inputSet;
  private Set<Value> outputSet;
  private Set<Value> captures;

  /**
   * A graph of copies of these.
   *
   * @param name the user's; may be empty
   * @param inputs what the caller gives. An input that is also a constant has that as its default
   * @param outputs what the caller gets
   * @param constants by value: weights and other fixed arrays
   * @param nodes each after those it needs
   * @param types as far as they are known, by value; what says nothing new is left out
   * @param origins where things came from: an operation's under {@link Node#id}; {@link
   *     Origin#NONE} is left out
   * @param unread fields of the ONNX message that pnnc gives no meaning, in their wire form
   */
  public Graph(
      String name,
      List<Value> inputs,
      List<Value> outputs,
      Map<Value, Tensor> constants,
      List<Node> nodes,
      Map<Value, ValueType> types,
      Map<Value, Origin> origins,
      Blob unread) {
    this.name = Objects.requireNonNull(name);
    this.inputs = List.copyOf(inputs);
    this.outputs = List.copyOf(outputs);
    this.constants = Collections.unmodifiableMap(new LinkedHashMap<>(constants));
    this.nodes = List.copyOf(nodes);
    this.types = Collections.unmodifiableMap(informative(types));
    this.origins = Collections.unmodifiableMap(telling(origins));
    this.unread = Objects.requireNonNull(unread);
  }

  private Graph(Graph other, List<Node> nodes) {
    this.name = other.name;
    this.inputs = other.inputs;
    this.outputs = other.outputs;
    this.constants = other.constants;
    this.nodes = List.copyOf(nodes);
    this.types = other.types;
    this.origins = other.origins;
    this.unread = other.unread;
  }

  /** Types that say something: not those unknown, nor those that a constant repeats. */
  private Map<Value, ValueType> informative(Map<Value, ValueType> all) {
    Map<Value, ValueType> some = new LinkedHashMap<>();
    all.forEach(
        (value, type) -> {
          if (!(type instanceof ValueType.Unknown) && !isConstantOf(value, type)) {
            some.put(value, type);
          }
        });
    return some;
  }

  private boolean isConstantOf(Value value, ValueType type) {
    Tensor constant = constants.get(value);
    return constant != null && !isInput(value) && constant.valueType().equals(type);
  }

  private static Map<Value, Origin> telling(Map<Value, Origin> all) {
    Map<Value, Origin> some = new LinkedHashMap<>();
    all.forEach(
        (value, origin) -> {
          if (!origin.isNone()) {
            some.put(value, origin);
          }
        });
    return some;
  }

  public String name() {
    return name;
  }

  public List<Value> inputs() {
    return inputs;
  }

  public List<Value> outputs() {
    return outputs;
  }

  public Map<Value, Tensor> constants() {
    return constants;
  }

  public List<Node> nodes() {
    return nodes;
  }

  public Map<Value, ValueType> types() {
    return types;
  }

  public Map<Value, Origin> origins() {
    return origins;
  }

  public Blob unread() {
    return unread;
  }

  public boolean isInput(Value value) {
    Set<Value> known = inputSet;
    if (known == null) {
      known = Collections.unmodifiableSet(new HashSet<>(inputs));
      inputSet = known;
    }
    return known.contains(value);
  }

  public boolean isOutput(Value value) {
    Set<Value> known = outputSet;
    if (known == null) {
      known = Collections.unmodifiableSet(new HashSet<>(outputs));
      outputSet = known;
    }
    return known.contains(value);
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
    return Optional.ofNullable(constants.get(value)).filter(t -> !isInput(value));
  }

  /** The values this graph (a subgraph) takes from the graphs around it, in order of first use. */
  public Set<Value> captures() {
    Set<Value> known = captures;
    if (known == null) {
      known = Collections.unmodifiableSet(findCaptures());
      captures = known;
    }
    return known;
  }

  private Set<Value> findCaptures() {
    Set<Value> defined = new HashSet<>(inputs);
    defined.addAll(constants.keySet());
    Set<Value> captured = new LinkedHashSet<>();
    for (Node node : nodes) {
      node.uses().stream().filter(v -> !defined.contains(v)).forEach(captured::add);
      defined.addAll(node.outputs());
    }
    outputs.stream().filter(v -> !defined.contains(v)).forEach(captured::add);
    return captured;
  }

  /**
   * This graph with other operations, which define the same values; itself if they are the very
   * same objects.
   */
  public Graph withNodes(List<Node> others) {
    return Same.objects(nodes, others) ? this : new Graph(this, others);
  }

  /** This graph with other types; itself if nothing differs. */
  public Graph withTypes(Map<Value, ValueType> others) {
    return others.equals(types)
        ? this
        : new Graph(name, inputs, outputs, constants, nodes, others, origins, unread);
  }

  /** This graph with each operation rewritten; see {@link #withNodes}. */
  public Graph mapNodes(UnaryOperator<Node> rewrite) {
    return withNodes(nodes.stream().map(rewrite).toList());
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof Graph g
            && name.equals(g.name)
            && inputs.equals(g.inputs)
            && outputs.equals(g.outputs)
            && nodes.equals(g.nodes)
            && constants.equals(g.constants)
            && types.equals(g.types)
            && origins.equals(g.origins)
            && unread.equals(g.unread));
  }

  /** Cheap: two graphs in one network hardly share their outputs. */
  @Override
  public int hashCode() {
    return 31 * inputs.hashCode() + outputs.hashCode();
  }

  /** Short: the name and the size only. */
  @Override
  public String toString() {
    return "graph %s of %d operations".formatted(Words.word(name), nodes.size());
  }
}
