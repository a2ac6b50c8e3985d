package pnnc.sim.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Gains of lines are found whatever is wrong with some of their weights. */
class LineGainsTest {
  private static final int ROWS = 20;
  private static final int COLUMNS = 30;

  private final double[] expected =
      new SplittableRandom(2).doubles(ROWS * COLUMNS, -1, 1).toArray();
  private final double[] found = new double[expected.length];

  LineGainsTest() {
    for (int at = 0; at < found.length; at++) {
      found[at] = expected[at] * gain(at);
    }
  }

  private static double gain(int at) {
    int row = at / COLUMNS;
    int column = at % COLUMNS;
    return (1 - 0.004 * row) * (0.95 - 0.001 * column);
  }

  private void assertGains(double[] behind) {
    for (int at = 0; at < found.length; at++) {
      assertThat(behind[at]).as("%d", at).isCloseTo(expected[at] * gain(at), within(1e-3));
    }
  }

  @Test
  void whatWiresTakeIsFound() {
    assertGains(LineGains.behind(expected, found, COLUMNS));
  }

  @Test
  void faultsDoNotMoveIt() {
    for (int at = 0; at < found.length; at += 7) {
      found[at] += 0.5;
    }
    assertGains(LineGains.behind(expected, found, COLUMNS));
  }

  @Test
  void aLineThatIsWeakIsExpectedToBeLikeOthers() {
    for (int k = 0; k < COLUMNS; k++) {
      found[4 * COLUMNS + k] *= 0.5;
    }
    double[] behind = LineGains.behind(expected, found, COLUMNS);
    for (int k = 0; k < COLUMNS; k++) {
      int at = 4 * COLUMNS + k;
      assertThat(behind[at] / expected[at]).isBetween(0.85, 1.0);
    }
  }

  @Test
  void shortLinesAreLeftAsTheyAre() {
    double[] few = {1, -1, 2};
    double[] other = {0.5, -0.5, 1};
    assertThat(LineGains.behind(few, other, 3)).containsExactly(few);
    assertThat(LineGains.behind(few, other, 1)).containsExactly(few);
  }

  @Test
  void zeroWeightsStayZero() {
    double[] none = new double[ROWS * COLUMNS];
    assertThat(LineGains.behind(none, found, COLUMNS)).containsOnly(0);
  }
}
