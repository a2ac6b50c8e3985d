package pnnc.sim.twin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pnnc.ir.block.Partition;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Node;
import pnnc.ir.network.Value;

/**
 * Cuts a graph into rounds. In each round first every host operation runs whose inputs are there,
 * all in one segment, then every call whose inputs are there. An operation's round is the largest
 * number of calls on a path to it, so there are as few segments as any order allows.
 *
 * @param rounds in order; operations in the graph's order within each
 */
record Schedule(List<Round> rounds) {
  /**
   * One segment and what follows it.
   *
   * @param segment host operations
   * @param calls block calls, and control flow around some
   */
  record Round(List<Node> segment, List<Node> calls) {
    private Round() {
      this(new ArrayList<>(), new ArrayList<>());
    }
  }

  /** The schedule of what the outputs of {@code graph} need. */
  static Schedule of(Graph graph) {
    Set<Node> needed = needed(graph);
    Map<Value, Integer> available = new HashMap<>();
    List<Round> rounds = new ArrayList<>();
    for (Node node : graph.nodes()) {
      if (needed.contains(node)) {
        place(node, available, rounds);
      }
    }
    return new Schedule(List.copyOf(rounds));
  }

  private static void place(Node node, Map<Value, Integer> available, List<Round> rounds) {
    boolean isCall = Partition.reachesBlock(node);
    int round = node.uses().stream().mapToInt(v -> available.getOrDefault(v, 0)).max().orElse(0);
    while (rounds.size() <= round) {
      rounds.add(new Round());
    }
    Round target = rounds.get(round);
    (isCall ? target.calls() : target.segment()).add(node);
    node.outputs().forEach(v -> available.put(v, isCall ? round + 1 : round));
  }

  private static Set<Node> needed(Graph graph) {
    Set<Value> wanted = new HashSet<>(graph.outputs());
    Set<Node> needed = new HashSet<>();
    List<Node> nodes = graph.nodes();
    for (int i = nodes.size() - 1; i >= 0; i--) {
      Node node = nodes.get(i);
      if (node.outputs().stream().anyMatch(v -> v.isPresent() && wanted.contains(v))) {
        needed.add(node);
        wanted.addAll(node.uses());
      }
    }
    return needed;
  }
}
