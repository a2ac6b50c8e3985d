package pnnc.ir.network;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts other values in the place of some, also inside subgraphs, as far as those take them from
 * outside. The new names must be free in the subgraphs.
 */
public final class Renaming {
  private final Map<Value, Value> names;

  public Renaming(Map<Value, Value> names) {
    this.names = Map.copyOf(names);
  }

  static Renaming of(Value from, Value to) {
    return new Renaming(Map.of(from, to));
  }

  /** {@code value} or what stands for it now. */
  public Value apply(Value value) {
    return names.getOrDefault(value, value);
  }

  /** {@code node} with its uses renamed; its outputs stay. */
  public Node apply(Node node) {
    boolean same = node.inputs().stream().noneMatch(names::containsKey);
    Node renamed = same ? node : node.withInputs(all(node.inputs()));
    return renamed.mapGraphs(this::applyToCaptures);
  }

  Node outputsOf(Node node) {
    return node.withOutputs(node.outputs().stream().map(this::apply).toList());
  }

  /** {@code graph} with what it captures renamed; what it defines itself stays. */
  private Graph applyToCaptures(Graph graph) {
    if (graph.captures().stream().noneMatch(names::containsKey)) {
      return graph;
    }
    return new Graph(
        graph.name(),
        graph.inputs(),
        all(graph.outputs()),
        graph.constants(),
        graph.nodes().stream().map(this::apply).toList(),
        keys(graph.types()),
        keys(graph.origins()),
        graph.unread());
  }

  /** {@code graph} with every occurrence renamed, definitions too, at every depth. */
  public Graph applyEverywhere(Graph graph) {
    return new Graph(
        graph.name(),
        all(graph.inputs()),
        all(graph.outputs()),
        keys(graph.constants()),
        graph.nodes().stream().map(this::applyEverywhere).toList(),
        keys(graph.types()),
        keys(graph.origins()),
        graph.unread());
  }

  private Node applyEverywhere(Node node) {
    return node.withInputs(all(node.inputs()))
        .withOutputs(all(node.outputs()))
        .mapGraphs(this::applyEverywhere);
  }

  private List<Value> all(List<Value> values) {
    return values.stream().map(this::apply).toList();
  }

  private <T> Map<Value, T> keys(Map<Value, T> map) {
    Map<Value, T> renamed = new LinkedHashMap<>();
    map.forEach((value, fact) -> renamed.putIfAbsent(apply(value), fact));
    return renamed;
  }
}
