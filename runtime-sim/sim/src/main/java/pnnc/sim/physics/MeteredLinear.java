package pnnc.sim.physics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import pnnc.ir.block.LinearShape;
import pnnc.ir.network.Tensor;
import pnnc.kernels.parallel.Workers;
import pnnc.sim.linear.ColumnMap;
import pnnc.sim.linear.MappedOperator;
import pnnc.sim.twin.BlockOperator;

/**
 * A linear block that tells after each call what it took: the units work at the same time, each on
 * one column of the block's input after the other. In one thread, so that sums have one order.
 */
final class MeteredLinear implements BlockOperator {
  private final List<AssembledUnit> units;
  private final Consumer<RunCost> meter;
  private final BlockOperator whole;
  private final RunCost[] costs;

  MeteredLinear(
      String name, LinearShape shape, List<AssembledUnit> units, Consumer<RunCost> meter) {
    this.units = units;
    this.meter = meter;
    this.costs = new RunCost[units.size()];
    List<ColumnMap> groups = new ArrayList<>();
    for (int g = 0; g < shape.groups(); g++) {
      int group = g;
      groups.add((x, columns, y) -> add(group, x, columns, y));
    }
    this.whole = new MappedOperator(name, shape, groups, Workers.SEQUENTIAL);
  }

  private void add(int group, double[] x, int columns, double[] y) {
    for (int k = 0; k < costs.length; k++) {
      if (units.get(k).ports().group() == group) {
        units.get(k).add(x, columns, y);
        costs[k] = costs[k].then(units.get(k).cost(x, columns));
      }
    }
  }

  @Override
  public List<Tensor> apply(List<Tensor> inputs) {
    Arrays.fill(costs, RunCost.NONE);
    List<Tensor> outputs = whole.apply(inputs);
    RunCost all =
        IntStream.range(0, costs.length)
            .mapToObj(k -> units.get(k).finished(costs[k]))
            .reduce(RunCost.NONE, RunCost::beside);
    meter.accept(all);
    return outputs;
  }
}
