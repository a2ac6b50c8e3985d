package pnnc.driver.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
