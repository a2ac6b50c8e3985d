package pnnc.passes.normalize;

import java.util.Optional;
import pnnc.base.shape.Shape;
import pnnc.ir.block.Quantization;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Node;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.Value;

/**
 * A fixed array as an operator sees it: a constant, or a constant of few levels behind a
 * DequantizeLinear. Read its numbers through {@link OperandElements}.
 *
 * @param value what the operator names
 * @param stored the constant itself
 * @param quantization what turns {@code stored} into the operator's numbers; empty if nothing does
 */
public record ConstantOperand(Value value, Tensor stored, Optional<Quantization> quantization) {
  /** The array behind {@code value}; empty if it is not fixed. */
  static Optional<ConstantOperand> of(Value value, Lookup lookup) {
    Optional<ConstantOperand> plain =
        lookup.constant(value).map(t -> new ConstantOperand(value, t, Optional.empty()));
    return plain.isPresent()
        ? plain
        : lookup
            .producer(value)
            .filter(n -> n.is("DequantizeLinear"))
            .flatMap(n -> dequantized(value, n, lookup));
  }

  private static Optional<ConstantOperand> dequantized(Value value, Node node, Lookup lookup) {
    Optional<Tensor> stored = lookup.constant(node.input(0));
    Optional<Tensor> scale = lookup.constant(node.input(1));
    Optional<Tensor> zero = lookup.constant(node.input(2));
    boolean fixed =
        stored.isPresent()
            && scale.isPresent()
            && zero.isPresent() == node.input(2).isPresent()
            && !(node.attributes().get("output_dtype") instanceof Attribute.IntValue);
    return fixed
        ? Levels.of(
                scale.get(),
                zero,
                node.integer("axis", 1),
                node.integer("block_size", 0),
                stored.get().shape())
            .map(q -> new ConstantOperand(value, stored.get(), Optional.of(q)))
        : Optional.empty();
  }

  public Shape shape() {
    return stored.shape();
  }

  /** What the operator computes with. */
  public ElementType type() {
    return quantization.map(q -> q.scale().type()).orElse(stored.type());
  }

  /** The size along {@code axis}; negative axes count from the end. */
  public long size(int axis) {
    return shape().dim(axis).size().orElseThrow();
  }

  ConstantOperand transposed() {
    return permuted(new int[] {1, 0});
  }

  ConstantOperand permuted(int... perm) {
    return new ConstantOperand(
        value, Permutation.permute(stored, perm), quantization.map(q -> Levels.permuted(q, perm)));
  }

  /** The same numbers under another shape; empty where the scales' axis does not survive. */
  Optional<ConstantOperand> reshaped(Shape other) {
    if (!other.elements().equals(shape().elements())) {
      return Optional.empty();
    }
    Optional<Quantization> moved = quantization.flatMap(q -> Levels.reshaped(q, shape(), other));
    return moved.isPresent() == quantization.isPresent()
        ? Optional.of(new ConstantOperand(value, stored.reshape(other), moved))
        : Optional.empty();
  }

  /** The numbers times {@code factor}; each stored number (quantised: each scale) rounded once. */
  ConstantOperand scaled(double factor) {
    if (factor == 1) {
      return this;
    }
    return quantization.isPresent()
        ? new ConstantOperand(value, stored, quantization.map(q -> Levels.scaled(q, factor)))
        : new ConstantOperand(value, Tensors.scaled(stored, factor), quantization);
  }
}
