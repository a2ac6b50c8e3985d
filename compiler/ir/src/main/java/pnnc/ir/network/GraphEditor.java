package pnnc.ir.network;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A graph under change: who defines and who uses each value is known at every moment, and {@link
 * #build} puts the operations back in order. The names of graph inputs and outputs never change.
 *
 * <p>Not thread-safe. Operations that replace others should be given in dependency order; what
 * depends on what decides the final order, the place of the replaced operation breaks ties.
 */
public final class GraphEditor {
  private final Graph original;
  private final NameSupply names;
  private final Map<Value, Tensor> constants;
  private final Map<Value, ValueType> types;
  private final Map<Value, Origin> origins;
  private final List<Value> inputs;
  private final List<Value> outputs;
  private final Map<Value, Node> producers = new HashMap<>();
  private final Map<Value, Set<Node>> users = new HashMap<>();
  private final Map<Node, Integer> ranks = new LinkedHashMap<>();

  public GraphEditor(Graph graph, NameSupply names) {
    this.original = graph;
    this.names = names;
    this.constants = new LinkedHashMap<>(graph.constants());
    this.types = new LinkedHashMap<>(graph.types());
    this.origins = new LinkedHashMap<>(graph.origins());
    this.inputs = new ArrayList<>(graph.inputs());
    this.outputs = new ArrayList<>(graph.outputs());
    for (Node node : graph.nodes()) {
      link(node, ranks.size());
    }
  }

  /** The operations as they are now, in the order of the original; a copy. */
  public List<Node> nodes() {
    return ranks.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Whether {@code node} is still in the graph. */
  public boolean contains(Node node) {
    return ranks.containsKey(node);
  }

  /** The operation that computes {@code value}; empty for inputs, constants and captured values. */
  public Optional<Node> producer(Value value) {
    return Optional.ofNullable(producers.get(value));
  }

  /** The operations that use {@code value}, also from inside their subgraphs. */
  public List<Node> users(Value value) {
    return List.copyOf(users.getOrDefault(value, Set.of()));
  }

  /** The only operation that uses {@code value}, if there is just one and it is no graph output. */
  public Optional<Node> onlyUser(Value value) {
    Collection<Node> all = users.getOrDefault(value, Set.of());
    return all.size() == 1 && !outputs.contains(value)
        ? Optional.of(all.iterator().next())
        : Optional.empty();
  }

  public boolean isOutput(Value value) {
    return outputs.contains(value);
  }

  public boolean isInput(Value value) {
    return inputs.contains(value);
  }

  /** The constant behind {@code value}; empty if the caller of the graph can override it. */
  public Optional<Tensor> constant(Value value) {
    return isInput(value) ? Optional.empty() : Optional.ofNullable(constants.get(value));
  }

  public ValueType type(Value value) {
    Tensor constant = constants.get(value);
    return constant != null ? constant.valueType() : types.getOrDefault(value, ValueType.unknown());
  }

  public void setType(Value value, ValueType type) {
    types.put(value, type);
  }

  public Origin origin(Value value) {
    return origins.getOrDefault(value, Origin.NONE);
  }

  /** Says where {@code value} came from. */
  public void setOrigin(Value value, Origin origin) {
    origins.put(value, origin);
  }

  /** A value with a name that nothing in the network has. */
  public Value fresh(String hint) {
    return names.fresh(hint);
  }

  /** Adds a constant and returns the value that holds it. */
  public Value addConstant(String hint, Tensor tensor) {
    Value value = fresh(hint);
    constants.put(value, tensor);
    return value;
  }

  /** Makes {@code value}, which an operation computed so far, a constant; the operation must go. */
  public void setConstant(Value value, Tensor tensor) {
    constants.put(value, tensor);
  }

  /** Takes {@code old} out and puts {@code replacements} in; they inherit its origin. */
  public void replace(Node old, List<Node> replacements) {
    int rank = remove(old);
    for (Node node : replacements) {
      link(node, rank);
      if (!old.id().equals(node.id()) && !origin(old.id()).isNone()) {
        origins.putIfAbsent(node.id(), origin(old.id()).derived());
      }
    }
  }

  /** Takes {@code old} out and puts {@code replacements} in; they inherit its origin. */
  public void replace(Node old, Node... replacements) {
    replace(old, List.of(replacements));
  }

  /** Takes {@code node} out. Whatever used its outputs must be given something else. */
  public int remove(Node node) {
    Integer rank = ranks.remove(node);
    if (rank == null) {
      throw new IllegalArgumentException("not in the graph: " + node);
    }
    node.outputs().forEach(producers::remove);
    new LinkedHashSet<>(node.uses()).forEach(v -> users.get(v).remove(node));
    return rank;
  }

  private void link(Node node, int rank) {
    ranks.put(node, rank);
    node.outputs().stream().filter(Value::isPresent).forEach(v -> producers.put(v, node));
    for (Value used : node.uses()) {
      users.computeIfAbsent(used, v -> new LinkedHashSet<>()).add(node);
    }
  }

  /**
   * Makes everything that uses {@code from} use {@code to}. A graph output keeps its name: either
   * the operation that computes {@code to} takes that name over, or an Identity remains.
   */
  public void replaceUses(Value from, Value to) {
    for (Node user : users(from)) {
      relink(user, Renaming.of(from, to).apply(user));
    }
    if (isOutput(from)) {
      keepOutputName(from, to);
    }
  }

  private void keepOutputName(Value from, Value to) {
    producer(from).ifPresent(this::remove);
    Optional<Node> source = producer(to);
    if (source.isPresent() && !isOutput(to)) {
      relink(source.get(), Renaming.of(to, from).outputsOf(source.get()));
      for (Node user : users(to)) {
        relink(user, Renaming.of(to, from).apply(user));
      }
      if (types.containsKey(to)) {
        types.putIfAbsent(from, types.get(to));
      }
    } else {
      link(Node.of("Identity", List.of(to), from), source.map(ranks::get).orElse(0));
    }
  }

  private void relink(Node old, Node renamed) {
    if (old.equals(renamed)) {
      return;
    }
    Origin origin = origin(old.id());
    link(renamed, remove(old));
    if (!origin.isNone()) {
      origins.put(renamed.id(), origin);
    }
  }

  /** Removes operations that satisfy {@code removable} and of which nothing is used, repeatedly. */
  public void removeDead(Predicate<Node> removable) {
    List<Node> all = nodes();
    for (int i = all.size() - 1; i >= 0; i--) {
      Node node = all.get(i);
      if (contains(node)
          && removable.test(node)
          && node.outputs().stream().noneMatch(this::isUsed)) {
        remove(node);
      }
    }
  }

  private boolean isUsed(Value value) {
    return value.isPresent() && (isOutput(value) || !users.getOrDefault(value, Set.of()).isEmpty());
  }

  /** The graph as it is now: operations sorted, facts about values that are gone dropped. */
  public Graph build() {
    List<Node> sorted = new TopologicalOrder(nodes(), producers).sorted();
    constants.keySet().removeIf(v -> !isUsed(v) && !isInput(v));
    Set<Value> live = new LinkedHashSet<>(inputs);
    live.addAll(constants.keySet());
    sorted.forEach(n -> live.addAll(n.outputs()));
    live.addAll(outputs);
    types.keySet().retainAll(live);
    origins.keySet().retainAll(live);
    return new Graph(
        original.name(), inputs, outputs, constants, sorted, types, origins, original.unread());
  }
}
