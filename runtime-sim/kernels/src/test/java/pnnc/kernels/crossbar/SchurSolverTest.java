package pnnc.kernels.crossbar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SchurSolverTest {
  private static final int[][] SIZES = {{1, 1}, {2, 2}, {1, 5}, {5, 1}, {4, 4}, {5, 3}, {3, 7}};

  static LongStream seeds() {
    return Crossbars.seeds(12);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void agreesWithPlainNodalEquations(long seed) {
    for (int[] size : SIZES) {
      Crossbar crossbar = Crossbars.motley(seed, size[0], size[1]);
      double[] volts = Crossbars.random(new Random(seed), size[0], -1, 1);
      CrossbarSolution solution = new SchurSolver(crossbar).solve(volts);
      PlainCrossbar plain = new PlainCrossbar(crossbar, volts);
      assertThat(solution.converged()).as("seed %d", seed).isTrue();
      assertThat(Crossbars.error(solution.footAmps(), plain.footAmps()))
          .as("seed %d, size %s", seed, Arrays.toString(size))
          .isLessThan(1e-13);
      for (int i = 0; i < size[0]; i++) {
        for (int j = 0; j < size[1]; j++) {
          int at = i * size[1] + j;
          assertThat(solution.wordVolts()[at]).isEqualTo(plain.wordVolts(i, j), within(1e-13));
          assertThat(solution.bitVolts()[at]).isEqualTo(plain.bitVolts(i, j), within(1e-13));
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "64, 64, 1, 1e-4",
    "65, 33, 1, 1e-4",
    "64, 64, 0.01, 1e-2",
    "64, 64, 100, 1e-2",
    "128, 128, 10, 1e-3",
    "3, 200, 100, 1e-2",
    "200, 3, 100, 1e-2"
  })
  void isExact(int rows, int columns, double ohms, double siemens) {
    requireExact(rows, columns, ohms, siemens);
  }

  @Tag("slow")
  @ParameterizedTest
  @CsvSource({
    "512, 512, 1, 1e-4",
    "1024, 1024, 1, 1e-4",
    "512, 512, 100, 1e-2",
    "1024, 1024, 100, 1e-2",
    "1024, 1024, 1, 1e-2",
    "1024, 1024, 0.01, 1e-2",
    "1024, 1024, 100, 1e-6"
  })
  void isExactWhenLarge(int rows, int columns, double ohms, double siemens) {
    requireExact(rows, columns, ohms, siemens);
  }

  private static void requireExact(int rows, int columns, double ohms, double siemens) {
    Crossbar crossbar = Crossbars.uniform(1, rows, columns, ohms, siemens);
    double[] volts = Crossbars.random(new Random(2), rows, 0, 1);
    CrossbarSolution solution = new SchurSolver(crossbar).solve(volts);
    QuadReference reference = new QuadReference(crossbar, volts);
    assertThat(solution.converged()).isTrue();
    assertThat(Crossbars.error(solution.footAmps(), reference.footAmps())).isLessThan(1e-11);
    assertThat(Crossbars.error(solution.bitVolts(), reference.bitVolts())).isLessThan(1e-11);
  }

  @Test
  void isExactBesideShortsAndOpens() {
    Random random = new Random(3);
    double[] g = Crossbars.random(random, 32 * 32, 1e-6, 1e-4);
    g[5 * 32 + 7] = 1e3;
    g[20 * 32 + 20] = 1;
    g[9] = 0;
    Crossbar crossbar = new Crossbar(Wires.uniform(32, 32, 1, 1), g);
    double[] volts = Crossbars.random(random, 32, -1, 1);
    CrossbarSolution solution = new SchurSolver(crossbar).solve(volts);
    double[] reference = new QuadReference(crossbar, volts).footAmps();
    assertThat(solution.converged()).isTrue();
    assertThat(Crossbars.error(solution.footAmps(), reference)).isLessThan(1e-11);
  }

  @Test
  void cutWiresLeadNothing() {
    double[] word = new double[] {1, Double.POSITIVE_INFINITY, 1, 1, 1, 1, 1, 1, 1};
    double[] bit = new double[] {1, 1, 1, 1, 1, Double.POSITIVE_INFINITY, 1, 1, 1};
    double[] g = Crossbars.random(new Random(4), 9, 1e-5, 1e-2);
    Crossbar crossbar = new Crossbar(Wires.of(3, 3, word, bit), g);
    double[] volts = {1, -0.5, 0.25};
    CrossbarSolution solution = new SchurSolver(crossbar).solve(volts);
    PlainCrossbar plain = new PlainCrossbar(crossbar, volts);
    assertThat(Crossbars.error(solution.footAmps(), plain.footAmps())).isLessThan(1e-13);
    assertThat(solution.wordAmps(0, 1)).isEqualTo(0, within(1e-18));
    assertThat(solution.bitAmps(1, 2)).isEqualTo(0, within(1e-18));
  }

  @Test
  void withoutWiresItIsTheIdealProduct() {
    double[] g = Crossbars.random(new Random(5), 70 * 65, 0, 1e-2);
    Crossbar crossbar = new Crossbar(Wires.uniform(70, 65, 0, 0), g);
    double[] volts = Crossbars.random(new Random(6), 70, -1, 1);
    double[] ideal = new double[65];
    for (int at = 0; at < g.length; at++) {
      ideal[at % 65] += g[at] * volts[at / 65];
    }
    double[] amps = new SchurSolver(crossbar).solve(volts).footAmps();
    assertThat(Crossbars.error(amps, ideal)).isLessThan(1e-14);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void currentsAddUpInEveryNode(long seed) {
    Crossbar crossbar = Crossbars.motley(seed, 9, 6);
    double[] volts = Crossbars.random(new Random(seed), 9, -1, 1);
    CrossbarSolution s = new SchurSolver(crossbar).solve(volts);
    double[] word = s.wordVolts();
    double[] bit = s.bitVolts();
    for (int i = 0; i < 9; i++) {
      for (int j = 0; j < 6; j++) {
        int at = i * 6 + j;
        double left = j == 0 ? volts[i] : word[at - 1];
        double below = i == 8 ? 0 : bit[at + 6];
        double wordDrop = crossbar.wires().word(at) * s.wordAmps(i, j);
        double bitDrop = crossbar.wires().bit(at) * s.bitAmps(i, j);
        assertThat(left - word[at]).as("seed %d", seed).isEqualTo(wordDrop, within(1e-13));
        assertThat(bit[at] - below).as("seed %d", seed).isEqualTo(bitDrop, within(1e-13));
      }
    }
    for (int j = 0; j < 6; j++) {
      assertThat(s.bitAmps(8, j)).isEqualTo(s.footAmps()[j], within(1e-15));
    }
  }

  @Test
  void moreResistanceMeansLessCurrent() {
    double[] g = Crossbars.random(new Random(7), 20 * 20, 1e-5, 1e-3);
    double[] ones = new double[20];
    Arrays.fill(ones, 1);
    double before = Double.POSITIVE_INFINITY;
    for (double ohms : new double[] {0, 0.1, 1, 10, 100}) {
      Crossbar crossbar = new Crossbar(Wires.uniform(20, 20, ohms, ohms), g);
      double sum = Rows.inOrder(new SchurSolver(crossbar).solve(ones).footAmps());
      assertThat(sum).as("%s Ω", ohms).isPositive().isLessThan(before);
      before = sum;
    }
  }

  @Test
  void startingFromASimilarVectorSavesIterations() {
    Crossbar crossbar = Crossbars.uniform(8, 100, 100, 1, 1e-3);
    double[] volts = Crossbars.random(new Random(9), 100, 0, 1);
    SchurSolver solver = new SchurSolver(crossbar);
    CrossbarSolution cold = solver.solve(volts);
    volts[3] += 1e-6;
    CrossbarSolution warm = solver.solve(volts, cold);
    assertThat(warm.iterations()).isLessThan(cold.iterations());
    assertThat(Crossbars.error(warm.footAmps(), solver.solve(volts).footAmps())).isLessThan(1e-13);
  }

  @Test
  void powerIsWhatTheDriversDeliver() {
    Crossbar one = new Crossbar(Wires.uniform(1, 1, 0, 0).drivenThrough(100), new double[] {0.01});
    CrossbarSolution solution = new SchurSolver(one).solve(new double[] {2});
    assertThat(solution.watts()).isEqualTo(4.0 / 200, within(1e-16));
  }

  @Test
  void saysWhenItDidNotConverge() {
    Crossbar crossbar = Crossbars.uniform(10, 200, 200, 100, 1e-2);
    double[] volts = Crossbars.random(new Random(11), 200, 0, 1);
    CrossbarSolution early = new SchurSolver(crossbar, 2).solve(volts);
    assertThat(early.converged()).isFalse();
    assertThat(early.residual()).isGreaterThan(CrossbarSolution.ACCEPTED);
    assertThat(new SchurSolver(crossbar).solve(volts).converged()).isTrue();
  }

  @Test
  void nothingDrivenNothingFlows() {
    Crossbar crossbar = Crossbars.motley(12, 6, 6);
    CrossbarSolution solution = new SchurSolver(crossbar).solve(new double[6]);
    assertThat(solution.footAmps()).containsOnly(0);
    assertThat(solution.residual()).isZero();
  }

  @Test
  void refusesWhatIsNoCrossbar() {
    Wires wires = Wires.uniform(2, 3, 1, 1);
    assertThatThrownBy(() -> Wires.uniform(0, 3, 1, 1)).hasMessage("no crossbar: 0 × 3");
    assertThatThrownBy(() -> Wires.uniform(1, 1, -1, 1)).hasMessage("word segments: -1.0 Ω");
    assertThatThrownBy(() -> wires.sensedThrough(1))
        .hasMessage("sense resistances: 1 resistances, not 3");
    assertThatThrownBy(() -> wires.drivenFromTheRightThrough(0, 1)).hasMessageContaining("above");
    assertThatThrownBy(() -> new Crossbar(wires, new double[5])).hasMessage("5 devices, not 2 × 3");
    double[] bad = {1, 1, 1, 1, 1, Double.NaN};
    assertThatThrownBy(() -> new Crossbar(wires, bad)).hasMessage("device of NaN S");
    SchurSolver solver = new SchurSolver(new Crossbar(wires, new double[6]));
    assertThatThrownBy(() -> solver.solve(new double[3])).hasMessage("3 volts for 2 word lines");
    assertThatThrownBy(() -> solver.solve(new double[] {0, Double.NaN}))
        .hasMessageContaining("NaN");
  }
}
