package pnnc.sim.physics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import pnnc.base.diagnostics.CompilerBug;
import pnnc.base.shape.Shape;
import pnnc.ir.block.BlockInterface;
import pnnc.ir.block.LinearShape;
import pnnc.ir.block.UnitInterface;
import pnnc.ir.netlist.Netlist;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorElements;
import pnnc.kernels.parallel.Workers;
import pnnc.sim.linear.ColumnMap;
import pnnc.sim.linear.MappedOperator;
import pnnc.sim.tensor.NumberTensors;
import pnnc.sim.twin.BlockOperator;

/** Blocks rebuilt from netlists that were read from a layout. */
public final class AssembledBlock {
  /** Netlists in memory at a time. */
  private static final int AT_ONCE = 16;

  private final List<PhysicsSolver> solvers;
  private final Function<String, Netlist> netlists;
  private final long chip;

  /**
   * @param solvers the first that knows a unit's devices solves it
   * @param netlists of each unit, by name
   * @param chip see {@link PhysicsSolver#prepare}
   */
  public AssembledBlock(
      List<PhysicsSolver> solvers, Function<String, Netlist> netlists, long chip) {
    this.solvers = List.copyOf(solvers);
    this.netlists = netlists;
    this.chip = chip;
  }

  /** A linear block: its units are carried over the input as the shape says. */
  public AssembledLinear linear(LinearShape shape, BlockInterface ports, Workers workers) {
    List<AssembledUnit> units = units(ports, workers);
    List<ColumnMap> groups =
        IntStream.range(0, shape.groups())
            .mapToObj(g -> units.stream().filter(u -> u.ports().group() == g).toList())
            .map(AssembledBlock::columnMap)
            .toList();
    MappedOperator whole = new MappedOperator(ports.block(), shape, groups, workers);
    return new AssembledLinear(ports.block(), shape, whole, units);
  }

  private static ColumnMap columnMap(List<AssembledUnit> units) {
    return (x, columns, y) -> units.forEach(u -> u.add(x, columns, y));
  }

  /**
   * One output of a function block.
   *
   * @param type a type of numbers
   * @param shape for one sample, the sample's own dimension first; every size is known
   */
  public record Output(ElementType type, Shape shape) {}

  /**
   * A function block, for one sample at a time. Its inputs are flattened and joined in order; what
   * the units give is cut into its outputs in order.
   *
   * @param outputs have as many elements together as {@code ports} has outputs
   */
  public BlockOperator function(BlockInterface ports, List<Output> outputs) {
    long elements = outputs.stream().mapToLong(o -> o.shape().elements().orElseThrow()).sum();
    if (elements != ports.outputSize()) {
      throw new IllegalArgumentException(
          "outputs of %d numbers for a block of %d".formatted(elements, ports.outputSize()));
    }
    List<AssembledUnit> units = units(ports, Workers.SEQUENTIAL);
    return inputs -> {
      double[] x = flat(inputs, ports);
      double[] y = new double[ports.outputSize()];
      units.forEach(u -> u.add(x, 1, y));
      return cut(y, outputs);
    };
  }

  private static List<Tensor> cut(double[] all, List<Output> outputs) {
    List<Tensor> tensors = new ArrayList<>();
    int at = 0;
    for (Output output : outputs) {
      int end = at + (int) output.shape().elements().orElseThrow();
      double[] own = Arrays.copyOfRange(all, at, end);
      tensors.add(NumberTensors.of(output.type(), output.shape(), own));
      at = end;
    }
    return tensors;
  }

  private static double[] flat(List<Tensor> inputs, BlockInterface ports) {
    List<double[]> parts = new ArrayList<>();
    inputs.forEach(t -> parts.add(TensorElements.of(t).toDoubles()));
    double[] all = parts.stream().flatMapToDouble(Arrays::stream).toArray();
    if (all.length != ports.inputSize()) {
      throw new IllegalArgumentException(
          "block `%s` takes %d numbers at a time, found %d"
              .formatted(ports.block(), ports.inputSize(), all.length));
    }
    return all;
  }

  /** Netlists are read one by one, as layouts are; what they compute is solved by all workers. */
  private List<AssembledUnit> units(BlockInterface ports, Workers workers) {
    List<AssembledUnit> all = new ArrayList<>();
    List<UnitInterface> units = ports.units();
    for (int from = 0; from < units.size(); from += AT_ONCE) {
      List<UnitInterface> some = units.subList(from, Math.min(from + AT_ONCE, units.size()));
      List<Netlist> read = some.stream().map(u -> netlists.apply(u.unit())).toList();
      AssembledUnit[] ready = new AssembledUnit[some.size()];
      workers.forEach(ready.length, k -> ready[k] = unit(some.get(k), read.get(k)));
      all.addAll(List.of(ready));
    }
    return all;
  }

  private AssembledUnit unit(UnitInterface ports, Netlist netlist) {
    Optional<PhysicsSolver> solver = solvers.stream().filter(s -> s.solves(netlist)).findFirst();
    return new AssembledUnit(
        ports,
        netlist,
        solver.orElseThrow(
            () -> new CompilerBug("twin", "nothing solves the devices of " + ports.unit())),
        chip);
  }
}
