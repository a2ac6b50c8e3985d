package pnnc.kernels.crossbar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pnnc.kernels.parallel.Workers;

class CompensationTest {
  private static Compensation compensation(int size, double lowest, double highest) {
    double[] target = Crossbars.random(new Random(1), size * size, highest / 10, highest);
    return new Compensation(Wires.uniform(size, size, 1, 1), target, lowest, highest, Workers.POOL);
  }

  @ParameterizedTest
  @CsvSource({"64, 1e-4, 0.8", "96, 1e-4, 0.5", "128, 5e-5, 0.6", "128, 1e-4, 0.4"})
  void tenStepsAreEnough(int size, double highest, double alpha) {
    Compensated found = compensation(size, 0, highest).solve(alpha, 1e-6, 10);
    assertThat(found.residual()).isLessThan(1e-6);
    assertThat(found.steps()).isLessThanOrEqualTo(10);
    assertThat(found.atTheTop()).isZero();
    double[] effective = new SchurSolver(found.crossbar()).solve(ones(size)).footAmps();
    double[] target = Crossbars.random(new Random(1), size * size, highest / 10, highest);
    double[] wanted = new double[size];
    for (int at = 0; at < target.length; at++) {
      wanted[at % size] += alpha * target[at];
    }
    assertThat(Crossbars.error(effective, wanted)).isLessThan(1e-5);
  }

  private static double[] ones(int count) {
    double[] ones = new double[count];
    Arrays.fill(ones, 1);
    return ones;
  }

  @ParameterizedTest
  @CsvSource({"32, 1e-4", "64, 1e-4", "128, 1e-4"})
  void theSearchFindsTheLargestAlphaWithoutClipping(int size, double highest) {
    Compensation compensation = compensation(size, 0, highest);
    Compensated found = compensation.search(1e-6, 10);
    assertThat(found.residual()).isLessThan(1e-6);
    assertThat(found.atTheTop()).isLessThanOrEqualTo(1);
    double strongest = Crossbars.largest(found.crossbar().deviceSiemens());
    assertThat(strongest).isBetween(highest * (1 - 1e-5), highest);
    assertThat(compensation.solve(found.alpha() * 1.01, 1e-6, 10).atTheTop()).isPositive();
  }

  @Test
  void clippingIsReported() {
    Compensated found = compensation(64, 1e-5, 1e-4).solve(1, 1e-6, 10);
    assertThat(found.atTheTop()).isGreaterThan(100);
    assertThat(found.residual()).isGreaterThan(1e-3);
    assertThat(found.worst()).isGreaterThan(found.residual());
    for (double g : found.crossbar().deviceSiemens()) {
      assertThat(g).isBetween(1e-5, 1e-4);
    }
  }

  /** Through other lines a missing device's entry still conducts. */
  @Test
  void whatCannotBeReachedIsReported() {
    double[] target = new double[16 * 16];
    Arrays.fill(target, 1e-3);
    target[16 * 5 + 9] = 0;
    Compensated found =
        new Compensation(Wires.uniform(16, 16, 5, 5), target, 0, 1e-3, Workers.SEQUENTIAL)
            .search(1e-9, 12);
    assertThat(found.atTheBottom()).isEqualTo(1);
    assertThat(found.residual()).isGreaterThan(1e-9);
    assertThat(found.effective().siemens(5, 9)).isPositive();
  }

  @Test
  void idealWiresNeedNothing() {
    double[] target = {1e-5, 2e-5, 3e-5, 4e-5};
    Compensated found =
        new Compensation(Wires.uniform(2, 2, 0, 0), target, 0, 4e-5, Workers.SEQUENTIAL)
            .search(1e-12, 3);
    assertThat(found.alpha()).isBetween(1 - 1e-12, 1 + 1e-12);
    assertThat(found.steps()).isEqualTo(1);
  }

  @Test
  void refusesWhatMakesNoSense() {
    Wires wires = Wires.uniform(1, 1, 1, 1);
    assertThatThrownBy(() -> compensation(2, 1e-4, 1e-4)).hasMessageContaining("devices from");
    assertThatThrownBy(() -> new Compensation(wires, new double[1], 0, 1, Workers.SEQUENTIAL))
        .hasMessage("a target of nothing");
    assertThatThrownBy(() -> compensation(2, 0, 1).solve(0, 1e-6, 3)).hasMessage("alpha = 0.0");
    assertThatThrownBy(() -> compensation(2, 0, 1).search(1e-6, 0)).hasMessageContaining("0 steps");
  }
}
