package pnnc.driver.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import pnnc.base.bytes.ByteSource;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.Value;
import pnnc.onnx.tensor.OnnxTensors;

/**
 * A folder with {@code model.onnx} and {@code test_data_set_<k>/{input,output}_<i>.pb}, as the ONNX
 * project publishes its cases.
 */
record ModelCase(String name, Path folder) {
  /** One set of inputs with what should come out, in the order of the graph. */
  record DataSet(List<Tensor> inputs, List<Tensor> outputs) {
    /** The inputs by name: the i-th file belongs to the i-th input that has no default. */
    Map<String, Tensor> named(Graph graph) {
      Map<String, Tensor> named = new LinkedHashMap<>();
      int next = 0;
      for (Value input : graph.inputs()) {
        if (!graph.constants().containsKey(input) && next < inputs.size()) {
          named.put(input.name(), inputs.get(next++));
        }
      }
      return named;
    }
  }

  /** The cases in the folders below {@code root}, sorted; none if it does not exist. */
  static List<ModelCase> below(Path root) {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(f -> f.getFileName().toString().equals("model.onnx"))
          .map(f -> new ModelCase(root.relativize(f.getParent()).toString(), f.getParent()))
          .sorted(java.util.Comparator.comparing(ModelCase::name))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path model() {
    return folder.resolve("model.onnx");
  }

  List<DataSet> dataSets() {
    List<DataSet> sets = new ArrayList<>();
    for (int k = 0; Files.isDirectory(set(k)); k++) {
      sets.add(new DataSet(tensors(set(k), "input_"), tensors(set(k), "output_")));
    }
    return sets;
  }

  private Path set(int k) {
    return folder.resolve("test_data_set_" + k);
  }

  private static List<Tensor> tensors(Path set, String prefix) {
    List<Tensor> tensors = new ArrayList<>();
    for (int i = 0; Files.exists(set.resolve(prefix + i + ".pb")); i++) {
      tensors.add(read(set.resolve(prefix + i + ".pb")));
    }
    return tensors;
  }

  private static Tensor read(Path file) {
    try {
      return OnnxTensors.read(ByteSource.of(file.toString(), Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
