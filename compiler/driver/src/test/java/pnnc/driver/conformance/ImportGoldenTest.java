package pnnc.driver.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.shape.Dim;
import pnnc.base.shape.Shape;
import pnnc.driver.ImportRequest;
import pnnc.driver.Reporter;
import pnnc.driver.Session;
import pnnc.driver.Settings;
import pnnc.driver.files.OnnxFiles;
import pnnc.driver.model.Import;
import pnnc.driver.model.ModelLoader;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Network;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorWriter;
import pnnc.ir.network.Value;
import pnnc.onnx.write.OnnxWriter;
import pnnc.sim.runtime.OnnxSession;
import pnnc.sim.runtime.SessionSettings;

/** Each model becomes the program that stands beside it, and that computes the same. */
class ImportGoldenTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("pnnc.root"), "compiler/driver/src/test/golden/import");

  private static final Session SESSION = new Session(Settings.defaults(), Reporter.SILENT);

  /** What symbolic dimensions are when the two are run. */
  private static final long SIZE = 3;

  @TempDir Path folder;

  static Stream<String> programs() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(f -> f.getFileName().toString())
          .filter(f -> f.endsWith(".in"))
          .map(f -> f.substring(0, f.length() - 3))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("programs")
  void modelReadsAsTheProgramBeside(String name) throws IOException {
    String text = Files.readString(imported(name));
    Path expected = FOLDER.resolve(name + ".out");
    String before = Files.exists(expected) ? Files.readString(expected) : "";
    if (Boolean.getBoolean("golden.update") && !text.equals(before)) {
      Files.writeString(expected, text);
    }
    assertThat(text).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("programs")
  void programComputesWhatTheModelDoes(String name) throws IOException {
    Network program = ModelLoader.load(imported(name), SESSION);
    Network model = ModelLoader.load(folder.resolve("model.onnx"), SESSION);
    Map<String, Tensor> inputs = inputs(model.graph());
    Map<String, Tensor> renamed = new LinkedHashMap<>();
    List<Tensor> values = List.copyOf(inputs.values());
    for (Value input : program.graph().inputs()) {
      renamed.put(input.name(), values.get(renamed.size()));
    }
    List<Tensor> expected = List.copyOf(run(model, inputs).values());
    assertThat(Closeness.difference(run(program, renamed), expected)).isEmpty();
  }

  private static Map<String, Tensor> run(Network network, Map<String, Tensor> inputs) {
    try (OnnxSession session =
        OnnxSession.open(OnnxWriter.toBytes(network), SessionSettings.PLAIN)) {
      return session.run(inputs);
    }
  }

  /** The program for the model called {@code name}, whose weights lie in an ONNX file. */
  private Path imported(String name) throws IOException {
    Path model = folder.resolve("model.onnx");
    OnnxFiles.write(ModelLoader.load(FOLDER.resolve(name + ".in"), SESSION), model);
    return imported(model);
  }

  private Path imported(Path model) throws IOException {
    Path program = folder.resolve("model.pnn");
    Import.run(
        new ImportRequest(model, Optional.of(program), Optional.empty()),
        SESSION,
        new StringBuilder());
    return program;
  }

  private static Map<String, Tensor> inputs(Graph graph) {
    Random random = new Random(7);
    Map<String, Tensor> inputs = new LinkedHashMap<>();
    for (Value input : graph.inputs()) {
      ElementType element = graph.type(input).element().orElseThrow();
      Shape shape = graph.type(input).shape().orElseThrow();
      long[] sizes = shape.dims().stream().map(Dim::size).mapToLong(s -> s.orElse(SIZE)).toArray();
      TensorWriter writer = new TensorWriter(element, Shape.of(sizes));
      for (long i = 0; i < Shape.of(sizes).elements().orElseThrow(); i++) {
        if (element.isFloat()) {
          writer.put((int) i, random.nextGaussian());
        } else {
          writer.put((int) i, 1L);
        }
      }
      inputs.put(input.name(), writer.build());
    }
    return inputs;
  }

  @Test
  void weightsThatNoFileHasAreWrittenBesideTheProgram() throws IOException {
    Path model = folder.resolve("net.pnnir");
    Files.copy(FOLDER.resolve("convolutions.in"), model);
    assertThat(Files.readString(imported(model)))
        .contains("weights extra = npz(\"model.weights.npz\")");
    assertThat(folder.resolve("model.weights.npz")).exists();
    assertThat(ModelLoader.load(folder.resolve("model.pnn"), SESSION).graph().inputs()).hasSize(1);
  }

  @Test
  void whatTheLanguageHasNoWordForIsRefused() throws IOException {
    Path model = folder.resolve("net.pnnir");
    Files.writeString(
        model,
        """
        pnnir 1
        opset "" 20

        graph main(%x: seq(f32[2])) -> (%n: i64[]) {
          %n = SequenceLength(%x)
        }
        """);
    assertThatThrownBy(() -> imported(model))
        .isInstanceOf(DiagnosedException.class)
        .hasMessageContaining("PNN3019")
        .hasMessageContaining("the input %x of type seq(f32[2])");
  }
}
