package pnnc.sim.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import pnnc.base.shape.Shape;
import pnnc.ir.block.BlockInterface;
import pnnc.ir.block.LinearBlock;
import pnnc.ir.block.UnitInterface;
import pnnc.ir.block.UnitInterface.Converter;
import pnnc.ir.block.UnitInterface.Drive;
import pnnc.ir.block.UnitInterface.Readout;
import pnnc.ir.block.WeightMatrix;
import pnnc.ir.circuit.Cell;
import pnnc.ir.circuit.Circuit;
import pnnc.ir.circuit.Port;
import pnnc.ir.electrical.ElectricalDevice;
import pnnc.ir.netlist.ElectricalNetlist;
import pnnc.ir.netlist.Netlist;
import pnnc.ir.network.Tensor;
import pnnc.kernels.parallel.Workers;
import pnnc.sim.physics.AssembledBlock;
import pnnc.sim.physics.AssembledLinear;
import pnnc.sim.physics.PhysicsSolver;
import pnnc.sim.physics.UnitPhysics;

/** Two units side by side, each a part of a matrix as numbers, behind coarse converters. */
class WeightFaultsTest {
  private static final int OUT = 9;
  private static final int IN = 14;
  private static final int HALF = IN / 2;
  private static final double SCALE = 1e-4;

  private final float[] weights = new float[OUT * IN];
  private final float[] bias = new float[OUT];
  private final double[][] drawn = new double[OUT][IN + 1];
  private double step;

  WeightFaultsTest() {
    SplittableRandom random = new SplittableRandom(1);
    for (int o = 0; o < OUT; o++) {
      for (int i = 0; i <= IN; i++) {
        float value = (float) (random.nextInt(-1000, 1000) / 500.0);
        drawn[o][i] = SCALE * (value + random.nextDouble(-0.002, 0.002));
        if (i < IN) {
          weights[o * IN + i] = value;
        } else {
          bias[o] = value;
        }
      }
    }
  }

  private static Netlist netlist(String unit) {
    List<Port> ports = new ArrayList<>();
    IntStream.rangeClosed(0, IN)
        .forEach(i -> ports.add(new Port("W" + i, Port.Direction.IN, Port.Role.SIGNAL)));
    IntStream.range(0, OUT)
        .forEach(o -> ports.add(new Port("B" + o, Port.Direction.OUT, Port.Role.SIGNAL)));
    return new ElectricalNetlist(
        Circuit.flat(
            unit, List.of(), new Cell<ElectricalDevice>(unit, ports, List.of(), List.of())));
  }

  private final class Numbers implements PhysicsSolver {
    @Override
    public boolean solves(Netlist netlist) {
      return true;
    }

    @Override
    public double step(Netlist netlist) {
      return step;
    }

    @Override
    public UnitPhysics prepare(Netlist netlist, List<String> driven, List<String> read, long chip) {
      return (volts, amps) -> {
        for (int o = 0; o < amps.length; o++) {
          amps[o] = 0;
          for (int i = 0; i < volts.length; i++) {
            int column = Integer.parseInt(driven.get(i).substring(1));
            amps[o] += volts[i] * drawn[o][column];
          }
        }
      };
    }
  }

  private static UnitInterface ports(int from, int to, boolean hasBias) {
    Converter coarse = new Converter(2, -0.5, 0.5);
    List<Drive> drives = new ArrayList<>();
    for (int i = from; i < to; i++) {
      drives.add(new Drive("W" + i, i, 0.25, 0, coarse));
    }
    if (hasBias) {
      drives.add(new Drive("W" + IN, -1, 0, 0.5));
    }
    List<Readout> readouts = new ArrayList<>();
    for (int o = 0; o < OUT; o++) {
      double factor = 4 / SCALE;
      readouts.add(new Readout("B" + o, "", o, factor, 0, new Converter(3, -1, 1)));
    }
    return new UnitInterface("unit" + from, 0, drives, readouts);
  }

  private List<WeightFault> faults() {
    Tensor w = Tensor.ofFloats(Shape.of(OUT, IN), weights);
    // The bias port is held at 0.5, and 4 · 0.5 is 2.
    float[] twice = new float[OUT];
    IntStream.range(0, OUT).forEach(o -> twice[o] = 2 * bias[o]);
    LinearBlock block =
        LinearBlock.dense(
            "fc",
            WeightMatrix.ofRows(w, Optional.empty()),
            Optional.of(Tensor.ofFloats(Shape.of(OUT), twice)));
    BlockInterface ports =
        new BlockInterface("fc", IN, OUT, List.of(ports(0, HALF, true), ports(HALF, IN, false)));
    AssembledBlock assembly =
        new AssembledBlock(List.of(new Numbers()), WeightFaultsTest::netlist, 0);
    AssembledLinear linear = assembly.linear(block.shape(), ports, Workers.SEQUENTIAL);
    return WeightFaults.of(block, linear.responses());
  }

  @Test
  void roundingAndConvertersAreNoFaults() {
    assertThat(faults()).isEmpty();
  }

  @Test
  void halfALevelIsRoundingHoweverCloseTheOthersAre() {
    step = 0.2 * SCALE;
    drawn[8][HALF + 1] -= 0.097 * SCALE;
    assertThat(faults()).isEmpty();
    step = 0.18 * SCALE;
    assertThat(faults()).hasSize(1);
  }

  @Test
  void aWholeLevelIsAFault() {
    step = 0.2 * SCALE;
    drawn[3][5] += step;
    assertThat(faults()).hasSize(1);
    assertThat(faults().get(0).driven()).containsExactly("W5");
  }

  @Test
  void weightsThatAreOthersAreNamedTheFurthestFirst() {
    drawn[3][5] += 0.5 * SCALE;
    drawn[8][HALF + 1] -= SCALE;
    List<WeightFault> faults = faults();
    assertThat(faults).hasSize(2);
    WeightFault first = faults.get(0);
    assertThat(first.unit()).isEqualTo("unit" + HALF);
    assertThat(first.driven()).containsExactly("W" + (HALF + 1));
    assertThat(first.read()).containsExactly("B8");
    assertThat(first.input()).isEqualTo(HALF + 1);
    assertThat(first.output()).isEqualTo(8);
    assertThat(first.found() - first.expected()).isCloseTo(-1, within(0.003));
    assertThat(faults.get(1).unit()).isEqualTo("unit0");
    assertThat(faults.get(1).driven()).containsExactly("W5");
  }

  @Test
  void aBiasThatIsAnotherIsNamed() {
    drawn[2][IN] = SCALE * (bias[4] + 0.001);
    List<WeightFault> faults = faults();
    assertThat(faults).hasSize(1);
    assertThat(faults.get(0).input()).isEqualTo(-1);
    assertThat(faults.get(0).output()).isEqualTo(2);
    assertThat(faults.get(0).driven()).containsExactly("W" + IN);
    assertThat(faults.get(0).expected()).isCloseTo(2 * bias[2], within(1e-6));
  }
}
