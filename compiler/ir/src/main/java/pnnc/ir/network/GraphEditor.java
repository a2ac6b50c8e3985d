package pnnc.ir.network;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
  private final Graph original;
  private final NameSupply names;

  // The original's own until the first change.
  private Map<Value, Tensor> constants;
  private Map<Value, ValueType> types;
  private Map<Value, Origin> origins;
  private List<Value> outputs;
  private Optional<Set<Value>> outputSet = Optional.empty();
  private boolean changed;

  /** Empty until somebody asks: most passes find nothing to change in most graphs. */
  private Optional<NodeLinks> links = Optional.empty();

  public GraphEditor(Graph graph, NameSupply names) {
    this.original = graph;
    this.names = names;
    this.constants = graph.constants();
    this.types = graph.types();
    this.origins = graph.origins();
    this.outputs = graph.outputs();
  }

  private NodeLinks links() {
    if (links.isEmpty()) {
      links = Optional.of(new NodeLinks(original.nodes()));
    }
    return links.get();
  }

  /** To be called before anything changes. */
  private void change() {
    if (!changed) {
      constants = new LinkedHashMap<>(constants);
      types = new LinkedHashMap<>(types);
      origins = new LinkedHashMap<>(origins);
      changed = true;
    }
  }

  /** The operations as they are now, in the order of the original; a copy. */
  public List<Node> nodes() {
    return links.map(NodeLinks::nodes).orElse(original.nodes());
  }

  /** Whether {@code node} is still in the graph. */
  public boolean contains(Node node) {
    return links().contains(node);
  }

  /** The operation that computes {@code value}; empty for inputs, constants and captured values. */
  public Optional<Node> producer(Value value) {
    return links().producer(value);
  }

  /** The operations that use {@code value}, also from inside their subgraphs. */
  public List<Node> users(Value value) {
    return links().users(value);
  }

  /** The only operation that uses {@code value}, if there is just one and it is no graph output. */
  public Optional<Node> onlyUser(Value value) {
    return isOutput(value) ? Optional.empty() : links().onlyUser(value);
  }

  public boolean isOutput(Value value) {
    return outputSet.map(all -> all.contains(value)).orElseGet(() -> original.isOutput(value));
  }

  public boolean isInput(Value value) {
    return original.isInput(value);
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
    change();
    types.put(value, type);
  }

  public Origin origin(Value value) {
    return origins.getOrDefault(value, Origin.NONE);
  }

  /** Says where {@code value} came from. */
  public void setOrigin(Value value, Origin origin) {
    change();
    origins.put(value, origin);
  }

  /** A value with a name that nothing in the network has. */
  public Value fresh(String hint) {
    return names.fresh(hint);
  }

  /** Adds a constant and returns the value that holds it. */
  public Value addConstant(String hint, Tensor tensor) {
    change();
    Value value = fresh(hint);
    constants.put(value, tensor);
    return value;
  }

  /** Makes {@code value}, which an operation computed so far, a constant; the operation must go. */
  public void setConstant(Value value, Tensor tensor) {
    change();
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
    change();
    return links().remove(node);
  }

  private void link(Node node, int rank) {
    change();
    links().add(node, rank);
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
    change();
    outputs = outputs.stream().map(v -> v.equals(from) ? to : v).toList();
    outputSet = Optional.of(new HashSet<>(outputs));
  }

  private void replaceOutput(Node node, Value from, Value to) {
    int rank = links().rank(node);
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

  /**
   * Removes operations that satisfy {@code removable} and of which nothing is used, repeatedly, and
   * then constants that nothing uses.
   */
  public void removeDead(Predicate<Node> removable) {
    if (links.isEmpty() && isAllUsed()) {
      return;
    }
    Deque<Node> candidates = new ArrayDeque<>(nodes());
    while (!candidates.isEmpty()) {
      Node node = candidates.removeLast();
      if (contains(node)
          && node.outputs().stream().noneMatch(this::isUsed)
          && removable.test(node)) {
        List<Value> used = links().uses(node);
        remove(node);
        used.forEach(v -> producer(v).ifPresent(candidates::addLast));
      }
    }
    if (!constants.keySet().stream().allMatch(this::isNeeded)) {
      change();
    }
  }

  /** Whether there is nothing to remove, found out without {@link #links}. */
  private boolean isAllUsed() {
    Set<Value> used = new HashSet<>(outputs);
    original.nodes().forEach(node -> used.addAll(node.uses()));
    return original.nodes().stream().allMatch(n -> n.outputs().stream().anyMatch(used::contains))
        && constants.keySet().stream().allMatch(v -> used.contains(v) || isInput(v));
  }

  private boolean isUsed(Value value) {
    return value.isPresent() && (isOutput(value) || links().isUsed(value));
  }

  private boolean isNeeded(Value constant) {
    return isUsed(constant) || isInput(constant);
  }

  /**
   * The graph as it is now: operations sorted, facts about values that are gone and constants that
   * nothing uses dropped; the original itself if nothing was changed.
   */
  public Graph build() {
    if (!changed) {
      return original;
    }
    List<Node> sorted = links().sorted();
    constants.keySet().removeIf(v -> !isNeeded(v));
    Set<Value> live = new HashSet<>(original.inputs());
    live.addAll(constants.keySet());
    sorted.forEach(n -> live.addAll(n.outputs()));
    live.addAll(outputs);
    types.keySet().removeIf(v -> !live.contains(v));
    origins.keySet().removeIf(v -> !live.contains(v));
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
