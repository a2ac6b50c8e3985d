package pnnc.sim.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pnnc.ir.block.BlockInterface;
import pnnc.ir.block.LinearForm;
import pnnc.ir.block.LinearShape;
import pnnc.ir.block.UnitInterface;
import pnnc.ir.block.UnitInterface.Converter;
import pnnc.ir.circuit.Cell;
import pnnc.ir.circuit.Circuit;
import pnnc.ir.circuit.Port;
import pnnc.ir.electrical.ElectricalDevice;
import pnnc.ir.netlist.ElectricalNetlist;
import pnnc.ir.netlist.Netlist;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorElements;
import pnnc.kernels.parallel.Workers;
import pnnc.sim.Seeds;
import pnnc.sim.twin.BlockOperator;

/** Blocks of many units, on any number of threads. */
class AssembledBlockTest {
  private static final Converter DAC = new Converter(6, -2, 2);
  private static final Converter ADC = new Converter(7, -9, 9);

  private static Netlist wires(String unit, List<String> ports) {
    return new ElectricalNetlist(
        Circuit.flat(
            unit,
            List.of(),
            new Cell<ElectricalDevice>(
                unit,
                ports.stream()
                    .map(n -> new Port(n, Port.Direction.INOUT, Port.Role.SIGNAL))
                    .toList(),
                List.of(),
                List.of())));
  }

  /** Every answer is the sum of all signals, times the number of the port that is read. */
  private static final class Sums implements PhysicsSolver {
    @Override
    public boolean solves(Netlist netlist) {
      return true;
    }

    @Override
    public UnitPhysics prepare(Netlist netlist, List<String> driven, List<String> read, long chip) {
      return (volts, amps) -> {
        double sum = 0;
        for (double v : volts) {
          sum += v;
        }
        for (int k = 0; k < amps.length; k++) {
          amps[k] = sum * Integer.parseInt(read.get(k).substring(1));
        }
      };
    }
  }

  /** Units of one input each, that all contribute to both outputs. */
  private static BlockInterface ports(int inputs) {
    List<UnitInterface> units = new ArrayList<>();
    for (int i = 0; i < inputs; i++) {
      units.add(
          new UnitInterface(
              "unit" + i,
              0,
              List.of(new UnitInterface.Drive("W0", i, 0.7, 0.1, DAC)),
              List.of(
                  new UnitInterface.Readout("B1", "", 0, 1, 0, ADC),
                  new UnitInterface.Readout("B3", "B1", 1, 0.5, 0, ADC))));
    }
    return new BlockInterface("dense", inputs, 2, units);
  }

