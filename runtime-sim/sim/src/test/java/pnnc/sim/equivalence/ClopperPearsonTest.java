package pnnc.sim.equivalence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClopperPearsonTest {
  @Test
  void withoutAMissTheBoundIsARoot() {
    assertThat(ClopperPearson.lowerBound(299, 299, 0.95)).isGreaterThanOrEqualTo(0.99);
    assertThat(ClopperPearson.lowerBound(298, 298, 0.95)).isLessThan(0.99);
    assertThat(ClopperPearson.lowerBound(50, 50, 0.9))
        .isCloseTo(Math.pow(0.1, 1.0 / 50), within(1e-12));
    assertThat(ClopperPearson.trialsWithoutMiss(0.99, 0.95)).isEqualTo(299);
  }

  @Test
  void twoThousandSamplesAllowTwelveMisses() {
    assertThat(ClopperPearson.lowerBound(1988, 2000, 0.95)).isGreaterThanOrEqualTo(0.99);
    assertThat(ClopperPearson.lowerBound(1987, 2000, 0.95)).isLessThan(0.99);
  }

  /** The bound is where the chance of so many successes or more is what is left of confidence. */
  @ParameterizedTest
  @CsvSource({"7, 10, 0.95", "1, 3, 0.9", "95, 100, 0.99"})
  void lowerBoundSolvesTheBinomialTail(int successes, int trials, double confidence) {
    double bound = ClopperPearson.lowerBound(successes, trials, confidence);
    assertThat(tail(successes, trials, bound)).isCloseTo(1 - confidence, within(1e-9));
    double mirrored = ClopperPearson.upperBound(trials - successes, trials, confidence);
    assertThat(mirrored).isCloseTo(1 - bound, within(1e-12));
  }

  @Test
  void extremesAreCertain() {
    assertThat(ClopperPearson.lowerBound(0, 10, 0.95)).isZero();
    assertThat(ClopperPearson.lowerBound(0, 0, 0.95)).isZero();
    assertThat(ClopperPearson.upperBound(0, 0, 0.95)).isEqualTo(1);
    assertThat(ClopperPearson.upperBound(10, 10, 0.95)).isEqualTo(1);
    assertThatThrownBy(() -> ClopperPearson.lowerBound(3, 2, 0.95))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static double tail(int successes, int trials, double p) {
    double sum = 0;
    for (int k = successes; k <= trials; k++) {
      double term = 1;
      for (int i = 0; i < k; i++) {
        term *= p * (trials - i) / (i + 1);
      }
      sum += term * Math.pow(1 - p, trials - k);
    }
    return sum;
  }
}
