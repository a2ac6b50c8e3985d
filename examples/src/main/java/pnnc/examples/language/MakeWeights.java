package pnnc.examples.language;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pnnc.base.bytes.Blob;
import pnnc.base.shape.Shape;
import pnnc.driver.data.NpzWriter;
import pnnc.driver.files.OnnxFiles;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Network;
import pnnc.ir.network.Node;
import pnnc.ir.network.OpType;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.Value;
import pnnc.ir.network.ValueType;

/** Writes the files of weights that the programs in {@code examples/language} name. */
public final class MakeWeights {
  private MakeWeights() {}

  /**
   * Writes {@code mlp.onnx}, {@code res8.safetensors} and {@code decoder.npz}.
   *
   * @param args the folder to write into, which exists: {@code examples/language}
   */
  public static void main(String[] args) throws IOException {
    write(Path.of(args[0]));
  }

  static void write(Path folder) throws IOException {
    OnnxFiles.write(model(LanguageWeights.mlp()), folder.resolve("mlp.onnx"));
    try (OutputStream out = Files.newOutputStream(folder.resolve("res8.safetensors"))) {
      safetensors(LanguageWeights.res8(), out);
    }
    try (OutputStream out = Files.newOutputStream(folder.resolve("decoder.npz"))) {
      NpzWriter.write(LanguageWeights.decoder(), out);
    }
  }

  /** A model as an exporter writes it: a chain of Gemm and Relu. */
  private static Network model(Map<String, Tensor> weights) {
    Map<Value, Tensor> constants = new LinkedHashMap<>();
    weights.forEach((name, tensor) -> constants.put(new Value(name), tensor));
    Value image = new Value("image");
    Value output = new Value("scores");
    List<Node> nodes =
        List.of(
            Node.of("Flatten", List.of(image), new Value("flat")),
            gemm("flat", "fc1", "hidden"),
            Node.of("Relu", List.of(new Value("hidden")), new Value("active")),
            gemm("active", "fc2", "scores"));
    Map<Value, ValueType> types =
        Map.of(image, new ValueType.TensorType(ElementType.F32, Optional.of(Shape.of(1, 784))));
    Graph graph =
        new Graph(
            "mlp", List.of(image), List.of(output), constants, nodes, types, Map.of(), Blob.EMPTY);
    return new Network(graph, List.of(), Map.of("", 17), Network.Header.PNNC);
  }

  private static Node gemm(String from, String layer, String to) {
    List<Value> inputs =
        List.of(new Value(from), new Value(layer + ".weight"), new Value(layer + ".bias"));
    return new Node(
        OpType.of("Gemm"), "", inputs, List.of(new Value(to)), Map.of("transB", Attribute.of(1)));
  }

  /** The length of a header in JSON, the header, the elements. */
  private static void safetensors(Map<String, Tensor> tensors, OutputStream out)
      throws IOException {
    List<String> entries = new ArrayList<>();
    long at = 0;
    for (Map.Entry<String, Tensor> e : tensors.entrySet()) {
      long size = e.getValue().bytes().size();
      entries.add(
          "\"%s\":{\"dtype\":\"F32\",\"shape\":%s,\"data_offsets\":[%d,%d]}"
              .formatted(e.getKey(), Arrays.toString(e.getValue().sizes()), at, at + size));
      at += size;
    }
    byte[] header = ("{" + String.join(",", entries) + "}").getBytes(StandardCharsets.UTF_8);
    DataOutputStream data = new DataOutputStream(out);
    data.writeLong(Long.reverseBytes(header.length));
    data.write(header);
    for (Tensor tensor : tensors.values()) {
      byte[] bytes = new byte[(int) tensor.bytes().size()];
      tensor.bytes().slice(0, bytes.length).get(bytes);
      data.write(bytes);
    }
  }
}
