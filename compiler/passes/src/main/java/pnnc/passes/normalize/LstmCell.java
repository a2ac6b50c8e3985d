package pnnc.passes.normalize;

import java.util.List;
import java.util.Optional;
import pnnc.ir.network.Value;

/**
 * The long short-term memory of the ONNX standard, gates {@code i o f c}, peepholes {@code P}:
 *
 * <pre>{@code
 * i = f(xi + h·Ri + Pi ⊙ c), f = f(xf + h·Rf + Pf ⊙ c)   or, input_forget:  f = 1 − i
 * c' = f ⊙ c + i ⊙ g(xc + h·Rc)
 * o = f(xo + h·Ro + Po ⊙ c')
 * h' = o ⊙ h(c')
 * }</pre>
 *
 * <p>{@code clip} limits what f and g are applied to. The standard reads as if it limited the cell
 * state before h too; ONNX Runtime does not, and what it computes is what a model is compared with.
 */
final class LstmCell implements RecurrentCell {
  private final CellConstants constants;
  private final Value r;
  private final Optional<Value> inputPeephole;
  private final Optional<Value> outputPeephole;
  private final Optional<Value> forgetPeephole;
  private final Optional<Value> one;

  LstmCell(CellConstants constants) {
    this.constants = constants;
    this.r = constants.recurrentWeights("R", 0, 4);
    this.inputPeephole = constants.peephole(0);
    this.outputPeephole = constants.peephole(1);
    this.forgetPeephole = constants.peephole(2);
    boolean coupled = constants.layer().node().integer("input_forget", 0) != 0;
    this.one = coupled ? Optional.of(constants.one()) : Optional.empty();
  }

  @Override
  public List<Value> step(Draft draft, Value projected, List<Value> states) {
    Value c = states.get(1);
    long n = constants.hidden();
    Value sum = draft.op("Add", projected, draft.op("MatMul", states.get(0), r));
    List<Value> gates = draft.split(sum, 1, n, n, n, n);
    Value input = gate(draft, gates.get(0), inputPeephole, c);
    Value forget =
        one.isPresent()
            ? draft.op("Sub", one.get(), input)
            : gate(draft, gates.get(2), forgetPeephole, c);
    Value candidate = constants.activate(draft, 1, gates.get(3));
    Value next = draft.op("Add", draft.op("Mul", forget, c), draft.op("Mul", input, candidate));
    Value output = gate(draft, gates.get(1), outputPeephole, next);
    return List.of(draft.op("Mul", output, constants.activateUnclipped(draft, 2, next)), next);
  }

  private Value gate(Draft draft, Value sum, Optional<Value> peephole, Value c) {
    Value seen = peephole.map(p -> draft.op("Add", sum, draft.op("Mul", p, c))).orElse(sum);
    return constants.activate(draft, 0, seen);
  }
}
