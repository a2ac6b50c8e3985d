package pnnc.ir.network;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
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
 * depends on what decides the final order, the place of the replaced operation breaks ties. A
 * change takes time in proportion to the operations it touches.
 */
public final class GraphEditor {
  /** An operation, its place in the order, and what it uses (subgraphs are searched only once). */
  private record Placed(Node node, int rank, List<Value> uses) {}

  private final Graph original;
  private final NameSupply names;
  private final Map<Value, Tensor> constants;
  private final Map<Value, ValueType> types;
  private final Map<Value, Origin> origins;
  private final Set<Value> inputs;
  private final List<Value> outputs;
  private final Set<Value> outputSet;
  private final Map<Value, Node> producers = new HashMap<>();

  /** By value: the {@link Node#id}s of the operations that use it. */
  private final Map<Value, Set<Value>> users = new HashMap<>();

  /** By {@link Node#id}. */
  private final Map<Value, Placed> placed = new LinkedHashMap<>();

  public GraphEditor(Graph graph, NameSupply names) {
    this.original = graph;
    this.names = names;
    this.constants = new LinkedHashMap<>(graph.constants());
    this.types = new LinkedHashMap<>(graph.types());
    this.origins = new LinkedHashMap<>(graph.origins());
    this.inputs = new HashSet<>(graph.inputs());
    this.outputs = new ArrayList<>(graph.outputs());
    this.outputSet = new HashSet<>(graph.outputs());
    for (Node node : graph.nodes()) {
      link(node, placed.size());
    }
  }

  /** The operations as they are now, in the order of the original; a copy. */
  public List<Node> nodes() {
    return placed.values().stream()
        .sorted(Comparator.comparingInt(Placed::rank))
        .map(Placed::node)
        .toList();
  }

  /** Whether {@code node} is still in the graph. */
  public boolean contains(Node node) {
    Placed there = placed.get(node.id());
    return there != null && there.node().equals(node);
  }

  /** The operation that computes {@code value}; empty for inputs, constants and captured values. */
  public Optional<Node> producer(Value value) {
    return Optional.ofNullable(producers.get(value));
  }

  /** The operations that use {@code value}, also from inside their subgraphs. */
  public List<Node> users(Value value) {
    return users.getOrDefault(value, Set.of()).stream().map(id -> placed.get(id).node()).toList();
  }

  /** The only operation that uses {@code value}, if there is just one and it is no graph output. */
  public Optional<Node> onlyUser(Value value) {
    Set<Value> all = users.getOrDefault(value, Set.of());
    return all.size() == 1 && !isOutput(value)
        ? Optional.of(placed.get(all.iterator().next()).node())
        : Optional.empty();
  }

  public boolean isOutput(Value value) {
    return outputSet.contains(value);
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
    origins.computeIfPresent(value, (v, origin) -> origin.derived());
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
    if (!contains(node)) {
      throw new IllegalArgumentException("not in the graph: " + node);
    }
    Placed old = placed.remove(node.id());
    node.outputs().forEach(producers::remove);
    old.uses().forEach(v -> users.get(v).remove(node.id()));
    return old.rank();
  }

  private void link(Node node, int rank) {
    Placed entry = new Placed(node, rank, List.copyOf(new LinkedHashSet<>(node.uses())));
    for (Value output : node.outputs()) {
      if (output.isPresent() && producers.putIfAbsent(output, node) != null) {
        throw new IllegalArgumentException(
            "%s is already computed by %s".formatted(output, producers.get(output)));
      }
    }
    placed.put(node.id(), entry);
    for (Value used : entry.uses()) {
      users.computeIfAbsent(used, v -> new LinkedHashSet<>()).add(node.id());
    }
  }

  /**
   * Makes everything that uses {@code from} use {@code to}, which must hold the same.
   *
   * <p>A graph output keeps its name. If an operation computes {@code from}, it loses that output,
   * or goes if nothing needs another one of its; in its stead the operation that computes {@code
   * to} takes the name over ({@code to} is then no more), or an Identity computes it. An input or a
   * constant that is also an output stays one.
   */
  public void replaceUses(Value from, Value to) {
    if (from.equals(to)) {
      return;
    }
    for (Node user : users(from)) {
      relink(user, Renaming.of(from, to).apply(user));
    }
    if (isOutput(from) && !isInput(from) && !constants.containsKey(from)) {
      producer(from)
          .ifPresentOrElse(
              node -> replaceOutput(node, from, to), () -> replaceCapturedOutput(from, to));
    }
  }

  /** Only a subgraph can hand on a value from outside; what its outputs are called is its own. */
  private void replaceCapturedOutput(Value from, Value to) {
    outputs.replaceAll(v -> v.equals(from) ? to : v);
    outputSet.remove(from);
    outputSet.add(to);
  }

  private void replaceOutput(Node node, Value from, Value to) {
    int rank = placed.get(node.id()).rank();
    boolean needed =
        node.outputs().stream().anyMatch(v -> !v.equals(from) && (v.equals(to) || isUsed(v)));
    if (needed) {
      relink(node, Renaming.of(from, fresh(from.name())).outputsOf(node));
    } else {
      remove(node);
    }
    if (producer(to).isPresent() && !isOutput(to)) {
      takeNameOver(producer(to).get(), from, to);
    } else {
      link(Node.of("Identity", List.of(to), from), rank);
    }
  }

  private void takeNameOver(Node source, Value from, Value to) {
    relink(source, Renaming.of(to, from).outputsOf(source));
    for (Node user : users(to)) {
      relink(user, Renaming.of(to, from).apply(user));
    }
    if (types.containsKey(to)) {
      types.putIfAbsent(from, types.get(to));
    }
  }

  private void relink(Node old, Node renamed) {
    Origin origin = origin(old.id());
    link(renamed, remove(old));
    if (!origin.isNone()) {
      origins.put(renamed.id(), origin);
    }
  }

  /** Removes operations that satisfy {@code removable} and of which nothing is used, repeatedly. */
  public void removeDead(Predicate<Node> removable) {
    Deque<Node> candidates = new ArrayDeque<>(nodes());
    while (!candidates.isEmpty()) {
      Node node = candidates.removeLast();
      if (contains(node)
          && node.outputs().stream().noneMatch(this::isUsed)
          && removable.test(node)) {
        List<Value> used = placed.get(node.id()).uses();
        remove(node);
        used.forEach(v -> producer(v).ifPresent(candidates::addLast));
      }
    }
  }

  private boolean isUsed(Value value) {
    return value.isPresent() && (isOutput(value) || !users.getOrDefault(value, Set.of()).isEmpty());
  }

  /** The graph as it is now: operations sorted, facts about values that are gone dropped. */
  public Graph build() {
    List<Node> sorted =
        new TopologicalOrder(nodes(), n -> placed.get(n.id()).uses(), producers).sorted();
    constants.keySet().removeIf(v -> !isUsed(v) && !isInput(v));
    Set<Value> live = new HashSet<>(inputs);
    live.addAll(constants.keySet());
    sorted.forEach(n -> live.addAll(n.outputs()));
    live.addAll(outputs);
    types.keySet().retainAll(live);
    origins.keySet().retainAll(live);
    return new Graph(
        original.name(),
        original.inputs(),
        outputs,
        constants,
        sorted,
        types,
        origins,
        original.unread());
  }
}
