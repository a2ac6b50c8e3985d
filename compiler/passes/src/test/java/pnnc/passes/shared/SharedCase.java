package pnnc.passes.shared;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import pnnc.base.bytes.ByteSource;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Network;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.Value;
import pnnc.ir.network.ValueType;
import pnnc.onnx.read.OnnxReader;
import pnnc.onnx.tensor.ExternalData;
import pnnc.onnx.tensor.OnnxTensors;

/**
 * A model with test data.
 *
 * @param model the ONNX file; the data lie in {@code test_data_set_0} beside it
 */
record SharedCase(Path model) {
  private static final int SMALL = 64;

  /** All cases below a folder of {@code ../shared}, except models that pnnc refuses. */
  static List<SharedCase> below(String folder) throws IOException {
    Path root = Path.of(System.getProperty("pnnc.shared", ""), folder);
    assumeTrue(Files.isDirectory(root), "skipped: there is no " + folder + " beside this checkout");
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(f -> f.endsWith("model.onnx") && !f.toString().contains("unsupported"))
          .sorted()
          .map(SharedCase::new)
          .toList();
    }
  }

  String title() {
    return model.getParent().getFileName().toString();
  }

  Network network() throws IOException {
    return OnnxReader.read(bytes(model), ExternalData.NONE, new Diagnostics());
  }

  private static ByteSource bytes(Path file) throws IOException {
    return ByteSource.of(file.toString(), Files.readAllBytes(file));
  }

  /** The test data of the inputs without default, by name. */
  Map<String, Tensor> inputs() throws IOException {
    Map<String, Tensor> inputs = new LinkedHashMap<>();
    Graph graph = network().graph();
    int number = 0;
    for (Value input : graph.inputs()) {
      Path file = model.resolveSibling("test_data_set_0/input_" + number + ".pb");
      if (!graph.constants().containsKey(input) && Files.exists(file)) {
        inputs.put(input.name(), OnnxTensors.read(bytes(file)));
        number++;
      }
    }
    return inputs;
  }

  /** The network with small integer inputs (shapes, axes) made constants: their test data. */
  Network withIntegersBound() throws IOException {
    Network network = network();
    Graph graph = network.graph();
    Map<Value, Tensor> constants = new LinkedHashMap<>(graph.constants());
    List<Value> open = new ArrayList<>(graph.inputs());
    inputs()
        .forEach(
            (name, tensor) -> {
              if (tensor.elements() <= SMALL && isIndex(tensor.type())) {
                constants.put(new Value(name), tensor);
                open.remove(new Value(name));
              }
            });
    return network.withGraph(with(graph, open, constants, graph.types()));
  }

  private static boolean isIndex(ElementType type) {
    return type == ElementType.I64 || type == ElementType.I32;
  }

  /** The network with nothing but the types of its inputs: no answer can be copied. */
  static Network withoutTypes(Network network) {
    Graph graph = network.graph();
    Map<Value, ValueType> types = new LinkedHashMap<>(graph.types());
    types.keySet().retainAll(graph.inputs());
    return network.withGraph(with(graph, graph.inputs(), graph.constants(), types));
  }

  private static Graph with(
      Graph graph, List<Value> inputs, Map<Value, Tensor> constants, Map<Value, ValueType> types) {
    return new Graph(
        graph.name(),
        inputs,
        graph.outputs(),
        constants,
        graph.nodes(),
        types,
        graph.origins(),
        graph.unread());
  }
}