  private static double[] run(int inputs, Tensor x, Workers workers) {
    Map<String, Integer> read = new LinkedHashMap<>();
    AtomicInteger count = new AtomicInteger();
    AssembledBlock assembly =
        new AssembledBlock(
            List.of(new Sums()),
            unit -> {
              read.put(unit, count.getAndIncrement());
              return wires(unit, List.of("W0", "B1", "B3"));
            },
            0);
    LinearShape shape = new LinearShape(new LinearForm.Dense(), 1, inputs, 2);
    Tensor y = assembly.linear(shape, ports(inputs), workers).apply(List.of(x)).get(0);
    assertThat(read.keySet())
        .as("netlists are read in order")
        .containsExactlyElementsOf(IntStream.range(0, inputs).mapToObj(i -> "unit" + i).toList());
    return TensorElements.of(y).toDoubles();
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "3, 5", "17, 130", "40, 64"})
  void unitsAddUpTheSameOnAnyNumberOfThreads(int inputs, int samples) throws Exception {
    Tensor x = Seeds.floats(new Random(inputs), samples, inputs);
    double[] alone = run(inputs, x, Workers.SEQUENTIAL);
    double[] values = TensorElements.of(x).toDoubles();
    for (int s = 0; s < samples; s++) {
      double first = 0;
      double second = 0;
      for (int i = 0; i < inputs; i++) {
        double v = DAC.convert(0.7 * values[s * inputs + i] + 0.1);
        first += ADC.convert(v);
        second += 0.5 * ADC.convert(3 * v - v);
      }
      assertThat(alone[2 * s]).isEqualTo((float) first);
      assertThat(alone[2 * s + 1]).isEqualTo((float) second);
    }
    ForkJoinPool pool = new ForkJoinPool(3);
    try {
      assertThat(pool.submit(() -> run(inputs, x, Workers.POOL)).get()).containsExactly(alone);
    } finally {
      pool.shutdown();
    }
  }

  /** A read takes 2 s and 1 J for each volt, conversions 10 and 100 J, amplifiers 1,000 W. */
  private record Costly(UnitPhysics physics) implements UnitPhysics, ReadCosts {
    @Override
    public void respond(double[] driven, double[] read) {
      physics.respond(driven, read);
    }

    @Override
    public Optional<ReadCosts> costs() {
      return Optional.of(this);
    }

    @Override
    public double watts(double[] driven, int columns) {
      return DoubleStream.of(driven).map(Math::abs).sum() / 2;
    }

    @Override
    public double heldSeconds(int readouts) {
      return readouts;
    }

    @Override
    public double lastSeconds() {
      return 7;
    }

    @Override
    public double inputJoules() {
      return 10;
    }

    @Override
    public double outputJoules() {
      return 100;
    }

    @Override
    public double outputWatts() {
      return 1000;
    }

    @Override
    public double lineLoss() {
      return 0.25;
    }
  }

  private static final class CostlySums implements PhysicsSolver {
    @Override
    public boolean solves(Netlist netlist) {
      return true;
    }

    @Override
    public UnitPhysics prepare(Netlist netlist, List<String> driven, List<String> read, long chip) {
      return new Costly(new Sums().prepare(netlist, driven, read, chip));
    }
  }

  private static AssembledLinear linear(PhysicsSolver solver, int inputs) {
    AssembledBlock assembly =
        new AssembledBlock(List.of(solver), unit -> wires(unit, List.of("W0", "B1", "B3")), 0);
    LinearShape shape = new LinearShape(new LinearForm.Dense(), 1, inputs, 2);
    return assembly.linear(shape, ports(inputs), Workers.POOL);
  }

  /** Two readouts keep a column for 2 s; units work side by side, columns one by one. */
  @Test
  void costsAddUpOverUnitsAndColumns() {
    int samples = 5;
    Tensor x = Seeds.floats(new Random(4), samples, 3);
    AssembledLinear linear = linear(new CostlySums(), 3);
    List<RunCost> costs = new ArrayList<>();
    BlockOperator metered = linear.metered(costs::add).orElseThrow();
    assertThat(TensorElements.of(metered.apply(List.of(x)).get(0)).toDoubles())
        .containsExactly(TensorElements.of(linear.apply(List.of(x)).get(0)).toDoubles());
    double volts = 0;
    for (double v : TensorElements.of(x).toDoubles()) {
      volts += Math.abs(DAC.convert(0.7 * v + 0.1));
    }
    assertThat(costs).hasSize(1);
    RunCost cost = costs.get(0);
    assertThat(cost.seconds()).isEqualTo(samples * 2 + 7);
    assertThat(cost.arrayJoules()).isCloseTo(volts, within(1e-9));
    assertThat(cost.inputJoules()).isEqualTo(10 * 3 * samples);
    assertThat(cost.outputJoules()).isEqualTo(100 * 2 * 3 * samples);
    assertThat(cost.amplifierJoules()).isEqualTo(1000 * 2 * 2 * 3 * samples);
    assertThat(cost.joules()).isCloseTo(volts + 150 + 3000 + 60_000, within(1e-6));
    assertThat(linear.lineLoss()).isEqualTo(0.25);
  }

  @Test
  void whatNobodyKnowsIsNotMetered() {
    AssembledLinear linear = linear(new Sums(), 3);
    assertThat(linear.metered(cost -> {})).isEmpty();
    assertThat(linear.lineLoss()).isZero();
  }
}
