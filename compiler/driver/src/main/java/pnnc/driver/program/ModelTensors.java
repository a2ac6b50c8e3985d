package pnnc.driver.program;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Node;
import pnnc.ir.network.Tensor;
import pnnc.passes.shape.ConstantNode;

/**
 * The tensors in a model's file by name: initialisers, and what `Constant` operators hold under the
 * names of their results. Those of subgraphs too, where nothing outside has that name.
 */
public final class ModelTensors {
  private ModelTensors() {}

  /** All of them; none is read. */
  public static SortedMap<String, Supplier<Tensor>> of(Graph graph) {
    SortedMap<String, Supplier<Tensor>> tensors = new TreeMap<>();
    collect(graph, tensors);
    return tensors;
  }

  private static void collect(Graph graph, SortedMap<String, Supplier<Tensor>> tensors) {
    graph.constants().forEach((value, tensor) -> tensors.putIfAbsent(value.name(), () -> tensor));
    for (Node node : graph.nodes()) {
      ConstantNode.tensor(node)
          .ifPresent(tensor -> tensors.putIfAbsent(node.output().name(), () -> tensor));
    }
    graph.nodes().forEach(n -> n.graphs().forEach(g -> collect(g, tensors)));
  }
}
