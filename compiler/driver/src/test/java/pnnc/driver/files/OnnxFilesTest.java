package pnnc.driver.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pnnc.base.bytes.Blob;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.base.shape.Shape;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Network;
import pnnc.ir.network.Node;
import pnnc.ir.network.Origin;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.Value;
import pnnc.ir.network.ValueType;

/** Models on disk. */
class OnnxFilesTest {
  private static final Value X = new Value("x");
  private static final Value W = new Value("w");
  private static final Value Y = new Value("y");

  @TempDir private Path folder;

  @Test
  void whatWasWrittenIsReadAgain() throws IOException {
    Path file = folder.resolve("net.onnx");
    OnnxFiles.write(network(1), file);
    assertThat(OnnxFiles.read(file, new Diagnostics())).isEqualTo(network(1));
    assertThat(names()).containsExactly("net.onnx");
  }

  @Test
  void aModelMayBeWrittenOverTheOneItCameFrom() {
    Path file = folder.resolve("net.onnx");
    OnnxFiles.write(network(1), file);
    Network mapped = OnnxFiles.read(file, new Diagnostics());
    OnnxFiles.write(mapped, file);
    assertThat(OnnxFiles.read(file, new Diagnostics())).isEqualTo(network(1));
  }

  @Test
  void whatCannotBeWrittenLeavesNothingBehind() throws IOException {
    Path file = Files.createDirectories(folder.resolve("net.onnx/inside")).getParent();
    assertThatThrownBy(() -> OnnxFiles.write(network(1), file))
        .isInstanceOf(DiagnosedException.class)
        .hasMessageStartingWith("PNN7002");
    assertThat(names()).containsExactly("net.onnx");
    assertThatThrownBy(() -> OnnxFiles.write(network(1), folder.resolve("none/net.onnx")))
        .hasMessageEndingWith("no such file or folder");
  }

  @Test
  void whatIsNoFileCannotBeRead() {
    assertThatThrownBy(() -> OnnxFiles.read(folder, new Diagnostics()))
        .hasMessageStartingWith("PNN7001")
        .hasMessageEndingWith("not a regular file");
    assertThatThrownBy(() -> OnnxFiles.read(folder.resolve("none.onnx"), new Diagnostics()))
        .hasMessageStartingWith("PNN7001")
        .hasMessageEndingWith("no such file or folder");
  }

  private List<String> names() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(p -> p.getFileName().toString()).sorted().toList();
    }
  }

  private static Network network(float weight) {
    ValueType type = ValueType.tensor(ElementType.F32, Shape.of(2));
    Graph graph =
        new Graph(
            "g",
            List.of(X),
            List.of(Y),
            Map.of(W, Tensor.ofFloats(Shape.of(2), weight, 2)),
            List.of(Node.of("Add", List.of(X, W), Y)),
            Map.of(X, type, Y, type),
            Map.of(Y, Origin.named("sum")),
            Blob.EMPTY);
    return new Network(graph, List.of(), Map.of("", 13), Network.Header.PNNC);
  }
}
