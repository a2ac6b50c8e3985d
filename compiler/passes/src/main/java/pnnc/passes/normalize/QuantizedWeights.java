package pnnc.passes.normalize;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.LongStream;
import pnnc.base.shape.Shape;
import pnnc.ir.block.Quantization;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Node;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorElements;
import pnnc.ir.network.Value;

/** Brings weights into the form of integers behind a DequantizeLinear. */
final class QuantizedWeights {
  private QuantizedWeights() {}

  /** Moves a change of shape from behind a dequantised constant into the constant. */
  static boolean absorb(Node move, Scope scope) {
    Optional<ConstantOperand> old =
        scope.operand(move.input(0)).filter(w -> w.quantization().isPresent());
    Optional<ConstantOperand> moved = old.flatMap(w -> moved(move, w, scope));
    if (moved.isEmpty()) {
      return false;
    }
    Node dequantize = scope.producer(move.input(0)).orElseThrow();
    Draft draft = new Draft(scope, move.output().name());
    draft.replace(move, draft.operand(dequantize.input(0).name(), moved.get()));
    scope.removeIfUnused(dequantize);
    return true;
  }

  private static Optional<ConstantOperand> moved(Node move, ConstantOperand w, Scope scope) {
    if (!move.is("Transpose")) {
      return scope.shape(move.output()).filter(Shape::isKnown).flatMap(w::reshaped);
    }
    int rank = w.shape().rank();
    long[] reversed = LongStream.range(0, rank).map(i -> rank - 1 - i).toArray();
    long[] perm = move.integers("perm").orElse(reversed);
    return Tensors.copyBytes(w.stored()) > NormalizeGemm.MAX_COPY || !isPermutation(perm, rank)
        ? Optional.empty()
        : Optional.of(w.permuted(LongStream.of(perm).mapToInt(Math::toIntExact).toArray()));
  }

  private static boolean isPermutation(long[] perm, int rank) {
    return Arrays.equals(
        Arrays.stream(perm).sorted().toArray(), LongStream.range(0, rank).toArray());
  }

  /** Computes QuantizeLinear of a constant: {@code saturate(round(x / scale) + zero)}. */
  static boolean quantize(Node node, Scope scope) {
    Optional<Tensor> x = scope.constant(node.input(0)).filter(QuantizedWeights::isFloat);
    Optional<Tensor> scale = scope.constant(node.input(1)).filter(QuantizedWeights::isFloat);
    Optional<Tensor> zero = scope.constant(node.input(2));
    boolean simple =
        x.isPresent()
            && scale.isPresent()
            && zero.isPresent() == node.input(2).isPresent()
            && node.attributes().keySet().stream().allMatch("axis"::equals)
            && Tensors.bytes(x.get()) <= NormalizeGemm.MAX_COPY;
    if (!simple || scope.editor().isOutput(node.output())) {
      return false;
    }
    Optional<Tensor> levels = levels(node, x.get(), scale.get(), zero);
    levels.ifPresent(t -> put(node, t, scope));
    return levels.isPresent();
  }

  private static void put(Node node, Tensor tensor, Scope scope) {
    Value value = node.output();
    scope.editor().remove(node);
    scope.editor().setConstant(value, tensor);
    scope.editor().setType(value, tensor.valueType());
  }

  private static boolean isFloat(Tensor tensor) {
    return tensor.type() == ElementType.F32;
  }

  private static Optional<Tensor> levels(Node node, Tensor x, Tensor scale, Optional<Tensor> zero) {
    ElementType type = zero.map(Tensor::type).orElse(ElementType.U8);
    Optional<Quantization> q =
        Levels.of(scale, zero, node.integer("axis", 1), 0, x.shape())
            .filter(found -> Integers.isKnown(type));
    return q.map(found -> levels(x, type, found));
  }

  private static Tensor levels(Tensor x, ElementType type, Quantization q) {
    boolean single = Levels.isSingle(q);
    long[] sizes = x.sizes();
    long inner = single ? 1 : Tensors.product(sizes, q.axis() + 1, sizes.length);
    long size = single ? 1 : sizes[q.axis()];
    double[] scales = TensorElements.of(q.scale()).toDoubles();
    double[] zeros =
        q.zeroPoint().map(z -> TensorElements.of(z).toDoubles()).orElse(new double[scales.length]);
    return Tensors.mapToIntegers(
        x,
        type,
        (i, element) -> {
          int s = (int) (i / inner % size);
          return Math.rint((float) element / (float) scales[s]) + zeros[s];
        });
  }
}
