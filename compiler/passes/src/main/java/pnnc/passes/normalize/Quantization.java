package pnnc.passes.normalize;

import java.util.Optional;
import pnnc.base.shape.Shape;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Tensor;

/**
 * What DequantizeLinear does to a stored array: {@code (stored − zeroPoint) · scale}.
 *
 * @param scale one element, or as many as axis {@code axis} has, or (blocked) one for each {@code
 *     blockSize} elements along that axis and of the array's shape otherwise
 * @param zeroPoint of {@code scale}'s shape; empty means zero
 * @param axis not negative; without meaning where {@code scale} has one element
 * @param blockSize 0 if not blocked
 */
public record Quantization(Tensor scale, Optional<Tensor> zeroPoint, int axis, long blockSize) {
  /** One scale and zero point for the whole array. */
  public static Quantization perTensor(Tensor scale, Optional<Tensor> zeroPoint) {
    return new Quantization(scale, zeroPoint, 0, 0);
  }

  /** Whether one scale serves the whole array. */
  public boolean isPerTensor() {
    return blockSize == 0 && scale.elements() == 1;
  }

  /** The type of the dequantised numbers. */
  public ElementType type() {
    return scale.type();
  }

  /** The same levels, each multiplied by {@code factor}; each scale is rounded once. */
  Quantization scaled(double factor) {
    Tensor scaled = Tensors.map(scale, scale.type(), (i, s) -> s * factor);
    return new Quantization(scaled, zeroPoint, axis, blockSize);
  }

  /** What it is for the array with its axes permuted: output axis {@code i} was {@code perm[i]}. */
  Quantization permuted(int[] perm) {
    if (isPerTensor()) {
      return this;
    }
    int moved = Tensors.inverse(perm)[axis];
    return blockSize == 0
        ? new Quantization(scale, zeroPoint, moved, 0)
        : new Quantization(
            Tensors.permute(scale, perm),
            zeroPoint.map(z -> Tensors.permute(z, perm)),
            moved,
            blockSize);
  }

  /**
   * What it is for the array under another shape; empty where the axis of the scales does not
   * survive.
   */
  Optional<Quantization> reshaped(Shape from, Shape to) {
    if (isPerTensor()) {
      return Optional.of(this);
    }
    return blockSize == 0
        ? Tensors.sameAxis(from, axis, to).map(a -> new Quantization(scale, zeroPoint, a, 0))
        : Optional.empty();
  }
}
