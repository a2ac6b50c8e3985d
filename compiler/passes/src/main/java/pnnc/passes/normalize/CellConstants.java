package pnnc.passes.normalize;

import java.util.Optional;
import pnnc.base.shape.Shape;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorElements;
import pnnc.ir.network.Value;

/** The constants of one direction of a recurrent layer, and what every kind of cell does. */
final class CellConstants {
  private final RecurrentLayer layer;
  private final int direction;
  private final Draft draft;

  CellConstants(RecurrentLayer layer, int direction, Draft draft) {
    this.layer = layer;
    this.direction = direction;
    this.draft = draft;
  }

  RecurrentLayer layer() {
    return layer;
  }

  long hidden() {
    return layer.hidden();
  }

  ElementType type() {
    return layer.type();
  }

  private String named(String what) {
    return direction == 0 ? what : what + "_reverse";
  }

  /** W for MatMul: {@code [in, gates·hidden]}. */
  Value inputWeights() {
    return draft.constant(
        named("W"), Permutation.permute(Tensors.first(layer.w(), direction), 1, 0));
  }

  /** R of some gates for MatMul: {@code [hidden, count·hidden]}. */
  Value recurrentWeights(String name, int firstGate, int count) {
    Tensor all = Tensors.first(layer.r(), direction);
    Tensor gates = Tensors.rows(all, firstGate * hidden(), count * hidden());
    return draft.constant(named(name), Permutation.permute(gates, 1, 0));
  }

  /** The bias of the input projection; {@code withRecurrent} adds the recurrent one. */
  Optional<Value> inputBias(boolean withRecurrent) {
    long size = layer.kind().gates() * hidden();
    return biases()
        .map(
            b -> {
              double[] sum = new double[(int) size];
              for (int i = 0; i < sum.length; i++) {
                sum[i] = b[i] + (withRecurrent ? b[i + sum.length] : 0);
              }
              return vector("B", sum);
            });
  }

  /** The recurrent bias of all gates. */
  Optional<Value> recurrentBias() {
    int size = (int) (layer.kind().gates() * hidden());
    return biases().map(b -> vector("RB", java.util.Arrays.copyOfRange(b, size, 2 * size)));
  }

  private Optional<double[]> biases() {
    return layer.b().map(b -> TensorElements.of(Tensors.first(b, direction)).toDoubles());
  }

  private Value vector(String name, double... values) {
    return draft.constant(named(name), Tensors.of(type(), Shape.of(values.length), values));
  }

  /** Peephole weights number {@code index}, {@code [hidden]}. */
  Optional<Value> peephole(int index) {
    return layer
        .p()
        .map(p -> Tensors.first(p, direction))
        .map(p -> draft.constant(named("P"), Tensors.rows(p, index * hidden(), hidden())));
  }

  /** One, for {@code 1 − x}. */
  Value one() {
    return draft.scalar("one", type(), 1);
  }

  /** Function {@code index} of {@code x}, which is clipped first if the layer says so. */
  Value activate(Draft step, int index, Value x) {
    float clip = layer.node().real("clip", 0);
    Value clipped = clip > 0 ? step.clip(x, type(), -clip, clip) : x;
    return activateUnclipped(step, index, clipped);
  }

  /** Function {@code index} of {@code x}, whatever the layer says of clipping. */
  Value activateUnclipped(Draft step, int index, Value x) {
    return layer.activation(direction, index).apply(step, x, type());
  }
}
