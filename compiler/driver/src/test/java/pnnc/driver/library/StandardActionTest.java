package pnnc.driver.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.driver.Outcome;
import pnnc.driver.StandardRequest;

class StandardActionTest {
  private static final Path STORED =
      Path.of(System.getProperty("pnnc.root")).resolve("stdlib/src/main/resources");

  private static Outcome ask(String symbol) {
    return StandardAction.run(new StandardRequest(Optional.of(symbol), false));
  }

  @Test
  void withoutASymbolEverythingIsListed() {
    Outcome all = StandardAction.run(new StandardRequest(Optional.empty(), false));
    assertThat(all.text())
        .contains("std.nn (std/nn.pnn)\n")
        .containsPattern("\n  linear +`x · wᵀ \\+ b` along the last dimension")
        .contains("std.tech.rom130 (std/tech/rom130.pnn)\n")
        .containsPattern("\n  device hfo2_1t1r +Hafnium oxide");
    assertThat(all.summary().getAsJsonArray("modules")).hasSizeGreaterThan(8);
    assertThat(all.text().lines().filter(l -> l.startsWith("  linear "))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"linear", "nn.linear", "std.nn.linear"})
  void aFunctionIsToldWithItsShapesAndItsPlace(String name) throws IOException {
    String text = ask(name).text();
    assertThat(text)
        .startsWith("fn linear(x: T[..B, I], w: T[O, I], b: T[O]? = none) -> T[..B, O]\n")
        .contains("  `x · wᵀ + b` along the last dimension: [..B, I] and [O, I] to [..B, O].\n")
        .contains("\nfn linear(x: T[..B, I], p: params) -> T[..B, O]\n")
        .doesNotContain("matmul");
    List<String> lines = Files.readAllLines(STORED.resolve("std/nn.pnn"));
    JsonObject first = ask(name).summary().getAsJsonArray("symbols").get(0).getAsJsonObject();
    int line = first.get("line").getAsInt();
    assertThat(lines.get(line - 1)).startsWith("fn linear(x: T[..B, I], w: T[O, I]");
    assertThat(text).contains("  std.nn.linear, std/nn.pnn:%d\n".formatted(line));
  }

  @Test
  void theSourceIsShownIfWanted() {
    String text = StandardAction.run(new StandardRequest(Optional.of("matmul"), true)).text();
    assertThat(text).contains("= op.MatMul(a, b)\n");
    assertThat(ask("matmul").summary().toString()).contains("\"source\":null");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nn                       | std.nn (std/nn.pnn)",
        "std.tech.rom130          | technology rom130 : std.tech.process",
        "std.crossbar             | schema crossbar",
        "crossbar                 | target crossbar : std.crossbar",
        "std.device.hfo2_1t1r     | device hfo2_1t1r : resistive_cell",
        "std.crossbar.adc.width   | std.crossbar.adc.width: bit in 1 bit .. 16 bit = 8 bit",
        "adc.width                |   assumed: keeps the error of 128 rows below that of the cells",
        "hfo2_1t1r.stuck          | std.device.hfo2_1t1r.stuck = 0.1 %",
        "std.tech.process.layer.*.sheet | sheet: ohm/sq in 0 ohm/sq .. 1 Mohm/sq = none",
        "insertion_loss           | std.mzi_mesh.limits.insertion_loss: dB"
      })
  void modulesHardwareAndFieldsAreTold(String name, String wanted) {
    assertThat(ask(name).text()).contains(wanted.stripTrailing());
  }

  @Test
  void manyFieldsAreListed() {
    assertThat(ask("width").text().lines().toList())
        .hasSizeGreaterThan(8)
        .allMatch(l -> l.startsWith("  std.") && l.contains(".width "));
  }

  @Test
  void aModuleThatIsOneThingIsNotListedBesideIt() {
    assertThat(ask("std.mzi_mesh").text()).doesNotContain("(std/mzi_mesh.pnn)");
    assertThat(ask("std.tech.process").text())
        .contains("schema process")
        .contains("(std/tech/process.pnn)");
  }

  @ParameterizedTest
  @CsvSource({
    "lineer, did you mean `linear`?",
    "std.nn.lineer, did you mean `std.nn.linear`?",
    "crossbar.adc.widht, did you mean `crossbar.adc.width`?",
    "floor_div, `floor_div` is a function of the language itself",
    "qqqqqqqqqq, `pnnc std` lists what there is"
  })
  void whatNobodyKnowsIsSaid(String name, String help) {
    assertThatThrownBy(() -> ask(name))
        .isInstanceOfSatisfying(
            DiagnosedException.class,
            e -> {
              assertThat(e.diagnostics()).hasSize(1);
              assertThat(e.diagnostics().get(0).code().id()).isEqualTo("PNN0001");
              assertThat(e.diagnostics().get(0).help()).containsExactly(help);
            });
  }
}
