package pnnc.passes.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rule of an operator whose outputs are dense tensors: element types and dimensions are found
 * each for itself, so that one may stay unknown.
 */
public record TensorRule(TypeRule type, DimsRule dims) implements ShapeRule {
  @Override
  public List<Fact> infer(Op op) {
    List<Fact> facts = new ArrayList<>();
    for (int output = 0; output < op.node().outputs().size(); output++) {
      facts.add(TensorFact.of(type.of(op, output), dims(op, output)));
    }
    return facts;
  }

  private Optional<Dims> dims(Op op, int output) {
    try {
      return Optional.of(dims.of(op, output));
    } catch (NotKnown unknown) {
      return Optional.empty();
    }
  }
}
