package pnnc.sim.physics;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import pnnc.ir.block.LinearShape;
import pnnc.ir.network.Tensor;
import pnnc.sim.twin.BlockOperator;

/** A linear block rebuilt from a layout. */
public final class AssembledLinear implements BlockOperator {
  private final String name;
  private final LinearShape shape;
  private final BlockOperator whole;
  private final List<AssembledUnit> units;

  AssembledLinear(String name, LinearShape shape, BlockOperator whole, List<AssembledUnit> units) {
    this.name = name;
    this.shape = shape;
    this.whole = whole;
    this.units = units;
  }

  @Override
  public List<Tensor> apply(List<Tensor> inputs) {
    return whole.apply(inputs);
  }

  /** What each unit computes with ideal converters, in plan order; measured anew. */
  public List<UnitResponse> responses() {
    return units.stream().map(AssembledUnit::response).toList();
  }

  /**
   * The same block, telling {@code meter} what each call took; empty if that is not known of all
   * units. For one thread at a time.
   */
  public Optional<BlockOperator> metered(Consumer<RunCost> meter) {
    return units.stream().allMatch(u -> u.costs().isPresent())
        ? Optional.of(new MeteredLinear(name, shape, units, meter))
        : Optional.empty();
  }

  /** See {@link ReadCosts#lineLoss}: of all units the greatest; 0 where it is not known. */
  public double lineLoss() {
    return units.stream()
        .flatMap(u -> u.costs().stream())
        .mapToDouble(ReadCosts::lineLoss)
        .max()
        .orElse(0);
  }
}
