package pnnc.kernels.crossbar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pnnc.kernels.parallel.Workers;

class SensitivityTest {
  private static final int ROWS = 7;
  private static final int COLUMNS = 6;

  static LongStream seeds() {
    return Crossbars.seeds(6);
  }

  private static double[] changed(Crossbar crossbar, int at, double delta) {
    double[] g = crossbar.deviceSiemens();
    g[at] += delta;
    return KronReduction.reduce(crossbar.withDevices(g), Workers.SEQUENTIAL).siemens();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void isTheLimitOfDifferences(long seed) {
    Crossbar crossbar = Crossbars.motley(seed, ROWS, COLUMNS);
    double[] volts = Crossbars.random(new Random(seed), ROWS, -1, 1);
    SchurSolver solver = new SchurSolver(crossbar);
    CrossbarSolution forward = solver.solve(volts);
    for (int foot = 0; foot < COLUMNS; foot++) {
      double[] slopes = new Sensitivity(solver, forward).ofFoot(foot);
      for (int at = 0; at < slopes.length; at++) {
        double[] g = crossbar.deviceSiemens();
        g[at] += 1e-8;
        double[] more = new SchurSolver(crossbar.withDevices(g)).solve(volts).footAmps();
        double difference = (more[foot] - forward.footAmps()[foot]) / 1e-8;
        assertThat(slopes[at]).as("seed %d, %d", seed, at).isEqualTo(difference, within(2e-6));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void oneChangedDeviceIsATermOfRankOne(long seed) {
    Crossbar crossbar = Crossbars.motley(seed, ROWS, COLUMNS);
    double[] before = KronReduction.reduce(crossbar, Workers.SEQUENTIAL).siemens();
    SchurSolver solver = new SchurSolver(crossbar);
    for (int at = 0; at < before.length; at++) {
      CellResponse response = solver.response(at / COLUMNS, at % COLUMNS);
      assertThat(response.converged()).isTrue();
      for (double delta : new double[] {-crossbar.deviceSiemens()[at], 1e-3, 1}) {
        double[] change = response.change(delta);
        double[] after = changed(crossbar, at, delta);
        for (int k = 0; k < before.length; k++) {
          assertThat(before[k] + change[k])
              .as("seed %d, device %d by %s, entry %d", seed, at, delta, k)
              .isEqualTo(after[k], within(1e-12 * Crossbars.largest(after)));
          assertThat(response.change(delta, k / COLUMNS, k % COLUMNS)).isEqualTo(change[k]);
        }
      }
    }
  }

  @Test
  void aShortIsTheLimitOfLargeChanges() {
    Crossbar crossbar = Crossbars.uniform(1, ROWS, COLUMNS, 1, 1e-3);
    CellResponse response = new SchurSolver(crossbar).response(2, 3);
    double[] large = response.change(1e9);
    assertThat(Crossbars.error(response.change(Double.POSITIVE_INFINITY), large)).isLessThan(1e-8);
  }

  @Test
  void deviceVoltsAreThoseOfASolution() {
    Crossbar crossbar = Crossbars.motley(2, ROWS, COLUMNS);
    SchurSolver solver = new SchurSolver(crossbar);
    double[] one = new double[ROWS];
    one[4] = 1;
    assertThat(solver.response(3, 2).deviceVolts(4))
        .isEqualTo(solver.solve(one).deviceVolts(3, 2), within(1e-14));
  }

  @Test
  void refusesPlacesOutside() {
    SchurSolver solver = new SchurSolver(Crossbars.uniform(1, 2, 2, 1, 1));
    CrossbarSolution forward = solver.solve(new double[2]);
    assertThatThrownBy(() -> solver.response(2, 0)).hasMessage("no device at 2, 0 of 2 × 2");
    assertThatThrownBy(() -> new Sensitivity(solver, forward).ofFoot(-1))
        .hasMessage("no bit line -1 of 2");
  }
}
