package pnnc.frontend.write;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Node;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.Value;

/** Operations as numbers: alike for those that may stand at the same place of equal blocks. */
final class NodeWords {
  private final Graph graph;
  private final Map<List<Object>, Integer> numbers = new HashMap<>();

  private NodeWords(Graph graph) {
    this.graph = graph;
  }

  static int[] of(Graph graph) {
    NodeWords words = new NodeWords(graph);
    return graph.nodes().stream().mapToInt(words::number).toArray();
  }

  private int number(Node node) {
    List<Object> word = new ArrayList<>();
    word.add(node.hasGraphs() ? node.id() : node.op());
    word.add(node.attributes());
    node.inputs().forEach(v -> word.add(kind(v)));
    node.outputs().forEach(v -> word.add(v.isPresent() ? graph.type(v) : "none"));
    return numbers.computeIfAbsent(word, k -> numbers.size());
  }

  /** Weights may differ, numbers that say what to do may not. */
  private Object kind(Value value) {
    if (!value.isPresent()) {
      return "none";
    }
    Optional<Tensor> constant = graph.constant(value);
    if (constant.isEmpty()) {
      return "value";
    }
    return constant.get().type().isFloat() ? constant.get().valueType() : constant.get();
  }
}
