package pnnc.driver.compile;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.diagnostics.ExitStatus;
import pnnc.driver.CompileRequest;
import pnnc.driver.LayoutFormat;
import pnnc.driver.LocalDriver;
import pnnc.driver.Outcome;
import pnnc.driver.Session;
import pnnc.driver.Settings;
import pnnc.driver.data.DataOptions;
import pnnc.driver.data.DataOrder;
import pnnc.driver.data.Labels;
import pnnc.driver.data.Normalization;
import pnnc.driver.files.OnnxFiles;
import pnnc.driver.testing.Heard;
import pnnc.driver.testing.Shared;
import pnnc.ir.network.NetworkParser;

/** Labels of the data against the model and its twin. */
class AccuracyRoadTest {
  /** The class is the place of the larger of two numbers. */
  private static final String ONE =
      """
      pnnir 1
      opset "" 17

      graph net(%x: f32[1, 2]) -> (%y: f32[1, 2]) {
        const %w: f32[2, 2] = [[1.0, 0.0], [0.0, 1.0]]
        %y = MatMul(%x, %w)
      }
      """;

  private static final String TWO =
      ONE.replace("(%y: f32[1, 2])", "(%y: f32[1, 2], %z: f32[1, 2])")
          .replace("%y = MatMul(%x, %w)", "%y = MatMul(%x, %w)\n  %z = Relu(%y)");

  private static final String NONE =
      ONE.replace("(%y: f32[1, 2])", "(%z: f32[1, 1])")
          .replace(
              "%y = MatMul(%x, %w)",
              "%y: f32[1, 2] = MatMul(%x, %w)\n  %z = ReduceMax(%y) {axes = [1]}");

  @TempDir Path folder;

  private final Heard heard = new Heard();

  @BeforeEach
  void writeData() throws IOException {
    Files.writeString(folder.resolve("x.csv"), "0,1\n1,0\n3,2\n0,5\n");
  }

  private Outcome compile(String network, String target, String labels) throws IOException {
    Path model = folder.resolve("net.onnx");
    OnnxFiles.write(NetworkParser.parse("net", network), model);
    Path file = folder.resolve("y.csv");
    Files.writeString(file, labels);
    DataOptions data = DataOptions.of(folder.resolve("x.csv"));
    CompileRequest request =
        new CompileRequest(
            model,
            target,
            new TreeMap<>(Map.of()),
            folder.resolve("out"),
            Optional.of(labels.isEmpty() ? data : data.with(new Labels.Beside(file))),
            List.of(),
            LayoutFormat.PREFERRED,
            true);
    return new LocalDriver().compile(request, new Session(Settings.defaults(), heard));
  }

  private static JsonObject verify(Outcome outcome) {
    return outcome.summary().getAsJsonObject("verify");
  }

  @Test
  void modelAndTwinAreReportedSideBySide() throws IOException {
    Outcome outcome = compile(ONE, "toy", "1\n0\n0\n0\n");
    JsonObject accuracy = verify(outcome).getAsJsonObject("accuracy");
    assertThat(accuracy.get("model").getAsDouble()).isEqualTo(0.75);
    assertThat(accuracy.get("twin").getAsDouble()).isEqualTo(0.75);
    assertThat(accuracy.get("samples").getAsLong()).isEqualTo(4);
    assertThat(outcome.text())
        .contains("accuracy on 4 labelled samples: model 75.00 %, twin 75.00 %");
    assertThat(heard.diagnostics()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"CHW, 0.12", "HWC, 0.59"})
  void imagesThatAreStoredPixelByPixelAreRearranged(DataOrder order, double accuracy) {
    DataOptions data =
        DataOptions.of(Shared.path("datasets/cifar10-sample/cifar10_test_100.csv"))
            .with(new Labels.FirstColumn())
            .with(Normalization.parse("0.4914/0.4822/0.4465,0.2023/0.1994/0.2010"))
            .with(order);
    CompileRequest request =
        new CompileRequest(
            Shared.path("models/cnn-cifar10-deep/model.onnx"),
            CompileRequest.HOST,
            new TreeMap<>(Map.of()),
            folder.resolve("cifar"),
            Optional.of(data),
            List.of(),
            LayoutFormat.PREFERRED,
            true);
    Outcome outcome = new LocalDriver().compile(request, new Session(Settings.defaults(), heard));
    assertThat(verify(outcome).getAsJsonObject("accuracy").get("model").getAsDouble())
        .isEqualTo(accuracy);
  }

  @Test
  void tooFewSamplesAreTheReasonOfADoubt() throws IOException {
    doubtful(
        compile(ONE, "toy", ""), "too few samples: 4 decisions of output `y`, 299 needed to show");
  }

  @Test
  void anOutputWithoutNumbersIsTheReasonOfADoubt() throws IOException {
    Files.writeString(folder.resolve("x.csv"), "nan,nan\nnan,nan\n");
    doubtful(
        compile(ONE, CompileRequest.HOST, ""),
        "reference output `y` is NaN or infinite in every sample");
  }

  private void doubtful(Outcome outcome, String reason) throws IOException {
    assertThat(outcome.status()).isEqualTo(ExitStatus.INCONCLUSIVE);
    assertThat(outcome.summary().get("reason").getAsString()).contains(reason);
    assertThat(outcome.text()).contains("  inconclusive because ").contains(reason);
    assertThat(folder.resolve("out/report.json")).content().contains(reason);
  }

  @Test
  void aClearVerdictHasNoReason() throws IOException {
    assertThat(compile(ONE, CompileRequest.HOST, "").summary().get("reason").isJsonNull()).isTrue();
  }

  @Test
  void withoutLabelsThereIsNoAccuracy() throws IOException {
    Outcome outcome = compile(ONE, CompileRequest.HOST, "");
    assertThat(verify(outcome).get("accuracy").isJsonNull()).isTrue();
    assertThat(outcome.text()).doesNotContain("accuracy on");
    assertThat(heard.diagnostics()).isEmpty();
  }

  @Test
  void twoOutputsOfScoresAreAmbiguous() throws IOException {
    unused(compile(TWO, CompileRequest.HOST, "1\n0\n0\n0\n"), "which output they are for: y, z");
  }

  @Test
  void noOutputOfScoresIsSaid() throws IOException {
    unused(compile(NONE, CompileRequest.HOST, "1\n0\n0\n0\n"), "no output holds one row");
  }

  @Test
  void aLabelThatIsNoClassIsSaid() throws IOException {
    unused(
        compile(ONE, CompileRequest.HOST, "1\n0\n2\n0\n"), "label 2 is not one of the 2 classes");
  }

  private void unused(Outcome outcome, String why) {
    assertThat(verify(outcome).get("accuracy").isJsonNull()).isTrue();
    assertThat(heard.diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly(DiagnosticCode.LABELS_UNUSED);
    assertThat(heard.diagnostics().get(0).message()).contains(why);
  }
}
