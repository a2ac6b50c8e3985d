package pnnc.frontend.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pnnc.base.process.Connection;
import pnnc.base.process.ProcessRules;

/** What corners and temperature change of a technology: resistances, and nothing else. */
class ProcessCornerTest {
  private static ProcessRules rom(ProcessCorner corner, String temperature) {
    ResolvedTarget target =
        Program.of("")
            .hardware()
            .target("std.target.crossbar", Map.of("technology.temperature", temperature))
            .orElseThrow();
    return ProcessReader.of(target.fields().hardware("technology"), corner);
  }

  private static double via(ProcessRules process, String name) {
    return process.connections().stream()
        .filter(c -> c instanceof Connection.Cut cut && cut.name().equals(name))
        .mapToDouble(c -> ((Connection.Cut) c).ohms().orElseThrow())
        .sum();
  }

  private static double resistor(ProcessRules process, String name) {
    return process.devices().stream()
        .filter(d -> d.name().equals(name))
        .mapToDouble(d -> d.sheetOhms().orElseThrow())
        .sum();
  }

  @ParameterizedTest
  @CsvSource({
    "NOMINAL, 0.125, 4.5,  3.41, 2000",
    "SLOW,    0.145, 15,   8,    2300",
    "FAST,    0.105, 1.5,  3.41, 1700"
  })
  void aCornerHasItsFieldElseItsToleranceElseTheNominalValue(
      ProcessCorner corner, double met1, double via, double via2, double strip) {
    ProcessRules rom = rom(corner, "300 K");
    assertThat(rom.mask("met1").sheetOhms().orElseThrow()).isCloseTo(met1, within(1e-12));
    assertThat(via(rom, "via")).isCloseTo(via, within(1e-12));
    assertThat(via(rom, "via2")).isCloseTo(via2, within(1e-12));
    assertThat(resistor(rom, "resistor_urpm")).isCloseTo(strip, within(1e-9));
  }

  @Test
  void metalsResistMoreWhenWarmAndStripsLess() {
    ProcessRules warm = rom(ProcessCorner.NOMINAL, "400 K");
    assertThat(warm.mask("met1").sheetOhms().orElseThrow()).isCloseTo(0.125 * 1.39, within(1e-12));
    assertThat(via(warm, "via")).isCloseTo(4.5 * 1.39, within(1e-12));
    assertThat(resistor(warm, "resistor_urpm")).isCloseTo(2000 * 0.85, within(1e-9));
    assertThat(warm.mask("poly").sheetOhms())
        .isEqualTo(rom(ProcessCorner.NOMINAL, "300 K").mask("poly").sheetOhms());
  }

  @Test
  void nothingElseChanges() {
    ProcessRules slow = rom(ProcessCorner.SLOW, "400 K");
    ProcessRules nominal = rom(ProcessCorner.NOMINAL, "300 K");
    assertThat(slow.rules()).isEqualTo(nominal.rules());
    assertThat(slow.grid()).isEqualTo(nominal.grid());
    assertThat(slow.masks())
        .extracting("name")
        .isEqualTo(nominal.masks().stream().map(m -> m.name()).toList());
  }
}
