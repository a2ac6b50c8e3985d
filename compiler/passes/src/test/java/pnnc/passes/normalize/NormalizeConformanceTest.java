package pnnc.passes.normalize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import pnnc.ir.network.Graph;

/** The ONNX project's cases, weights bound to constants so that the passes fire. */
class NormalizeConformanceTest {
  private static final Path SHARED = Path.of(System.getProperty("pnnc.shared", ""));
  private static final Path CASES = SHARED.resolve("conformance/onnx-node");
  private static final Path MODELS = SHARED.resolve("models");

  private static final int OPSET = 3;
  private static final int OLDEST_OPSET = 7;

  /** Operators of which nothing may be left once their weights are constant. */
  private static final Set<String> REWRITTEN =
      Set.of(
          "BatchNormalization",
          "ConvInteger",
          "Dropout",
          "GRU",
          "LSTM",
          "MatMulInteger",
          "QLinearConv",
          "QLinearMatMul",
          "RNN");

  private static final Set<String> CHECKED = Set.of("Conv", "ConvTranspose", "Gemm", "MatMul");

  @TestFactory
  Stream<DynamicTest> publishedOutputsStay() throws IOException {
    assumeTrue(Files.isDirectory(CASES), "no conformance cases here: skipped");
    List<String> lines = Files.readAllLines(CASES.resolve("INDEX.csv"));
    return lines.stream()
        .map(line -> line.split(",", -1))
        .filter(row -> REWRITTEN.contains(row[1]) || CHECKED.contains(row[1]))
        .filter(row -> Integer.parseInt(row[OPSET]) >= OLDEST_OPSET)
        .map(row -> DynamicTest.dynamicTest(row[0], () -> checkCase(row[0], row[1])));
  }

  private static void checkCase(String name, String op) throws IOException {
    ConformanceCase published = ConformanceCase.read(CASES.resolve(name)).withConstantWeights();
    Normalized normalized = Normalized.of(published.network());
    Graph graph = normalized.after().graph();
    if (REWRITTEN.contains(op)) {
      assertThat(graph.nodes()).noneMatch(node -> node.is(op));
    }
    assertThat(reasons(graph)).noneMatch(reason -> reason.contains("normal form"));
    Agreement.check(
        published.outputs(), Normalized.compute(normalized.after(), published.inputs()));
  }

  /** Why linear operators of {@code graph} are none with constant weights. */
  private static List<String> reasons(Graph graph) {
    LinearOperators linear = LinearOperators.of(graph);
    return graph.nodes().stream().flatMap(node -> linear.whyNot(node).stream()).toList();
  }

  @Tag("slow")
  @TestFactory
  Stream<DynamicTest> realModelsComputeTheSame() throws IOException {
    assumeTrue(Files.isDirectory(MODELS), "no shared models here: skipped");
    try (Stream<Path> folders = Files.list(MODELS)) {
      List<Path> all =
          folders.filter(f -> Files.exists(f.resolve("test_data_set_0"))).sorted().toList();
      return all.stream()
          .map(f -> DynamicTest.dynamicTest(f.getFileName().toString(), () -> checkModel(f)));
    }
  }

  private static void checkModel(Path folder) throws IOException {
    ConformanceCase published = ConformanceCase.read(folder);
    Normalized normalized = Normalized.of(published.network());
    assertThat(reasons(normalized.after().graph()))
        .allMatch(reason -> reason.contains("come from operator"));
    Agreement.check(
        published.outputs(), Normalized.compute(normalized.after(), published.inputs()));
  }
}
