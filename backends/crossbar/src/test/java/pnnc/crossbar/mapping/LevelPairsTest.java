package pnnc.crossbar.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LevelPairsTest {
  private static double[] random(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return random.doubles(random.nextInt(1, 12), 0, 1).sorted().toArray();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void theNearestIsNeverBeatenByAnyPairOfLevels(long seed) {
    double[] siemens = random(seed);
    LevelPairs pairs = LevelPairs.of(siemens);
    SplittableRandom random = new SplittableRandom(seed + 100);
    for (int k = 0; k < 200; k++) {
      double wanted = random.nextDouble(-1.5, 1.5);
      int best = pairs.nearest(wanted);
      double off = Math.abs(pairs.difference(best) - wanted);
      for (double plus : siemens) {
        for (double minus : siemens) {
          assertThat(off).isLessThanOrEqualTo(Math.abs(plus - minus - wanted));
        }
      }
      assertThat(pairs.difference(best))
          .isEqualTo(siemens[pairs.plus(best)] - siemens[pairs.minus(best)]);
    }
  }

  @Test
  void ofEqualDifferencesTheOneWithTheLeastCurrentIsTaken() {
    LevelPairs pairs = LevelPairs.of(new double[] {0, 1, 2, 3});
    assertThat(IntStream.range(0, pairs.size()).mapToDouble(pairs::difference))
        .containsExactly(-3.0, -2.0, -1.0, 0.0, 1.0, 2.0, 3.0);
    int one = pairs.nearest(1);
    assertThat(pairs.plus(one)).isEqualTo(1);
    assertThat(pairs.minus(one)).isZero();
    int zero = pairs.nearest(0);
    assertThat(pairs.plus(zero)).isZero();
    assertThat(pairs.minus(zero)).isZero();
  }

  @Test
  void aTieGoesToTheLesser() {
    LevelPairs pairs = LevelPairs.of(new double[] {0, 1});
    assertThat(pairs.difference(pairs.nearest(0.5))).isZero();
    assertThat(pairs.difference(pairs.nearest(-0.5))).isEqualTo(-1);
  }
}
