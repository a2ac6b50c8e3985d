package pnnc.kernels.crossbar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import pnnc.kernels.parallel.Workers;

class KronReductionTest {
  private static final int[][] SIZES = {
    {1, 1}, {2, 2}, {1, 9}, {9, 1}, {4, 4}, {5, 5}, {3, 7}, {16, 16}, {17, 15}, {33, 8}, {6, 41}
  };

  static LongStream seeds() {
    return Crossbars.seeds(6);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void agreesWithConjugateGradients(long seed) {
    for (int[] size : SIZES) {
      Crossbar crossbar = Crossbars.motley(seed, size[0], size[1]);
      EffectiveMatrix matrix = KronReduction.reduce(crossbar, Workers.SEQUENTIAL);
      double[] volts = Crossbars.random(new Random(seed), size[0], -1, 1);
      CrossbarSolution solution = new SchurSolver(crossbar).solve(volts);
      assertThat(Crossbars.error(matrix.footAmps(volts), solution.footAmps()))
          .as("seed %d, size %s", seed, Arrays.toString(size))
          .isLessThan(1e-13);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void powerIsThatOfTheSolution(long seed) {
    Crossbar crossbar = Crossbars.motley(seed, 13, 10);
    double[] volts = Crossbars.random(new Random(seed), 13, -1, 1);
    double watts = new SchurSolver(crossbar).solve(volts).watts();
    assertThat(KronReduction.reduce(crossbar, Workers.SEQUENTIAL).watts(volts))
        .as("seed %d", seed)
        .isEqualTo(watts, within(1e-13 * watts));
  }

  @ParameterizedTest
  @CsvSource({"64, 64, 1, 1e-4", "70, 30, 100, 1e-2", "129, 64, 0.01, 1e-2"})
  void isExact(int rows, int columns, double ohms, double siemens) {
    Crossbar crossbar = Crossbars.uniform(1, rows, columns, ohms, siemens);
    double[] volts = Crossbars.random(new Random(2), rows, 0, 1);
    double[] reference = new QuadReference(crossbar, volts).footAmps();
    EffectiveMatrix matrix = KronReduction.reduce(crossbar, Workers.SEQUENTIAL);
    assertThat(Crossbars.error(matrix.footAmps(volts), reference)).isLessThan(1e-12);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "64, 65", "130, 129", "200, 16"})
  void threadsDoNotChangeABit(int rows, int columns) {
    Crossbar crossbar = Crossbars.motley(3, rows, columns);
    EffectiveMatrix one = KronReduction.reduce(crossbar, Workers.SEQUENTIAL);
    assertThat(KronReduction.reduce(crossbar, Workers.POOL)).isEqualTo(one);
    assertThat(KronReduction.reduce(Crossbars.motley(4, rows, columns), Workers.POOL))
        .isNotEqualTo(one);
  }

  @Test
  void withoutWiresItIsTheDevices() {
    double[] g = Crossbars.random(new Random(5), 21 * 30, 1e-9, 1e-2);
    Crossbar crossbar = new Crossbar(Wires.uniform(21, 30, 0, 0), g);
    double[] effective = KronReduction.reduce(crossbar, Workers.SEQUENTIAL).siemens();
    for (int at = 0; at < g.length; at++) {
      assertThat(effective[at]).isEqualTo(g[at], within(1e-13 * g[at]));
    }
  }

  /** Every entry has an error of its own, however small it is beside the others. */
  @Test
  void smallEntriesAreExactToo() {
    double[] g = Crossbars.random(new Random(6), 40 * 40, 1e-3, 1e-2);
    Arrays.fill(g, 0, 40, 1e-10);
    Crossbar crossbar = new Crossbar(Wires.uniform(40, 40, 1, 1), g);
    EffectiveMatrix matrix = KronReduction.reduce(crossbar, Workers.SEQUENTIAL);
    double[] far = new double[40];
    far[0] = 1;
    double[] reference = new QuadReference(crossbar, far).footAmps();
    assertThat(reference[39]).isLessThan(1e-6 * Crossbars.largest(matrix.siemens()));
    assertThat(matrix.siemens(0, 39)).isEqualTo(reference[39], within(1e-12 * reference[39]));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theReducedCircuitIsSymmetricAndPassive(long seed) {
    double[] g = Crossbars.random(new Random(seed), 18 * 11, 0, 1e-2);
    Crossbar crossbar = new Crossbar(Wires.uniform(18, 11, 3, 2), g);
    EffectiveMatrix matrix = KronReduction.reduce(crossbar, Workers.SEQUENTIAL);
    for (int i = 0; i < 18; i++) {
      double fromDrivers = 0;
      double toFeet = 0;
      for (int k = 0; k < 18; k++) {
        assertThat(matrix.driverSiemens(i, k)).isEqualTo(matrix.driverSiemens(k, i));
        assertThat(i == k ? -1 : matrix.driverSiemens(i, k)).isNotPositive();
        fromDrivers += matrix.driverSiemens(i, k);
      }
      for (int j = 0; j < 11; j++) {
        assertThat(matrix.siemens(i, j)).isNotNegative();
        toFeet += matrix.siemens(i, j);
      }
      assertThat(fromDrivers).as("seed %d", seed).isEqualTo(toFeet, within(1e-15));
    }
  }

  @Test
  void cutLinesCarryNothing() {
    double[] word = new double[8 * 8];
    Arrays.fill(word, 1);
    word[3 * 8] = Double.POSITIVE_INFINITY;
    Wires wires = Wires.of(8, 8, word, new double[64]);
    double[] g = Crossbars.random(new Random(7), 64, 1e-5, 1e-3);
    EffectiveMatrix matrix = KronReduction.reduce(new Crossbar(wires, g), Workers.SEQUENTIAL);
    for (int j = 0; j < 8; j++) {
      assertThat(matrix.siemens(3, j)).isZero();
      assertThat(matrix.siemens(4, j)).isPositive();
    }
  }
}
