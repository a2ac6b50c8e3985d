package pnnc.ir.network;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes names that no value of a network has. Not thread-safe. Looks at the network only when the
 * first name is asked for: most passes need none.
 */
public final class NameSupply {
  private final Set<String> used = new HashSet<>(Set.of(Value.ABSENT.name()));
  private final Map<String, Integer> next = new HashMap<>();
  private Optional<Network> unread;

  /** Any name is free. */
  public NameSupply() {
    unread = Optional.empty();
  }

  private NameSupply(Network network) {
    unread = Optional.of(network);
  }

  /** Names that nothing in {@code network} uses. */
  public static NameSupply of(Network network) {
    return new NameSupply(network);
  }

  private void reserve(Network network) {
    reserve(network.graph());
    network.functions().forEach(f -> reserve(f.body()));
  }

  private void reserve(Graph graph) {
    reserve(graph.inputs());
    reserve(graph.outputs());
    graph.constants().keySet().forEach(v -> used.add(v.name()));
    for (Node node : graph.nodes()) {
      reserve(node.inputs());
      reserve(node.outputs());
      node.graphs().forEach(this::reserve);
    }
  }

  private void reserve(List<Value> values) {
    values.forEach(v -> used.add(v.name()));
  }

  /** {@code hint} itself if it is free, else {@code hint_1}, {@code hint_2}, … */
  public Value fresh(String hint) {
    unread.ifPresent(this::reserve);
    unread = Optional.empty();
    String name = hint;
    while (!used.add(name)) {
      name = hint + "_" + next.merge(hint, 1, Integer::sum);
    }
    return new Value(name);
  }
}
