package pnnc.kernels.crossbar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewtonSolverTest {
  /** One device behind 100 Ω, by bisection. */
  @ParameterizedTest
  @ValueSource(doubles = {0.1, 3, 20, 60})
  void oneDeviceFollowsItsLaw(double perVolt) {
    Crossbar one = new Crossbar(Wires.uniform(1, 1, 60, 40), new double[] {1e-4});
    double low = 0;
    double high = 1;
    for (int step = 0; step < 60; step++) {
      double middle = (low + high) / 2;
      double amps = 1e-4 / perVolt * Math.sinh(perVolt * middle);
      if (amps < (1 - middle) / 100) {
        low = middle;
      } else {
        high = middle;
      }
    }
    NewtonSolution solution =
        new NewtonSolver(one, new SinhLaw(one, perVolt)).solve(new double[] {1});
    assertThat(solution.converged()).isTrue();
    assertThat(solution.footAmps()[0]).isEqualTo((1 - low) / 100, within(1e-14));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 5, 40})
  void devicesAndWiresAgree(double perVolt) {
    Crossbar crossbar = Crossbars.uniform(1, 24, 17, 5, 1e-3);
    double[] volts = Crossbars.random(new Random(2), 24, -1, 1);
    SinhLaw law = new SinhLaw(crossbar, perVolt);
    NewtonSolution solution = new NewtonSolver(crossbar, law).solve(volts);
    assertThat(solution.converged()).isTrue();
    double[] chords = new double[24 * 17];
    for (int at = 0; at < chords.length; at++) {
      double across = solution.circuit().deviceVolts(at / 17, at % 17);
      double amps = law.amps(at / 17, at % 17, across);
      assertThat(solution.circuit().deviceAmps(at / 17, at % 17)).isEqualTo(amps, within(1e-14));
      chords[at] = amps / across;
    }
    double[] ohmic = new SchurSolver(crossbar.withDevices(chords)).solve(volts).footAmps();
    assertThat(Crossbars.error(solution.footAmps(), ohmic)).isLessThan(1e-11);
  }

  @Test
  void smallVoltagesAreOhmic() {
    Crossbar crossbar = Crossbars.uniform(3, 12, 12, 1, 1e-3);
    double[] volts = Crossbars.random(new Random(4), 12, 0, 1e-6);
    NewtonSolution solution = new NewtonSolver(crossbar, new SinhLaw(crossbar, 3)).solve(volts);
    double[] ohmic = new SchurSolver(crossbar).solve(volts).footAmps();
    assertThat(Crossbars.error(solution.footAmps(), ohmic)).isLessThan(1e-11);
  }

  @Test
  void takesFewStepsAndFewerFromASimilarVector() {
    Crossbar crossbar = Crossbars.uniform(5, 32, 32, 1, 1e-4);
    double[] volts = Crossbars.random(new Random(6), 32, 0, 1);
    NewtonSolver solver = new NewtonSolver(crossbar, new SinhLaw(crossbar, 3));
    NewtonSolution cold = solver.solve(volts);
    volts[5] += 1e-3;
    NewtonSolution warm = solver.solve(volts, cold);
    assertThat(cold.steps()).isLessThanOrEqualTo(6);
    assertThat(warm.steps()).isLessThan(cold.steps());
    assertThat(warm.converged()).isTrue();
    assertThat(Crossbars.error(warm.footAmps(), solver.solve(volts).footAmps())).isLessThan(1e-12);
  }

  @Test
  void nothingDrivenNothingFlows() {
    Crossbar crossbar = Crossbars.uniform(7, 3, 3, 1, 1e-4);
    NewtonSolution solution =
        new NewtonSolver(crossbar, new SinhLaw(crossbar, 3)).solve(new double[3]);
    assertThat(solution.footAmps()).containsOnly(0);
    assertThat(solution.steps()).isEqualTo(1);
  }

  @Test
  void saysWhenThereIsNoSolution() {
    Crossbar crossbar = Crossbars.uniform(8, 2, 2, 1, 1e-4);
    DeviceLaw jumps =
        new DeviceLaw() {
          @Override
          public double amps(int row, int column, double volts) {
            return volts > 0.5 ? 0.1 : 0;
          }

          @Override
          public double siemens(int row, int column, double volts) {
            return 1e-4;
          }
        };
    NewtonSolution solution = new NewtonSolver(crossbar, jumps).solve(new double[] {0.52, 0.52});
    assertThat(solution.converged()).isFalse();
    assertThat(solution.mismatch()).isGreaterThan(NewtonSolution.ACCEPTED);
  }

  @Test
  void refusesALawWithoutScale() {
    Crossbar crossbar = Crossbars.uniform(9, 2, 2, 1, 1e-4);
    assertThatThrownBy(() -> new SinhLaw(crossbar, 0)).hasMessage("sinh law with k = 0.0 / V");
  }
}
