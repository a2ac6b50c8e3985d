package pnnc.sim.crossbar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import pnnc.ir.circuit.Cell;
import pnnc.ir.circuit.Circuit;
import pnnc.ir.circuit.Model;
import pnnc.ir.electrical.ElectricalDevice;

/** Chips differ as their cards say, and always in the same way. */
class ChipSampleTest {
  private static final int MANY = 10_000;

  private static DeviceCard card(String kind, Map<String, Double> parameters) {
    return DeviceCard.of(
        Circuit.flat(
            "unit",
            List.of(new Model("cell", kind, parameters)),
            new Cell<ElectricalDevice>("unit", List.of(), List.of(), List.of())),
        "cell");
  }

  private static ChipSample sample(String kind, Map<String, Double> parameters, long chip) {
    DeviceCard card = card(kind, parameters);
    return new ChipSample(card, CellStatistics.of(card), chip, "unit");
  }

  private static double[] all(int count, double siemens) {
    double[] all = new double[count];
    Arrays.fill(all, siemens);
    return all;
  }

  @Test
  void theNominalChipIsAsItWasMeant() {
    Map<String, Double> spread =
        Map.of("prog_sigma", 0.1, "greatest_siemens", 2e-5, "stuck_open", 0.5);
    double[] meant = {1e-5, 0, 2e-5};
    assertThat(sample("resistive", spread, 0).programmed(meant)).containsExactly(meant);
  }

  @Test
  void theSameChipIsTheSameAndAnotherIsNot() {
    Map<String, Double> spread = Map.of("prog_sigma", 0.1, "greatest_siemens", 2e-5);
    double[] meant = all(50, 1e-5);
    double[] first = sample("resistive", spread, 7).programmed(meant);
    assertThat(sample("resistive", spread, 7).programmed(meant)).containsExactly(first);
    assertThat(sample("resistive", spread, 8).programmed(meant)).doesNotContain(first);
    DeviceCard card = card("resistive", spread);
    ChipSample other = new ChipSample(card, CellStatistics.of(card), 7, "neighbour");
    assertThat(other.programmed(meant)).doesNotContain(first);
    double[] fewer = sample("resistive", spread, 7).programmed(all(20, 1e-5));
    assertThat(fewer).containsExactly(Arrays.copyOf(first, 20));
  }

  @ParameterizedTest
  @ValueSource(doubles = {8e-6, 15e-6})
  void constantSpreadIsRelativeToTheGreatestConductance(double meant) {
    ChipSample sample =
        sample("resistive", Map.of("prog_sigma", 0.05, "greatest_siemens", 2e-5), 1);
    Moments.of(sample.programmed(all(MANY, meant))).requireNormal(meant, 1e-6);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-6, 15e-6})
  void matchingIsRelativeToTheDeviceItself(double meant) {
    ChipSample sample = sample("matched", Map.of("prog_sigma", 0.05, "greatest_siemens", 2e-5), 2);
    Moments.of(sample.programmed(all(MANY, meant))).requireNormal(meant, 0.05 * meant);
  }

  @ParameterizedTest
  @EnumSource(MeasuredSpread.class)
  void measuredSpreadsAreDrawnByState(MeasuredSpread measured) {
    double meant = 15e-6;
    ChipSample sample = sample(measured.card(), Map.of(), 3);
    double[] drawn = sample.programmed(all(MANY, meant));
    Moments.of(drawn).requireNormal(meant, measured.applyAsDouble(meant));
  }

  @Test
  void phaseChangeSpreadsByState() {
    double[] drawn = sample("pcm", Map.of(), 3).programmed(all(MANY, 12.5e-6));
    Moments.of(drawn).requireNormal(12.5e-6, 0.9527e-6);
  }

  @Test
  void noDeviceConductsLessThanNothingAndMissingOnesStayAway() {
    ChipSample sample = sample("resistive", Map.of("prog_sigma", 0.5, "greatest_siemens", 2e-5), 4);
    double[] drawn = sample.programmed(all(MANY, 1e-6));
    assertThat(Arrays.stream(drawn).min().orElseThrow()).isZero();
    assertThat(sample.programmed(new double[100])).containsOnly(0);
  }

  @Test
  void asManyAreStuckAsTheCardSays() {
    Map<String, Double> stuck =
        Map.of(
            "stuck_open", 0.02,
            "stuck_low", 0.05,
            "stuck_high", 0.1,
            "least_siemens", 1e-6,
            "greatest_siemens", 4e-5);
    double[] drawn = sample("resistive", stuck, 5).programmed(all(MANY, 1e-5));
    requireShare(drawn, 0, 0.02);
    requireShare(drawn, 1e-6, 0.05);
    requireShare(drawn, 4e-5, 0.1);
    requireShare(drawn, 1e-5, 0.83);
  }

  private static void requireShare(double[] drawn, double value, double share) {
    double found = (double) Arrays.stream(drawn).filter(g -> g == value).count() / drawn.length;
    double sigma = Math.sqrt(share * (1 - share) / drawn.length);
    assertThat(found).as("share of %s S", value).isCloseTo(share, within(4.5 * sigma));
  }

  @Test
  void driftIsAPowerOfTime() {
    Map<String, Double> old = Map.of("drift", 0.05, "age_s", 999.0);
    for (long chip = 0; chip < 2; chip++) {
      double[] aged = sample("resistive", old, chip).aged(new double[] {1e-5, 0});
      assertThat(aged[0]).isCloseTo(1e-5 * Math.pow(1000, -0.05), within(1e-18));
      assertThat(aged[1]).isZero();
    }
    assertThat(sample("resistive", Map.of("drift", 0.05), 1).drifts()).isFalse();
    assertThat(sample("resistive", Map.of("age_s", 9.0), 1).drifts()).isFalse();
  }

  @Test
  void phaseChangeDriftsByStateAndDevice() {
    double day = 86_400;
    double[] aged = sample("pcm", Map.of("age_s", day), 6).aged(all(MANY, 2.5e-6));
    double[] exponents =
        Arrays.stream(aged).map(g -> -Math.log(g / 2.5e-6) / Math.log1p(day / 20)).toArray();
    Moments.of(exponents).requireNormal(0.06009, 0.022882);
    double[] nominal = sample("pcm", Map.of("age_s", day), 0).aged(all(3, 2.5e-6));
    assertThat(nominal).containsOnly(nominal[0]);
  }
}
