package pnnc.driver.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Network;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.Value;

/**
 * A case whose weights come as inputs, with those made constant: all inputs of a linear operator but
 * the first.
 */
record BoundCase(Network network, Map<String, Tensor> inputs, List<Tensor> outputs) {
  private static final Set<String> LINEAR =
      Set.of(
          "Conv",
          "ConvInteger",
          "ConvTranspose",
          "GRU",
          "Gemm",
          "LSTM",
          "MatMul",
          "MatMulInteger",
          "QLinearConv",
          "QLinearMatMul",
          "RNN");

  static boolean applies(ModelCase model) {
    Graph graph = Road.read(model).graph();
    return graph.nodes().size() == 1 && LINEAR.contains(graph.nodes().get(0).op().name());
  }

  static BoundCase of(ModelCase model) {
    Network network = Road.read(model);
    Graph graph = network.graph();
    ModelCase.DataSet set = model.dataSets().get(0);
    Map<String, Tensor> named = set.named(graph);
    Value data = graph.nodes().get(0).input(0);
    Map<Value, Tensor> constants = new LinkedHashMap<>(graph.constants());
    List<Value> inputs = new ArrayList<>();
    for (Value input : graph.inputs()) {
      if (input.equals(data)) {
        inputs.add(input);
      } else {
        constants.put(input, named.get(input.name()));
      }
    }
    Graph bound =
        new Graph(
            graph.name(),
            inputs,
            graph.outputs(),
            constants,
            graph.nodes(),
            graph.types(),
            graph.origins(),
            graph.unread());
    return new BoundCase(
        network.withGraph(bound), Map.of(data.name(), named.get(data.name())), set.outputs());
  }
}
