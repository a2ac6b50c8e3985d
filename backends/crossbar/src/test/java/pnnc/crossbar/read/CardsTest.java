package pnnc.crossbar.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import pnnc.crossbar.testing.DrawnTile;
import pnnc.driver.compile.Backends;
import pnnc.ir.circuit.Model;
import pnnc.ir.netlist.ElectricalNetlist;

/** What the target says of devices and converters is on the cards of what is read. */
class CardsTest {
  private static ElectricalNetlist drawn() {
    int[][] levels = {{3, 15}, {1, 7}};
    return ReadTile.of(DrawnTile.of(levels, s -> s)).netlist();
  }

  private static Model card(String name, Map<String, String> settings) {
    Cards cards = Cards.of(Backends.installed().choose("crossbar", settings).target());
    ElectricalNetlist with = cards.on(drawn());
    assertThat(with.circuit().cells()).isEqualTo(drawn().circuit().cells());
    return with.circuit().model(name).orElseThrow();
  }

  @Test
  void aViaIsThereOrNot() {
    Model cell = card("cell", Map.of("cell.stuck", "2 %"));
    assertThat(cell.kind()).isEqualTo("matched");
    assertThat(cell.parameters())
        .containsEntry("stuck_open", 0.02)
        .containsEntry("stuck_high", 0.0)
        .containsEntry("prog_sigma", 0.01)
        .containsEntry("age_s", 0.0)
        .containsEntry("drift_gain", 1.0);
    assertThat(cell.parameters().get("greatest_siemens")).isCloseTo(2e-5, within(1e-18));
  }

  @Test
  void figuresOfTheTargetAreInTheUnitsOfTheCard() {
    Map<String, String> settings =
        Map.of(
            "cell.spread", "neurram_1day",
            "cell.drift", "0.04",
            "age", "3600 s",
            "drift_gain", "false",
            "cell.read_sigma", "3 %",
            "cell.nonlinearity", "0.9 V^-2");
    Model cell = card("cell", settings);
    assertThat(cell.kind()).isEqualTo("neurram-1day");
    assertThat(cell.parameters())
        .containsEntry("drift", 0.04)
        .containsEntry("age_s", 3600.0)
        .containsEntry("drift_gain", 0.0)
        .containsEntry("read_sigma", 0.03)
        .containsEntry("curvature_per_v2", 0.9);
  }

  @Test
  void convertersHaveACardOfTheirOwn() {
    Model ends = card("ends", Map.of("lines.driver", "700 ohm", "lines.sense", "300 ohm"));
    assertThat(ends.parameters())
        .containsOnly(Map.entry("driver_ohm", 700.0), Map.entry("sense_ohm", 300.0));
  }

  /** 1.06 mW at 200 MS/s are 5.3 pJ for eight bits; two bits less take a quarter. */
  @Test
  void whatConvertersTakeIsTheTechnologys() {
    Map<String, Double> costs =
        card(
                "converters",
                Map.of("adc.width", "6 bit", "adc.rate", "100 MS/s", "adc.shared_by", "4"))
            .parameters();
    assertThat(costs.get("adc_joule")).isCloseTo(5.3e-12 / 4, within(1e-18));
    assertThat(costs.get("dac_joule")).isCloseTo(10e-12, within(1e-18));
    assertThat(costs.get("amplifier_watt")).isCloseTo(0.48e-3, within(1e-12));
    assertThat(costs.get("settle_s")).isCloseTo(10e-9, within(1e-18));
    assertThat(costs.get("adc_sample_s")).isCloseTo(10e-9, within(1e-18));
    assertThat(costs.get("adc_latency_s")).isCloseTo(45e-9, within(1e-18));
    assertThat(costs.get("adc_shared_by")).isEqualTo(4);
  }

  @Test
  void convertersBehindOutputsAndTemperatureHaveTheirFigures() {
    Map<String, String> settings =
        Map.of(
            "adc.kind", "sar",
            "adc.mismatch", "2 %",
            "adc.offset", "0.25",
            "technology.temperature", "350 K",
            "cell.tcr", "0.002 K^-1");
    Model adc = card("adc", settings);
    assertThat(adc.kind()).isEqualTo("sar");
    assertThat(adc.parameters())
        .containsOnly(
            Map.entry("mismatch", 0.02),
            Map.entry("offset_codes", 0.25),
            Map.entry("shared_by", 8.0));
    assertThat(card("cell", settings).parameters())
        .containsEntry("kelvin", 350.0)
        .containsEntry("tcr_per_k", 0.002);
    assertThat(card("adc", Map.of()).kind()).isEqualTo("uniform");
  }

  /** A piece of two bits takes 2^-6 of a code of eight. */
  @Test
  void piecesOfInputsTakeTheirShare() {
    Map<String, Double> costs = card("converters", Map.of("dac.slice", "2 bit")).parameters();
    assertThat(costs.get("dac_joule")).isCloseTo(10e-12 / 64, within(1e-18));
  }
}
