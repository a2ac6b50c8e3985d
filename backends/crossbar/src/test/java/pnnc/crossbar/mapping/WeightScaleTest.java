package pnnc.crossbar.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WeightScaleTest {
  @Test
  void weightsOnTheLevelsAreMetExactly() {
    LevelPairs pairs = LevelPairs.of(new double[] {0, 1, 2, 3});
    double[] weights = {-1.5, 0.5, 0, 1};
    double scale = WeightScale.of(weights, pairs);
    for (double w : weights) {
      assertThat(pairs.difference(pairs.nearest(w * scale)) / scale).isEqualTo(w);
    }
  }

  @Test
  void aGapBelowTheGreatestDifferenceIsAvoided() {
    LevelPairs pairs = LevelPairs.of(new double[] {0, 4, 5, 6, 10});
    double[] weights = new SplittableRandom(1).doubles(500, 0.8, 1).toArray();
    double scale = WeightScale.of(weights, pairs);
    double largest = Arrays.stream(weights).max().orElseThrow();
    assertThat(scale * largest).isCloseTo(6, within(1e-12));
  }

  @Test
  void nothingToScaleIsScaledByOne() {
    assertThat(WeightScale.of(new double[3], LevelPairs.of(new double[] {0, 1}))).isEqualTo(1);
  }
}
