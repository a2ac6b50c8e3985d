package pnnc.sim.crossbar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pnnc.kernels.crossbar.Crossbar;
import pnnc.kernels.crossbar.SchurSolver;
import pnnc.kernels.crossbar.Wires;
import pnnc.sim.physics.UnitPhysics;

/** Arrays from layouts answer as their circuits do. */
class CrossbarSolverTest {
  private static final CrossbarSolver SOLVER = new CrossbarSolver();

  private static double[] volts(int count, long seed) {
    return new Random(seed).doubles(count, -0.2, 0.2).toArray();
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "1, 6", "5, 1", "7, 4", "17, 34"})
  void currentsAreThoseOfTheWholeCircuit(int rows, int columns) {
    DrawnArray drawn = DrawnArray.random(rows, columns, 3, 1);
    UnitPhysics physics = SOLVER.prepare(drawn.netlist(), drawn.words(), drawn.bits(), 0);
    double[] volts = volts(rows, 2);
    double[] amps = new double[columns];
    physics.respond(volts, amps);
    Crossbar circuit = new Crossbar(Wires.uniform(rows, columns, 3, 3), drawn.siemens().toArray());
    double[] exact = new SchurSolver(circuit).solve(volts).footAmps();
    assertThat(amps).containsExactly(exact, within(1e-16));
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 1", "5, 3, 2", "9, 8, 64", "16, 6, 7"})
  void manyVectorsAnswerAsEachAlone(int rows, int columns, int vectors) {
    DrawnArray drawn = DrawnArray.random(rows, columns, 3, 5);
    UnitPhysics physics = SOLVER.prepare(drawn.netlist(), drawn.words(), drawn.bits(), 0);
    double[] volts = volts(rows * vectors, 6);
    double[] together = new double[columns * vectors];
    physics.respond(volts, vectors, together);
    for (int c = 0; c < vectors; c++) {
      double[] alone = new double[columns];
      physics.respond(column(volts, vectors, c), alone);
      assertThat(column(together, vectors, c)).containsExactly(alone);
    }
  }

  private static double[] column(double[] matrix, int columns, int column) {
    double[] one = new double[matrix.length / columns];
    for (int k = 0; k < one.length; k++) {
      one[k] = matrix[k * columns + column];
    }
    return one;
  }

  @Test
  void portsThatAreNotDrivenAreHeldAtGround() {
    DrawnArray drawn = DrawnArray.uniform(3, 2, 0, 1e-5);
    UnitPhysics physics = SOLVER.prepare(drawn.netlist(), List.of("W2", "W0"), List.of("B1"), 0);
    double[] amps = {7};
    physics.respond(new double[] {0.1, 0.3}, amps);
    assertThat(amps[0]).isCloseTo(4e-6, within(1e-18));
  }

  @Test
  void linesThatAreNotThereAreNamed() {
    DrawnArray drawn = DrawnArray.uniform(1, 1, 0, 1e-5);
    assertThatThrownBy(() -> SOLVER.prepare(drawn.netlist(), List.of("W4"), drawn.bits(), 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("W4");
  }
}
