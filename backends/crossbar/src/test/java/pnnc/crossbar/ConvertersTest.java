package pnnc.crossbar;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pnnc.crossbar.testing.Digits;
import pnnc.driver.LayoutFormat;
import pnnc.driver.LocalDriver;
import pnnc.driver.Outcome;
import pnnc.driver.Reporter;
import pnnc.driver.Session;
import pnnc.driver.Settings;
import pnnc.driver.VerifyRequest;

/** What converters a target has is in what its layout computes. */
class ConvertersTest {
  @TempDir Path folder;

  private Outcome compile(String name, Map<String, String> overrides) {
    return Digits.compile("crossbar", overrides, LayoutFormat.PREFERRED, folder.resolve(name));
  }

  private static double snr(Outcome outcome) {
    return outcome.summary().getAsJsonObject("verify").get("snrDb").getAsDouble();
  }

  private static double agreement(Outcome outcome) {
    return outcome.summary().getAsJsonObject("verify").get("top1Agreement").getAsDouble();
  }

  /** Four reads for two bits each: more time and outputs' energy, much less of the inputs'. */
  @Test
  void inputsThatShowPiecesComputeTheSameNetwork() {
    Outcome whole = compile("whole", Map.of());
    Outcome pieces = compile("pieces", Map.of("dac.slice", "2 bit"));
    assertThat(agreement(pieces)).isGreaterThanOrEqualTo(0.99);
    assertThat(snr(pieces)).isNotEqualTo(snr(whole)).isGreaterThan(20);
    JsonObject a = whole.summary().getAsJsonObject("costs");
    JsonObject b = pieces.summary().getAsJsonObject("costs");
    double reads =
        b.get("outputConvertersJ").getAsDouble() / a.get("outputConvertersJ").getAsDouble();
    assertThat(reads).isBetween(3.99, 4.01);
    assertThat(b.get("inputConvertersJ").getAsDouble())
        .isLessThan(a.get("inputConvertersJ").getAsDouble() / 10);
    assertThat(b.get("latencyS").getAsDouble()).isGreaterThan(a.get("latencyS").getAsDouble() * 2);
  }

  @Test
  void idealConvertersLoseNothing() {
    Map<String, String> rough = Map.of("adc.width", "4 bit");
    Map<String, String> ideal = Map.of("adc.width", "4 bit", "adc.kind", "ideal");
    assertThat(snr(compile("ideal", ideal))).isGreaterThan(snr(compile("rough", rough)) + 6);
  }

  @Test
  void mismatchOfCapacitorsIsInChipsAlone() {
    Map<String, String> bad = Map.of("adc.kind", "sar", "adc.mismatch", "20 %", "adc.offset", "16");
    Outcome nominal = compile("sar", bad);
    assertThat(agreement(nominal)).isGreaterThanOrEqualTo(0.99);
    Outcome chips =
        new LocalDriver()
            .verify(
                VerifyRequest.of(folder.resolve("sar")).with(Digits.data()).onChips(1),
                new Session(Settings.defaults(), Reporter.SILENT));
    JsonObject spread = chips.summary().getAsJsonObject("verify").getAsJsonObject("spread");
    assertThat(snr(chips)).isEqualTo(snr(nominal));
    assertThat(spread.getAsJsonObject("snrDb").get("least").getAsDouble())
        .isLessThan(snr(nominal) - 6);
  }
}
