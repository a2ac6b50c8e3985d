package pnnc.crossbar;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pnnc.base.diagnostics.ExitStatus;
import pnnc.crossbar.testing.Digits;
import pnnc.driver.LayoutFormat;
import pnnc.driver.Outcome;

/** A trained network becomes a die whose layout alone computes it. */
class WholeRoadTest {
  @TempDir Path folder;

  private Outcome compile(String name, Map<String, String> overrides) {
    return compile("crossbar", name, overrides);
  }

  private Outcome compile(String target, String name, Map<String, String> overrides) {
    return Digits.compile(target, overrides, LayoutFormat.PREFERRED, folder.resolve(name));
  }

  @Test
  void digitsAreReadFromTheLayoutAlone() {
    Outcome outcome = compile("digits", Map.of());
    assertThat(outcome.status()).isEqualTo(ExitStatus.OK);
    JsonObject verify = outcome.summary().getAsJsonObject("verify");
    assertThat(verify.get("source").getAsString()).isEqualTo("layout");
    assertThat(verify.get("top1Agreement").getAsDouble()).isGreaterThanOrEqualTo(0.99);
    assertThat(verify.get("nrmse").getAsDouble()).isBetween(0.001, 0.02);
    JsonObject physical = outcome.summary().getAsJsonObject("physical");
    assertThat(physical.get("macShare").getAsDouble()).isEqualTo(1);
    assertThat(physical.get("devices").getAsLong()).isEqualTo(2L * (102 * 32 + 34 * 10));
    JsonObject lowering = physical.getAsJsonObject("lowering");
    assertThat(lowering.get("weightError").getAsDouble()).isBetween(0.005, 0.02);
    assertThat(lowering.get("clippedWeights").getAsDouble()).isLessThanOrEqualTo(1);
  }

  @Test
  void smallTilesGiveTheSameNetworkAndEqualRunsTheSameBytes() throws IOException {
    Map<String, String> small = Map.of("tile", "32 x 16");
    Outcome outcome = compile("small", small);
    JsonObject verify = outcome.summary().getAsJsonObject("verify");
    assertThat(verify.get("top1Agreement").getAsDouble()).isGreaterThanOrEqualTo(0.99);
    JsonObject physical = outcome.summary().getAsJsonObject("physical");
    assertThat(physical.get("blocks").getAsInt()).isEqualTo(2);
    assertThat(physical.get("tiles").getAsInt()).isEqualTo(4 * 4 + 2 * 2);
    compile("again", small);
    String layout = "layout/top.oas";
    assertThat(folder.resolve("again").resolve(layout))
        .hasSameBinaryContentAs(folder.resolve("small").resolve(layout));
    assertThat(Files.size(folder.resolve("small").resolve(layout))).isPositive();
  }

  @Test
  void coarseConvertersAreNotEquivalent() {
    Outcome outcome = compile("coarse", Map.of("adc.width", "2 bit", "dac.width", "1 bit"));
    assertThat(outcome.status()).isEqualTo(ExitStatus.NOT_EQUIVALENT);
  }

  @Test
  void memoriesAreReadFromLayoutAndProgram() throws IOException {
    Outcome outcome = compile("reram", "memories", Map.of());
    assertThat(outcome.status()).isNotEqualTo(ExitStatus.NOT_EQUIVALENT);
    JsonObject verify = outcome.summary().getAsJsonObject("verify");
    assertThat(verify.get("top1Agreement").getAsDouble()).isGreaterThanOrEqualTo(0.99);
    Path bundle = folder.resolve("memories");
    try (Stream<Path> programs = Files.list(bundle.resolve("program"))) {
      assertThat(programs.map(p -> p.getFileName().toString()))
          .hasSize(4)
          .allMatch(p -> p.endsWith(".csv"));
    }
    try (Stream<Path> netlists = Files.list(bundle.resolve("netlist"))) {
      assertThat(netlists.map(p -> p.getFileName().toString())).allMatch(p -> p.endsWith(".sp"));
    }
  }

  /** The layout has no weights: other weights, the same bytes. */
  @Test
  void theLayoutOfMemoriesDoesNotDependOnWeights() throws IOException {
    compile("reram", "a", Map.of("cell.g", "1 uS .. 40 uS"));
    compile("reram", "b", Map.of("cell.g", "2 uS .. 20 uS"));
    String layout = "layout/top.oas";
    assertThat(folder.resolve("a").resolve(layout))
        .hasSameBinaryContentAs(folder.resolve("b").resolve(layout));
    try (Stream<Path> programs = Files.list(folder.resolve("a").resolve("program"))) {
      assertThat(programs.filter(p -> !p.toString().contains("forecast")))
          .hasSize(2)
          .allSatisfy(
              p ->
                  assertThat(p)
                      .content()
                      .isNotEqualTo(
                          Files.readString(
                              folder.resolve("b").resolve("program").resolve(p.getFileName()))));
    }
  }
}
