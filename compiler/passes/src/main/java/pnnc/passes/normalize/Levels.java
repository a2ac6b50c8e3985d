package pnnc.passes.normalize;

import java.util.Optional;
import pnnc.base.shape.Shape;
import pnnc.ir.block.Quantization;
import pnnc.ir.network.Tensor;

/** What becomes of a {@link Quantization} when the array it describes is rearranged or scaled. */
final class Levels {
  private Levels() {}

  /** Whether one scale serves the whole array. */
  static boolean isSingle(Quantization q) {
    return q.scale().elements() == 1;
  }

  /**
   * A quantisation as DequantizeLinear spells it; empty if the scales do not fit an array of shape
   * {@code array}. A single scale becomes a scalar.
   */
  static Optional<Quantization> of(
      Tensor scale, Optional<Tensor> zero, long axis, long block, Shape array) {
    long along = axis < 0 ? axis + array.rank() : axis;
    if (!Tensors.isWeightType(scale.type())
        || zero.filter(z -> !z.type().isInteger()).isPresent()) {
      return Optional.empty();
    }
    if (scale.elements() == 1 && zero.map(Tensor::elements).orElse(1L) == 1) {
      return Optional.of(Quantization.perTensor(scalar(scale), zero.map(Levels::scalar)));
    }
    boolean fits =
        (along >= 0 && along < array.rank())
            && (block >= 0 && block <= Integer.MAX_VALUE)
            && scale.shape().equals(scaleShape(array, (int) along, block))
            && zero.filter(z -> !z.shape().equals(scale.shape())).isEmpty();
    return fits
        ? Optional.of(new Quantization(scale, zero, (int) along, Math.toIntExact(block)))
        : Optional.empty();
  }

  private static Shape scaleShape(Shape array, int axis, long block) {
    long[] sizes = array.sizes().orElseThrow();
    if (block == 0) {
      return Shape.of(sizes[axis]);
    }
    sizes[axis] = (sizes[axis] + block - 1) / block;
    return Shape.of(sizes);
  }

  private static Tensor scalar(Tensor tensor) {
    return tensor.reshape(Shape.SCALAR);
  }

  /** The same levels, each multiplied by {@code factor}; each scale is rounded once. */
  static Quantization scaled(Quantization q, double factor) {
    Tensor scaled = Tensors.scaled(q.scale(), factor);
    return new Quantization(scaled, q.zeroPoint(), q.axis(), q.blockSize());
  }

  /** What it is for the array with its axes permuted: output axis {@code i} was {@code perm[i]}. */
  static Quantization permuted(Quantization q, int... perm) {
    if (isSingle(q)) {
      return q;
    }
    int moved = Permutation.inverse(perm)[q.axis()];
    return q.blockSize() == 0
        ? new Quantization(q.scale(), q.zeroPoint(), moved, 0)
        : new Quantization(
            Permutation.permute(q.scale(), perm),
            q.zeroPoint().map(z -> Permutation.permute(z, perm)),
            moved,
            q.blockSize());
  }

  /** What it is under another shape; empty where the axis of the scales does not survive. */
  static Optional<Quantization> reshaped(Quantization q, Shape from, Shape to) {
    if (isSingle(q)) {
      return Optional.of(q);
    }
    return q.blockSize() == 0
        ? Tensors.sameAxis(from, q.axis(), to)
            .map(a -> new Quantization(q.scale(), q.zeroPoint(), a, 0))
        : Optional.empty();
  }
}
