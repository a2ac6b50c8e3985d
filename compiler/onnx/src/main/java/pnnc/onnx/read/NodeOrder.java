package pnnc.onnx.read;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.ir.network.Node;
import pnnc.ir.network.Value;

/** Puts the operations of a graph in order, which ONNX asks of its files but not all keep. */
final class NodeOrder {
  private final Faults faults;
  private final String element;

  NodeOrder(Faults faults, String element) {
    this.faults = faults;
    this.element = element;
  }

  /**
   * {@code nodes} with each after those it needs; as they are, after a report, if that cannot be.
   */
  List<Node> sort(List<Node> nodes) {
    Map<Value, Integer> producers = new HashMap<>();
    for (int i = 0; i < nodes.size(); i++) {
      for (Value output : nodes.get(i).outputs()) {
        producers.put(output, i);
      }
    }
    producers.remove(Value.ABSENT);
    DependencyOrder order = DependencyOrder.of(nodes.size(), i -> needs(nodes.get(i), producers));
    if (order.onCycle().isPresent()) {
      Node node = nodes.get(order.onCycle().getAsInt());
      faults.add(DiagnosticCode.GRAPH_CYCLIC.error(node.id().name()), element);
      return nodes;
    }
    return Arrays.stream(order.order()).mapToObj(nodes::get).toList();
  }

  private static int[] needs(Node node, Map<Value, Integer> producers) {
    return node.uses().stream()
        .map(producers::get)
        .filter(Objects::nonNull)
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
