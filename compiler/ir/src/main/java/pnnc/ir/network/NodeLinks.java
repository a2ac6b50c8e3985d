package pnnc.ir.network;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The operations of a graph under change: who defines and who uses each value. An operation is
 * known by its {@link Node#id}.
 */
final class NodeLinks {
  /** An operation, its place in the order, and what it uses (subgraphs are searched only once). */
  private record Placed(Node node, int rank, List<Value> uses) {}

  private final Map<Value, Node> producers = new HashMap<>();

  /** By value: the ids of the operations that use it. */
  private final Map<Value, Set<Value>> users = new HashMap<>();

  private final Map<Value, Placed> placed = new LinkedHashMap<>();

  NodeLinks(List<Node> nodes) {
    nodes.forEach(node -> add(node, placed.size()));
  }

  /** By place; those of one place as they were added. */
  List<Node> nodes() {
    return placed.values().stream()
        .sorted(Comparator.comparingInt(Placed::rank))
        .map(Placed::node)
        .toList();
  }

  /** The operations in an order in which they can be computed. */
  List<Node> sorted() {
    return new TopologicalOrder(nodes(), this::uses, producers).sorted();
  }

  boolean contains(Node node) {
    Placed there = placed.get(node.id());
    return there != null && there.node().equals(node);
  }

  List<Value> uses(Node node) {
    return placed.get(node.id()).uses();
  }

  int rank(Node node) {
    return placed.get(node.id()).rank();
  }

  Optional<Node> producer(Value value) {
    return Optional.ofNullable(producers.get(value));
  }

  List<Node> users(Value value) {
    return users.getOrDefault(value, Set.of()).stream().map(id -> placed.get(id).node()).toList();
  }

  Optional<Node> onlyUser(Value value) {
    Set<Value> all = users.getOrDefault(value, Set.of());
    return all.size() == 1
        ? Optional.of(placed.get(all.iterator().next()).node())
        : Optional.empty();
  }

  boolean isUsed(Value value) {
    return !users.getOrDefault(value, Set.of()).isEmpty();
  }

  /** Takes {@code node} out and returns the place it had. */
  int remove(Node node) {
    if (!contains(node)) {
      throw new IllegalArgumentException("not in the graph: " + node);
    }
    Placed old = placed.remove(node.id());
    node.outputs().forEach(producers::remove);
    old.uses().forEach(v -> users.get(v).remove(node.id()));
    return old.rank();
  }

  /**
   * Puts {@code node} in.
   *
   * @throws IllegalArgumentException if another operation computes one of its outputs
   */
  void add(Node node, int rank) {
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
}
