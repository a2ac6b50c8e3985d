package pnnc.sim.physics;

import java.util.List;
import pnnc.ir.network.Tensor;
import pnnc.sim.twin.BlockOperator;

/** A linear block rebuilt from a layout. */
public final class AssembledLinear implements BlockOperator {
  private final BlockOperator whole;
  private final List<AssembledUnit> units;

  AssembledLinear(BlockOperator whole, List<AssembledUnit> units) {
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
}
