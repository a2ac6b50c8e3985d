package pnnc.crossbar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.diagnostics.ExitStatus;
import pnnc.crossbar.testing.Digits;
import pnnc.driver.LocalDriver;
import pnnc.driver.Outcome;
import pnnc.driver.Reporter;
import pnnc.driver.Session;
import pnnc.driver.Settings;
import pnnc.driver.VerifyRequest;

/** What a network takes as a die, and what a target says it may. */
class CostsAndLimitsTest {
  @TempDir Path folder;
  private final List<Diagnostic> heard = new ArrayList<>();

  private Outcome compile(String limits, boolean isVerified) throws IOException {
    Path target =
        Files.writeString(
            folder.resolve("chip.pnn"),
            """
            target chip : std.crossbar {
              technology = std.tech.rom130
              cell = std.device.via_rom
              lines = { width = 1 um }
              %s
            }
            """
                .formatted(limits));
    return new LocalDriver()
        .compile(
            Digits.request(target + "#chip", new TreeMap<>(), folder.resolve("out"), isVerified),
            new Session(Settings.defaults(), reporter()));
  }

  private Reporter reporter() {
    return new Reporter() {
      @Override
      public void phase(String name) {}

      @Override
      public void progress(String unit, long done, long total) {}

      @Override
      public void diagnostic(Diagnostic diagnostic) {
        heard.add(diagnostic);
      }

      @Override
      public void artifact(Path path, long bytes) {}
    };
  }

  /** Two tiles of 100 and 32 inputs, 32 and 10 outputs, one after the other. */
  @Test
  void energyLatencyAndAreaAreReported() throws IOException {
    Outcome outcome = compile("", true);
    JsonObject report = outcome.summary();
    JsonObject costs = report.getAsJsonObject("costs");
    double inputs = costs.get("inputConvertersJ").getAsDouble();
    double outputs = costs.get("outputConvertersJ").getAsDouble();
    double array = costs.get("arrayJ").getAsDouble();
    double amplifiers = costs.get("amplifiersJ").getAsDouble();
    double held = 10e-9 + 8 * 5e-9;
    assertThat(inputs).isCloseTo((100 + 32) * 10e-12, within(1e-20));
    assertThat(outputs).isCloseTo((32 + 10) * 5.3e-12, within(1e-20));
    assertThat(amplifiers).isCloseTo((32 + 10) * 0.48e-3 * held, within(1e-20));
    assertThat(array).isBetween(1e-12, 102 * 64 * 17.8e-6 * 0.04 * held);
    assertThat(report.get("energyPerInferenceJ").getAsDouble())
        .isCloseTo(inputs + outputs + array + amplifiers, within(1e-18));
    assertThat(report.get("latencyS").getAsDouble()).isCloseTo(2 * (held + 45e-9), within(1e-15));
    assertThat(costs.get("irDrop").getAsDouble()).isBetween(0.001, 0.1);
    assertThat(outcome.text()).contains("  energy ", " nJ for an inference (cells and wires ");
    double area = report.getAsJsonObject("layout").get("areaUm2").getAsDouble();
    Outcome again =
        new LocalDriver()
            .verify(
                VerifyRequest.of(folder.resolve("out")).with(Digits.data()),
                new Session(Settings.defaults(), Reporter.SILENT));
    assertThat(again.summary().getAsJsonObject("layout").get("areaUm2").getAsDouble())
        .isEqualTo(area)
        .isBetween(1e5, 1e7);
    assertThat(again.summary().get("costs")).isEqualTo(report.get("costs"));
  }

  @Test
  void limitsThatAreMissedEndTheRunSo() throws IOException {
    Outcome outcome =
        compile(
            """
            limit energy <= 100 pJ
              limit power <= 1 mW at 1 kHz
              limit latency <= 10 us
              limit ir_drop <= 0.01 %
              limit area <= 0.1 mm^2
              limit tiles <= 2
            """,
            true);
    assertThat(outcome.status()).isEqualTo(ExitStatus.LIMIT_MISSED);
    assertThat(outcome.summary().get("verdict").getAsString()).isEqualTo("equivalent");
    assertThat(heard).allMatch(d -> d.code() == DiagnosticCode.LIMIT_MISSED).hasSize(3);
    assertThat(heard.get(0).message()).matches("the energy is .* pJ, the limit .* <= 100.0 pJ");
    assertThat(heard.get(0).help().get(0)).startsWith("it goes to cells and wires ");
    assertThat(heard.get(1).message()).startsWith("the ir_drop is ").endsWith("<= 0.01000 %");
    assertThat(heard.get(2).message()).startsWith("the area is ").endsWith("<= 0.1000 mm^2");
    JsonObject power = outcome.summary().getAsJsonArray("limits").get(1).getAsJsonObject();
    assertThat(power.get("met").getAsBoolean()).isTrue();
    assertThat(power.get("found").getAsDouble())
        .isCloseTo(
            outcome.summary().get("energyPerInferenceJ").getAsDouble() * 1e3 * 1e3, within(1e-15));
    assertThat(folder.resolve("out").resolve("report.json")).exists();
  }

  @Test
  void limitsOfWhatNobodyMeasuredAreNotKept() throws IOException {
    Outcome outcome = compile("limit energy <= 1 J\n  limit cells <= 100000", false);
    assertThat(outcome.status()).isEqualTo(ExitStatus.OK);
    assertThat(heard)
        .extracting(Diagnostic::code)
        .containsExactly(DiagnosticCode.LIMIT_NOT_MEASURED);
    assertThat(heard.get(0).message()).contains("the limit energy <= ");
    assertThat(outcome.summary().get("energyPerInferenceJ").isJsonNull()).isTrue();
  }
}
