package pnnc.passes.normalize;

import java.util.List;
import pnnc.ir.network.Value;

/** {@code h' = f(x·Wᵀ + h·Rᵀ + b)}. */
final class RnnCell implements RecurrentCell {
  private final CellConstants constants;
  private final Value r;

  RnnCell(CellConstants constants) {
    this.constants = constants;
    this.r = constants.recurrentWeights("R", 0, 1);
  }

  @Override
  public List<Value> step(Draft draft, Value projected, List<Value> states) {
    Value sum = draft.op("Add", projected, draft.op("MatMul", states.get(0), r));
    return List.of(constants.activate(draft, 0, sum));
  }
}
