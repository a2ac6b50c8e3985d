package pnnc.sim.crossbar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pnnc.ir.circuit.Model;
import pnnc.kernels.crossbar.Crossbar;
import pnnc.kernels.crossbar.SchurSolver;
import pnnc.kernels.crossbar.Wires;
import pnnc.sim.physics.ReadCosts;
import pnnc.sim.physics.UnitPhysics;

/** What reads of a tile take. */
class CostedTileTest {
  private static final Model OHMIC = new Model("cell", "resistive", Map.of());

  private static final Model CONVERTERS =
      new Model(
          "converters",
          "costs",
          Map.of(
              "settle_s", 10e-9,
              "adc_sample_s", 5e-9,
              "adc_latency_s", 45e-9,
              "adc_shared_by", 8.0,
              "adc_joule", 5.3e-12,
              "dac_joule", 10e-12,
              "amplifier_watt", 0.48e-3));

  private static UnitPhysics physics(DrawnArray drawn, long chip) {
    return new CrossbarSolver().prepare(drawn.netlist(), drawn.words(), drawn.bits(), chip);
  }

  private static ReadCosts costs(DrawnArray drawn, Model cell) {
    return physics(drawn.with(cell, CONVERTERS), 0).costs().orElseThrow();
  }

  @Test
  void withoutACardAndOfSampledChipsNothingIsKnown() {
    DrawnArray drawn = DrawnArray.random(4, 3, 2, 1);
    assertThat(physics(drawn, 0).costs()).isEmpty();
    assertThat(physics(drawn.with(OHMIC, CONVERTERS), 1).costs()).isEmpty();
    assertThat(physics(drawn.with(OHMIC, CONVERTERS), 0).costs()).isPresent();
  }

  @Test
  void withoutWiresEveryCellHeatsByItself() {
    DrawnArray drawn = DrawnArray.uniform(3, 2, 0, 1e-5);
    double[] volts = {0.2, 0.1, 0.1, 0, -0.2, 0.3};
    double squares = 0.04 + 0.01 + 0.01 + 0.04 + 0.09;
    assertThat(costs(drawn, OHMIC).watts(volts, 2)).isCloseTo(2 * 1e-5 * squares, within(1e-18));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void wiresTakeTheirShareAsTheSolverSays(long seed) {
    DrawnArray drawn = DrawnArray.random(6, 5, 300, seed);
    double[] volts = new Random(seed).doubles(6, -0.2, 0.2).toArray();
    Wires wires = Wires.uniform(6, 5, 300, 300);
    Crossbar crossbar = new Crossbar(wires, drawn.siemens().toArray());
    double watts = new SchurSolver(crossbar).solve(volts).watts();
    assertThat(costs(drawn, OHMIC).watts(volts, 1)).isCloseTo(watts, within(1e-12 * watts));
  }

  @Test
  void curvedCellsTakeWhatTheirLawSays() {
    Model curved = new Model("cell", "resistive", Map.of("curvature_per_v2", 2.0));
    double watts = 1e-5 * 0.04 * (1 + 2 * 0.04);
    assertThat(costs(DrawnArray.uniform(1, 1, 0, 1e-5), curved).watts(new double[] {0.2}, 1))
        .isCloseTo(watts, within(1e-10 * watts));
  }

  @ParameterizedTest
  @CsvSource({"1, 15e-9", "7, 45e-9", "8, 50e-9", "100, 50e-9"})
  void outputsThatShareAConverterWait(int readouts, double seconds) {
    ReadCosts costs = costs(DrawnArray.uniform(1, 1, 0, 1e-5), OHMIC);
    assertThat(costs.heldSeconds(readouts)).isCloseTo(seconds, within(1e-18));
    assertThat(costs.lastSeconds()).isEqualTo(45e-9);
    assertThat(costs.outputJoules()).isEqualTo(5.3e-12);
    assertThat(costs.inputJoules()).isEqualTo(10e-12);
    assertThat(costs.outputWatts()).isEqualTo(0.48e-3);
  }

  @Test
  void theLossAlongWiresIsThatOfTheWorstOutput() {
    assertThat(costs(DrawnArray.random(5, 4, 0, 3), OHMIC).lineLoss()).isCloseTo(0, within(1e-12));
    ReadCosts one = costs(DrawnArray.uniform(1, 1, 500, 1e-4), OHMIC);
    assertThat(one.lineLoss()).isCloseTo(1 - 1e4 / (1e4 + 1000), within(1e-12));
  }
}
