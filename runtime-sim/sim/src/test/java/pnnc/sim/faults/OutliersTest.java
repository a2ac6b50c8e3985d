package pnnc.sim.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rounding is no fault, whatever the levels; what is off beyond it is. */
class OutliersTest {
  private static final int COUNT = 2000;

  /** Numbers around 0, most of them small. */
  private static double[] expected(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return random.doubles(COUNT, -1, 1).map(x -> x * x * x).toArray();
  }

  /** Each number as the nearest multiple of {@code step}, less what a wire takes of it. */
  private static double[] rounded(double[] expected, double step) {
    double[] found = new double[expected.length];
    for (int k = 0; k < found.length; k++) {
      found[k] = Math.rint(expected[k] / step) * step * (1 - 0.01 * k / found.length);
    }
    return found;
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.001, 0.01, 0.1, 0.5})
  void roundingIsNone(double step) {
    for (long seed = 0; seed < 20; seed++) {
      double[] expected = expected(seed);
      double[] found = step == 0 ? expected.clone() : rounded(expected, step);
      assertThat(Outliers.of(expected, found)).as("seed %d", seed).isEmpty();
    }
  }

  @Test
  void levelsThatAreFarApartWhereTheyAreHighAreNone() {
    double[] levels = {0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.7, 1};
    double[] expected = Arrays.stream(expected(3)).map(Math::abs).toArray();
    double[] found =
        Arrays.stream(expected)
            .map(
                e ->
                    Arrays.stream(levels)
                        .reduce((a, b) -> Math.abs(b - e) < Math.abs(a - e) ? b : a)
                        .orElseThrow())
            .toArray();
    assertThat(Outliers.of(expected, found)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 7, COUNT - 1})
  void oneThatIsOffIsFound(int which) {
    double[] expected = expected(5);
    double[] found = rounded(expected, 0.01);
    found[which] += 0.1;
    assertThat(Outliers.of(expected, found)).containsExactly(which);
  }

  @Test
  void aThirdThatIsOffIsFound() {
    double[] expected = expected(6);
    double[] found = rounded(expected, 0.01);
    for (int k = 0; k < COUNT; k += 3) {
      found[k] += 0.3;
    }
    assertThat(Outliers.of(expected, found)).hasSize((COUNT + 2) / 3).allMatch(k -> k % 3 == 0);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 63, 64, 65, 127, 128})
  void anyNumberOfThemIsFine(int count) {
    double[] expected = Arrays.copyOf(expected(7), count);
    assertThat(Outliers.of(expected, rounded(expected, 0.01))).isEmpty();
  }
}
