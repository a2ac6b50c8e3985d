package pnnc.examples.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.base.shape.Shape;
import pnnc.driver.program.ProgramModel;
import pnnc.ir.network.Network;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorElements;
import pnnc.onnx.write.OnnxWriter;
import pnnc.sim.runtime.OnnxSession;
import pnnc.sim.runtime.SessionSettings;

/** The programs of the language's design compute what plain loops compute. */
class LanguageExamplesTest {
  private static final Path PROGRAMS =
      Path.of(System.getProperty("pnnc.root")).resolve("examples/language");

  @TempDir Path folder;

  private final SplittableRandom random = new SplittableRandom(7);

  @BeforeEach
  void makeWeights() throws IOException {
    MakeWeights.write(folder);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void aPerceptron(int pictures) throws IOException {
    check("mlp.pnn", Map.of("image", tensor(pictures, 784)), References::mlp);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void aResidualNetwork(int pictures) throws IOException {
    check("res8.pnn", Map.of("x", tensor(pictures, 3, 32, 32)), References::res8);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5})
  void aDecoderWithACache(int past) throws IOException {
    for (int steps = 1; steps <= 3; steps++) {
      Map<String, Tensor> inputs = new LinkedHashMap<>();
      inputs.put("x", tensor(1, steps, 16));
      inputs.put("past_k", tensor(1, 2, past, 4));
      inputs.put("past_v", tensor(1, 2, past, 4));
      check("decoder.pnn", inputs, DecoderReference::of);
    }
  }

  @Test
  void aCacheGivesWhatAllTokensAtOnceGive() throws IOException {
    Tensor all = tensor(1, 4, 16);
    Tensor cache = tensor(1, 2, 2, 4);
    Map<String, Tensor> whole =
        run("decoder.pnn", Map.of("x", all, "past_k", cache, "past_v", cache));
    double[] last = new double[16];
    Tensor k = cache;
    Tensor v = cache;
    for (int s = 0; s < 4; s++) {
      float[] one = new float[16];
      for (int i = 0; i < 16; i++) {
        one[i] = (float) TensorElements.of(all).doubleAt(s * 16 + i);
      }
      Map<String, Tensor> step =
          run(
              "decoder.pnn",
              Map.of("x", Tensor.ofFloats(Shape.of(1, 1, 16), one), "past_k", k, "past_v", v));
      k = step.get("k");
      v = step.get("v");
      last = TensorElements.of(step.get("y")).toDoubles();
    }
    double[] expected = TensorElements.of(whole.get("y")).toDoubles();
    near("y", java.util.Arrays.copyOfRange(expected, 48, 64), last);
  }

  private Tensor tensor(long... sizes) {
    float[] values = new float[Math.toIntExact(Shape.of(sizes).elements().orElseThrow())];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextDouble(-1, 1);
    }
    return Tensor.ofFloats(Shape.of(sizes), values);
  }

  private Map<String, Tensor> run(String program, Map<String, Tensor> inputs) throws IOException {
    Path copy = folder.resolve(program);
    Files.writeString(copy, Files.readString(PROGRAMS.resolve(program)));
    Network network = new ProgramModel(copy, Optional.empty()).read(new Diagnostics(), Map.of());
    try (OnnxSession session =
        OnnxSession.open(OnnxWriter.toBytes(network), SessionSettings.DEFAULT)) {
      return session.run(inputs);
    }
  }

  private void check(
      String program,
      Map<String, Tensor> inputs,
      Function<Map<String, Tensor>, Map<String, double[]>> reference)
      throws IOException {
    Map<String, Tensor> found = run(program, inputs);
    Map<String, double[]> expected = reference.apply(inputs);
    assertThat(found).containsOnlyKeys(expected.keySet());
    expected.forEach(
        (name, values) -> near(name, values, TensorElements.of(found.get(name)).toDoubles()));
  }

  /** Within 1e-5 of the largest element. */
  private static void near(String name, double[] expected, double[] found) {
    double largest = java.util.Arrays.stream(expected).map(Math::abs).max().orElse(0);
    assertThat(found).as(name).hasSameSizeAs(expected);
    for (int i = 0; i < found.length; i++) {
      assertThat(found[i])
          .as("%s[%d]", name, i)
          .isCloseTo(expected[i], org.assertj.core.data.Offset.offset(1e-5 * largest));
    }
  }
}
