package pnnc.sim.faults;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import pnnc.ir.block.LinearBlock;
import pnnc.ir.network.TensorElements;
import pnnc.sim.physics.UnitResponse;

/** Compares what the units of a linear block compute with the block's matrices, unit by unit. */
public final class WeightFaults {
  private final LinearBlock block;
  private final int in;
  private final double[][][] found;
  private final List<WeightFault> faults = new ArrayList<>();

  private WeightFaults(LinearBlock block) {
    this.block = block;
    this.in = block.shape().in();
    this.found = new double[block.groups()][block.shape().out()][in + 1];
  }

  /**
   * The weights that are not those of {@code block}, the furthest first. What several units
   * contribute to the same weight is compared together, and a fault of it is one of each. What is
   * off by no more than half a level of the unit's devices is rounding, however few others are.
   *
   * @param responses of all units of the block
   */
  public static List<WeightFault> of(LinearBlock block, List<UnitResponse> responses) {
    WeightFaults all = new WeightFaults(block);
    responses.forEach(all::add);
    responses.forEach(all::compare);
    all.faults.sort(Comparator.comparingDouble(WeightFault::deviation).reversed());
    return all.faults;
  }

  private void add(UnitResponse unit) {
    for (int m = 0; m < unit.outputs(); m++) {
      double[] row = found[unit.group()][unit.output(m)];
      for (int k = 0; k < unit.inputs(); k++) {
        row[unit.input(k)] += unit.at(k, m);
      }
      row[in] += unit.constant(m);
    }
  }

  private void compare(UnitResponse unit) {
    if (unit.inputs() > 0) {
      compareWeights(unit);
    }
    if (unit.hasConstants()) {
      compareConstants(unit);
    }
  }

  /** Rows are outputs. */
  private void compareWeights(UnitResponse unit) {
    int inputs = unit.inputs();
    int first = unit.input(0);
    int end = unit.input(inputs - 1) + 1;
    double[] row = new double[end - first];
    double[] expected = new double[inputs * unit.outputs()];
    double[] actual = new double[expected.length];
    for (int m = 0; m < unit.outputs(); m++) {
      int output = unit.output(m);
      block.matrix(unit.group()).read(output, output + 1, first, end, row);
      for (int k = 0; k < inputs; k++) {
        expected[m * inputs + k] = row[unit.input(k) - first];
        actual[m * inputs + k] = found[unit.group()][output][unit.input(k)];
      }
    }
    double[] behind = LineGains.behind(expected, actual, inputs);
    for (int at : Outliers.of(behind, actual)) {
      if (Math.abs(actual[at] - behind[at]) > unit.rounding(at % inputs, at / inputs)) {
        add(unit, unit.input(at % inputs), unit.output(at / inputs), expected[at], actual[at]);
      }
    }
  }

  private void compareConstants(UnitResponse unit) {
    double[] expected = new double[unit.outputs()];
    double[] actual = new double[expected.length];
    for (int m = 0; m < expected.length; m++) {
      expected[m] = bias(unit.group(), unit.output(m));
      actual[m] = found[unit.group()][unit.output(m)][in];
    }
    for (int m : Outliers.of(expected, actual)) {
      if (Math.abs(actual[m] - expected[m]) > unit.constantRounding(m)) {
        add(unit, -1, unit.output(m), expected[m], actual[m]);
      }
    }
  }

  /** What is added to a row of a matrix; taps of one channel share it. */
  private double bias(int group, int output) {
    int rows = block.shape().out();
    int perChannel = rows * block.groups() / block.outputChannels();
    return block
        .bias()
        .map(b -> TensorElements.of(b).doubleAt((group * rows + output) / perChannel))
        .orElse(0.0);
  }

  private void add(UnitResponse unit, int input, int output, double expected, double actual) {
    faults.add(
        new WeightFault(
            unit.unit(), unit.driven(input), unit.read(output), input, output, expected, actual));
  }
}
