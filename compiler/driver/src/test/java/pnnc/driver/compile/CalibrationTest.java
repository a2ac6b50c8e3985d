package pnnc.driver.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.shape.Shape;
import pnnc.driver.CompileRequest;
import pnnc.driver.LayoutFormat;
import pnnc.driver.Outcome;
import pnnc.driver.Session;
import pnnc.driver.Settings;
import pnnc.driver.data.DataOptions;
import pnnc.driver.files.OnnxFiles;
import pnnc.driver.testing.Heard;
import pnnc.driver.toy.ToyBackend;
import pnnc.ir.block.CalibrationData;
import pnnc.ir.network.NetworkParser;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorElements;

/** Blocks see, while they are lowered, what passes through them in the exact network. */
class CalibrationTest {
  /** Between %a and its two outputs the region is linear, so that a linear map can imitate it. */
  private static final String TEXT =
      """
      pnnir 1
      opset "" 17

      graph net(%x: f32[1, 3]) -> (%y: f32[1, 2], %z: f32[1, 2]) {
        const %w: f32[3, 2] = [[0.5, -1.0], [0.25, 0.75], [-0.5, 0.5]]
        const %v: f32[3, 2] = [[1.0, 0.5], [-0.75, 0.25], [0.5, 1.0]]
        %a: f32[1, 3] = Tanh(%x)
        %p: f32[1, 2] = MatMul(%a, %w)
        %q: f32[1, 2] = MatMul(%a, %v)
        %y = Softmax(%p)
        %z = Tanh(%q)
      }
      """;

  private static final int SAMPLES = 1000;

  @TempDir Path folder;

  private final Heard heard = new Heard();

  private CompileRequest request(Optional<DataOptions> data) throws IOException {
    Path onnx = folder.resolve("net.onnx");
    OnnxFiles.write(NetworkParser.parse("net", TEXT), onnx);
    return new CompileRequest(
        onnx,
        "toy",
        new TreeMap<>(Map.of()),
        folder.resolve("out"),
        data,
        List.of(),
        LayoutFormat.PREFERRED,
        true);
  }

  private static List<CompileRequest.Region> middle() {
    return List.of(new CompileRequest.Region("middle", List.of("a"), List.of("p", "q")));
  }

  private Optional<DataOptions> data() throws IOException {
    Random random = new Random(8);
    String rows =
        Stream.generate(
                () ->
                    "%s,%s,%s"
                        .formatted(
                            random.nextFloat() * 2 - 1,
                            random.nextFloat() * 2 - 1,
                            random.nextFloat() * 2 - 1))
            .limit(SAMPLES)
            .collect(Collectors.joining("\n", "", "\n"));
    Path file = folder.resolve("x.csv");
    Files.writeString(file, rows);
    return Optional.of(DataOptions.of(file));
  }

  private Outcome compile(CompileRequest request, Backends backends) {
    return Compile.run(request, new Session(Settings.defaults(), heard), backends);
  }

  @Test
  void aBlockOfTwoOutputsIsTrainedOnTheUsersData() throws IOException {
    Outcome outcome = compile(request(data()).with(middle()), Backends.installed());
    assertThat(outcome.summary().get("verdict").getAsString()).isEqualTo(Verified.EQUIVALENT);
    assertThat(outcome.summary().getAsJsonObject("physical").get("blocks").getAsInt()).isEqualTo(1);
    assertThat(heard.diagnostics()).isEmpty();
  }

  @Test
  void withoutDataItIsSaidThatInputsAreMadeUp() throws IOException {
    compile(request(Optional.empty()).with(middle()), Backends.installed());
    assertThat(heard.diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly(DiagnosticCode.CALIBRATION_DRAWN);
    assertThat(heard.diagnostics().get(0).message()).contains("block `middle`");
  }

  @Test
  void linearBlocksGetSamplesIfTheirBackendAsks() throws IOException {
    ToyBackend backend = new ToyBackend(7);
    compile(request(data()), Backends.of(List.of(backend)));
    Map<String, CalibrationData> seen = backend.calibrations();
    assertThat(seen).hasSize(2);
    for (CalibrationData data : seen.values()) {
      try (Stream<CalibrationData.Batch> batches = data.batches()) {
        assertThat(batches)
            .hasSize(7)
            .allSatisfy(b -> assertThat(b.inputs().get(0).shape()).isEqualTo(Shape.of(1, 3)))
            .allSatisfy(b -> assertThat(isMadeOf(b)).isTrue());
      }
    }
  }

  /** Whether the outputs are those of %p or of %q for the inputs. */
  private static boolean isMadeOf(CalibrationData.Batch batch) {
    double[] a = TensorElements.of(batch.inputs().get(0)).toDoubles();
    double[] y = TensorElements.of(batch.outputs().get(0)).toDoubles();
    double p = 0.5 * a[0] + 0.25 * a[1] - 0.5 * a[2];
    double q = a[0] - 0.75 * a[1] + 0.5 * a[2];
    return Math.abs(y[0] - p) < 1e-6 || Math.abs(y[0] - q) < 1e-6;
  }

  @Test
  void aTapKeepsAsManyCallsAsWantedAndAsFit() {
    assertThat(kept(100, 1 << 20)).isEqualTo(100);
    assertThat(kept(100, 80)).isEqualTo(10);
    assertThat(kept(5000, 1 << 20)).isEqualTo(1000);
    assertThat(kept(20, 8 * 15)).isEqualTo(15);
  }

  /** Of 1,000 calls with 8 bytes each; none is kept twice, and late ones are kept as well. */
  private static long kept(int wanted, long bytes) {
    Tap tap = new Tap(inputs -> List.of(), wanted, bytes, 3);
    for (int i = 0; i < 1000; i++) {
      tap.apply(List.of(Tensor.ofLongs(i)));
    }
    try (Stream<CalibrationData.Batch> batches = tap.data().orElseThrow().batches()) {
      long[] numbers =
          batches.mapToLong(b -> TensorElements.of(b.inputs().get(0)).longAt(0)).toArray();
      assertThat(numbers).doesNotHaveDuplicates();
      assertThat(Arrays.stream(numbers).max().orElseThrow()).isGreaterThan(500);
      return numbers.length;
    }
  }
}
