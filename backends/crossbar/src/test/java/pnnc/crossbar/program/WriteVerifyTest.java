package pnnc.crossbar.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The model of writing does what its formula says. */
class WriteVerifyTest {
  private static final double LEAST = 1e-6;
  private static final double MOST = 40e-6;

  private static WriteVerify way(double sigma, double tolerance, int budget, double stuck) {
    return new WriteVerify(LEAST, MOST, 0.5, sigma, tolerance, budget, stuck);
  }

  /** Without chance each pulse halves the distance. */
  @Test
  void pulsesHalveTheDistance() {
    double tolerance = 1e-7;
    WriteVerify.Outcome outcome = way(0, tolerance, 100, 0).write(MOST, new SplittableRandom(3));
    double start = LEAST + new SplittableRandom(3).nextDouble() * (MOST - LEAST);
    int halvings = (int) Math.ceil(Math.log((MOST - start) / tolerance) / Math.log(2));
    assertThat(outcome.pulses()).isEqualTo(halvings);
    assertThat(outcome.isReached()).isTrue();
    assertThat(outcome.siemens()).isCloseTo(MOST, within(tolerance));
  }

  @Test
  void whatIsReachedIsWithinTheTolerance() {
    SplittableRandom random = new SplittableRandom(4);
    WriteVerify way = way(2e-6, 1e-6, 100, 0);
    for (int k = 0; k < 200; k++) {
      double target = LEAST + random.nextDouble() * (MOST - LEAST);
      WriteVerify.Outcome outcome = way.write(target, random);
      assertThat(Math.abs(outcome.siemens() - target) <= 1e-6).isEqualTo(outcome.isReached());
      assertThat(outcome.siemens()).isBetween(LEAST, MOST);
    }
  }

  @Test
  void stuckCellsTakeTheWholeBudget() {
    WriteVerify.Outcome outcome = way(0, 1e-9, 7, 1).write(MOST, new SplittableRandom(1));
    assertThat(outcome.isReached()).isFalse();
    assertThat(outcome.pulses()).isEqualTo(7);
  }

  @Test
  void noBudgetIsNoWay() {
    assertThatThrownBy(() -> way(0, 1e-9, 0, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0 pulses");
  }

  private static String forecast(String unit, WriteVerify way) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new Forecast(unit, way).write(2, 3, k -> MOST, column -> column < 2, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  /** What is stuck is stuck where it is, whatever is written. */
  @Test
  void stuckCellsDoNotDependOnTheProgram() {
    Forecast forecast = new Forecast("u", way(0, 1e-7, 100, 0.1));
    int stuck = 0;
    for (int k = 0; k < 1000; k++) {
      WriteVerify.Outcome low = forecast.of(k / 20, k % 20, LEAST);
      WriteVerify.Outcome high = forecast.of(k / 20, k % 20, MOST);
      assertThat(low.isReached()).isEqualTo(high.isReached());
      assertThat(low.isReached() || low.siemens() == high.siemens()).isTrue();
      stuck += low.isReached() ? 0 : 1;
    }
    assertThat(stuck).isBetween(70, 130);
  }

  @Test
  void theForecastListsEachCellThatIsNotReached() throws IOException {
    String all = forecast("u", way(0, 1e-9, 10, 1));
    assertThat(all)
        .startsWith(
            "# expected for `u`: 6 cells, 60 pulses, 6 cells not reached within 10 pulses, 2 of them"
                + " on bit lines that are not read\n")
        .contains("\nrow,column,target_siemens,reached_siemens\n0,0,4.0E-5,", "\n1,2,4.0E-5,");
    assertThat(all.lines()).hasSize(2 + 6);
    assertThat(forecast("u", way(0, 1e-6, 100, 0)).lines()).hasSize(2);
    assertThat(forecast("u", way(0, 1e-9, 10, 1))).isEqualTo(all);
    assertThat(forecast("v", way(0, 1e-9, 10, 1))).isNotEqualTo(all);
  }
}
