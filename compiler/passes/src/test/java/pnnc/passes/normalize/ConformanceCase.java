package pnnc.passes.normalize;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import pnnc.base.bytes.ByteSource;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Network;
import pnnc.ir.network.Node;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.Value;
import pnnc.onnx.read.OnnxReader;
import pnnc.onnx.tensor.ExternalData;
import pnnc.onnx.tensor.OnnxTensors;

/**
 * One of the ONNX project's published cases: a model, inputs, outputs.
 *
 * @param network what is given as inputs stays an input
 */
record ConformanceCase(Network network, Map<String, Tensor> inputs, Map<String, Tensor> outputs) {
  /** For each operator the inputs that are weights, scales or other parameters. */
  private static final Map<String, Set<Integer>> PARAMETERS =
      Map.ofEntries(
          Map.entry("Conv", Set.of(1, 2)),
          Map.entry("ConvTranspose", Set.of(1, 2)),
          Map.entry("Gemm", Set.of(1, 2)),
          Map.entry("MatMul", Set.of(1)),
          Map.entry("QLinearConv", Set.of(1, 2, 3, 4, 5, 6, 7, 8)),
          Map.entry("QLinearMatMul", Set.of(1, 2, 3, 4, 5, 6, 7)),
          Map.entry("MatMulInteger", Set.of(1, 2, 3)),
          Map.entry("ConvInteger", Set.of(1, 2, 3)),
          Map.entry("BatchNormalization", Set.of(1, 2, 3, 4)),
          Map.entry("Dropout", Set.of(1, 2)),
          Map.entry("RNN", Set.of(1, 2, 3)),
          Map.entry("GRU", Set.of(1, 2, 3)),
          Map.entry("LSTM", Set.of(1, 2, 3, 7)));

  static ConformanceCase read(Path folder) throws IOException {
    ByteSource model = bytes(folder.resolve("model.onnx"));
    Network network = OnnxReader.read(model, ExternalData.NONE, new Diagnostics());
    List<Value> given =
        network.graph().inputs().stream()
            .filter(v -> !network.graph().constants().containsKey(v))
            .toList();
    Path data = folder.resolve("test_data_set_0");
    return new ConformanceCase(
        network, tensors(data, "input", given), tensors(data, "output", network.graph().outputs()));
  }

  private static Map<String, Tensor> tensors(Path data, String kind, List<Value> values)
      throws IOException {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (int i = 0; i < values.size(); i++) {
      Path file = data.resolve("%s_%d.pb".formatted(kind, i));
      tensors.put(values.get(i).name(), OnnxTensors.read(bytes(file)));
    }
    return tensors;
  }

  private static ByteSource bytes(Path file) throws IOException {
    return ByteSource.of(file.getFileName().toString(), Files.readAllBytes(file));
  }

  /** This case with weights as constants, where the model takes them as inputs. */
  ConformanceCase withConstantWeights() {
    Graph graph = network.graph();
    Set<Value> parameters = new LinkedHashSet<>();
    graph.nodes().forEach(n -> parametersOf(n).forEach(parameters::add));
    parameters.retainAll(graph.inputs());
    Map<Value, Tensor> constants = new LinkedHashMap<>(graph.constants());
    parameters.forEach(v -> constants.computeIfAbsent(v, k -> inputs.get(k.name())));
    List<Value> left = new ArrayList<>(graph.inputs());
    left.removeAll(parameters);
    Map<String, Tensor> fewer = new LinkedHashMap<>(inputs);
    parameters.forEach(v -> fewer.remove(v.name()));
    Graph bound =
        new Graph(
            graph.name(),
            left,
            graph.outputs(),
            constants,
            graph.nodes(),
            graph.types(),
            graph.origins(),
            graph.unread());
    return new ConformanceCase(network.withGraph(bound), fewer, outputs);
  }

  private static Stream<Value> parametersOf(Node node) {
    return PARAMETERS
        .getOrDefault(node.op().isStandard() ? node.op().name() : "", Set.of())
        .stream()
        .map(node::input)
        .filter(Value::isPresent);
  }
}
