package pnnc.passes.normalize;

import java.util.List;
import java.util.Optional;
import pnnc.ir.network.Value;

/**
 * The gated recurrent unit of the ONNX standard, gates {@code z r h}:
 *
 * <pre>{@code
 * z = f(xz + h·Rz), r = f(xr + h·Rr)
 * n = g(xh + (r ⊙ h)·Rh)          or, linear_before_reset:  g(xh + r ⊙ (h·Rh + bh))
 * h' = (1 − z) ⊙ n + z ⊙ h
 * }</pre>
 */
final class GruCell implements RecurrentCell {
  private final CellConstants constants;
  private final boolean linearFirst;
  private final Value gates;
  private final Optional<Value> candidate;
  private final Optional<Value> bias;
  private final Value one;

  GruCell(CellConstants constants) {
    this.constants = constants;
    this.linearFirst = isLinearFirst(constants.layer());
    this.gates = constants.recurrentWeights("R", 0, linearFirst ? 3 : 2);
    this.candidate =
        linearFirst ? Optional.empty() : Optional.of(constants.recurrentWeights("R_h", 2, 1));
    this.bias = linearFirst ? constants.recurrentBias() : Optional.empty();
    this.one = constants.one();
  }

  /** Whether the recurrent bias stays with the recurrent product. */
  static boolean isLinearFirst(RecurrentLayer layer) {
    return layer.node().integer("linear_before_reset", 0) != 0;
  }

  @Override
  public List<Value> step(Draft draft, Value projected, List<Value> states) {
    Value h = states.get(0);
    long n = constants.hidden();
    Value product = draft.op("MatMul", h, gates);
    Value recurrent = bias.map(b -> draft.op("Add", product, b)).orElse(product);
    List<Value> x = draft.split(projected, 1, n, n, n);
    List<Value> y =
        linearFirst ? draft.split(recurrent, 1, n, n, n) : draft.split(recurrent, 1, n, n);
    Value z = constants.activate(draft, 0, draft.op("Add", x.get(0), y.get(0)));
    Value r = constants.activate(draft, 0, draft.op("Add", x.get(1), y.get(1)));
    Value reset =
        candidate.isPresent()
            ? draft.op("MatMul", draft.op("Mul", r, h), candidate.get())
            : draft.op("Mul", r, y.get(2));
    Value next = constants.activate(draft, 1, draft.op("Add", x.get(2), reset));
    Value fresh = draft.op("Mul", draft.op("Sub", one, z), next);
    return List.of(draft.op("Add", fresh, draft.op("Mul", z, h)));
  }
}
