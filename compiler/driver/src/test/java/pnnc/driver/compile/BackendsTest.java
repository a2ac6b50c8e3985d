package pnnc.driver.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;

/** What {@code -t} can name. */
class BackendsTest {
  private static final String PROGRAM =
      """
      schema toy {
        pitch: um = 0.5 um
        adc: record { width: bit in 1 bit .. 12 bit = 8 bit }
      }

      target bench : toy {
        adc = { width = 6 bit }
      }

      target chip : std.crossbar {
        technology = std.tech.rom130
        cell = std.device.via_rom
      }

      target wrong : toy {
        pitch = 3 dB
      }
      """;

  @TempDir Path folder;

  private String file(String name) throws IOException {
    return Files.writeString(folder.resolve("lab.pnn"), PROGRAM) + name;
  }

  private static Diagnostic refusal(String target, Map<String, String> overrides) {
    try {
      Backends.installed().choose(target, overrides);
      throw new AssertionError(target + " was accepted");
    } catch (DiagnosedException refused) {
      assertThat(refused.diagnostics()).hasSize(1);
      return refused.diagnostics().get(0);
    }
  }

  @Test
  void aTargetOfAFileGoesToTheBackendOfItsSchema() throws IOException {
    Backends.Chosen chosen = Backends.installed().choose(file("#bench"), Map.of());
    assertThat(chosen.backend().name()).isEqualTo("toy");
    assertThat(chosen.target().settings())
        .containsEntry("adc.width", "6 bit")
        .containsEntry("pitch", "0.5 um");
  }

  @Test
  void aTechnologyReachesTheBackendAsLayoutsSeeIt() throws IOException {
    Files.writeString(
        folder.resolve("made.pnn"),
        """
        schema toy { technology: std.tech.process }
        target made : toy { technology = std.tech.rom130 }
        """);
    Backends.Chosen chosen =
        Backends.installed().choose(folder.resolve("made.pnn") + "#made", Map.of());
    assertThat(chosen.target().process().orElseThrow().mask("met1").number()).isEqualTo(68);
    assertThat(Backends.installed().choose(file("#bench"), Map.of()).target().process()).isEmpty();
  }

  @Test
  void fieldsAreOverridden() throws IOException {
    Backends.Chosen chosen =
        Backends.installed().choose(file("#bench"), Map.of("adc.width", "4bit"));
    assertThat(chosen.target().settings()).containsEntry("adc.width", "4 bit");
    assertThatThrownBy(
            () -> Backends.installed().choose(file("#bench"), Map.of("adc.width", "40bit")))
        .isInstanceOf(DiagnosedException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "crossbar, 'the target `crossbar` is a `std.crossbar`, and no backend for that is installed;"
        + " installed: toy'",
    "mzi, 'the target `mzi` is a `std.mzi_mesh`, and no backend for that is installed; installed:"
        + " toy'"
  })
  void readyMadeTargetsNeedTheirBackend(String target, String message) {
    Diagnostic refusal = refusal(target, Map.of());
    assertThat(refusal.code()).isEqualTo(DiagnosticCode.BACKEND_MISSING);
    assertThat(refusal.message()).isEqualTo(message);
  }

  @Test
  void whatAFileSaysOfOtherHardwareNeedsItsBackend() throws IOException {
    assertThat(refusal(file("#chip"), Map.of()).code()).isEqualTo(DiagnosticCode.BACKEND_MISSING);
  }

  @Test
  void unknownTargetsAreToldWithTheNearest() {
    Diagnostic refusal = refusal("crosbar", Map.of());
    assertThat(refusal.message())
        .isEqualTo(
            "there is no target called `crosbar`; known: host, crossbar, reram, mzi, glass, fefet, toy");
    assertThat(refusal.help()).containsExactly("did you mean `crossbar`?");
  }

  @Test
  void faultsOfTheFileAreItsOwn() throws IOException {
    Diagnostic refusal = refusal(file("#wrong"), Map.of());
    assertThat(refusal.code().id()).startsWith("PNN24");
    assertThat(refusal.place().orElseThrow().describe()).contains("lab.pnn:16:");
    assertThat(refusal(file("#nothing"), Map.of()).message()).contains("`nothing`");
  }
}
