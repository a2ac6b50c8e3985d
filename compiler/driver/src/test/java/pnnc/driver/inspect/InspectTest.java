package pnnc.driver.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.driver.InspectRequest;
import pnnc.driver.LocalDriver;
import pnnc.driver.Session;
import pnnc.driver.Settings;
import pnnc.driver.testing.Heard;

class InspectTest {
  @TempDir Path folder;

  @Test
  void moreThanCanBeCountedIsNotShownAsANumber() throws IOException {
    Path model = folder.resolve("net.pnnir");
    Files.writeString(
        model,
        """
        pnnir 1
        opset "" 17

        graph net(%x: f32[N, M, 2]) -> (%y: f32[N, M, 1]) {
          const %w: f32[2, 1] = [[1.0], [2.0]]
          %y = MatMul(%x, %w)
        }
        """);
    long huge = 1L << 40;
    Settings settings =
        new Settings(1, 0, new TreeMap<>(Map.of("N", huge, "M", huge)), Optional.empty());
    String text =
        new LocalDriver()
            .inspect(new InspectRequest(model), new Session(settings, new Heard()))
            .text();
    assertThat(text)
        .contains("; more than 9.2e18 multiply-accumulates a run")
        .doesNotContain("9,223,372,036,854,775,807");
  }

  @Test
  void whatNormalisationLeavesOnTheHostIsSaid() throws IOException {
    Path model = folder.resolve("net.pnnir");
    Files.writeString(
        model,
        """
        pnnir 1
        opset "" 17

        graph net(%x: u8[1, 3], %w: u8[3, 2]) -> (%y: i32[1, 2]) {
          %y = MatMulInteger(%x, %w)
        }
        """);
    Heard heard = new Heard();
    new LocalDriver().inspect(new InspectRequest(model), new Session(Settings.defaults(), heard));
    assertThat(heard.diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly(DiagnosticCode.STAYS_ON_HOST);
    assertThat(heard.diagnostics().get(0).message())
        .contains("MatMulInteger")
        .contains("not constant");
  }
}
