package pnnc.sim.crossbar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables against the values that their sources give. */
class CellStatisticsTest {
  @ParameterizedTest
  @CsvSource({
    "NEURRAM_1S, 0, .348",
    "NEURRAM_1S, 10, 2.258",
    "NEURRAM_1S, 20, 2.023",
    "NEURRAM_1S, 30, 1.533",
    "NEURRAM_1S, 40, 1.103",
    "NEURRAM_1S, 60, 1.103",
    "NEURRAM_1DAY, 0, .701",
    "NEURRAM_2DAYS, 40, 2.677",
    "MILO, 50, 4.327",
    "MILO, 225, 2.733",
    "CMO_HFOX, 90, .0970",
    "SONOS, 0, 0",
    "SONOS, 16, .09945",
    "SONOS_5DAYS, 16, .1729",
  })
  void measuredSpreadsAreThoseOfTheirSources(MeasuredSpread spread, double g, double sigma) {
    assertThat(spread.applyAsDouble(g * 1e-6)).isCloseTo(sigma * 1e-6, within(6e-10));
    assertThat(MeasuredSpread.named(spread.card())).isEqualTo(spread);
  }

  @ParameterizedTest
  @CsvSource({"0, .2635", "6.25, .6814", "12.5, .9527", "25, 1.0554"})
  void phaseChangeIsProgrammedAsMeasured(double g, double sigma) {
    assertThat(new PhaseChange().programming(g * 1e-6)).isCloseTo(sigma * 1e-6, within(1e-10));
  }

  @Test
  void phaseChangeDriftsAndFluctuatesAsMeasured() {
    PhaseChange pcm = new PhaseChange();
    assertThat(pcm.drift(2.5e-6)).isCloseTo(0.060, within(5e-4));
    assertThat(pcm.driftSigma(2.5e-6)).isCloseTo(0.0229, within(5e-5));
    assertThat(pcm.read(12.5e-6, 86_400)).isCloseTo(0.070, within(5e-4));
    assertThat(pcm.read(12.5e-6, 0)).isZero();
  }

  @Test
  void kindsThatNobodyMeasuredAreRefusedWithThoseThatThereAre() {
    assertThatThrownBy(() -> MeasuredSpread.named("unobtainium"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("unobtainium")
        .hasMessageContaining("neurram-1day");
  }
}
