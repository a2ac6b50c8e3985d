package pnnc.ir.block;

import java.util.Optional;
import pnnc.base.shape.Shape;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorElements;

/**
 * What a quantised weight's integer levels mean: {@code value = (level − zeroPoint) · scale}, as
 * ONNX {@code DequantizeLinear} has it. The levels themselves are what programmable hardware holds.
 *
 * @param scale one element, or {@code [size(axis)]}, or (blocked) the weight's shape with {@code
 *     axis} divided by the block size, rounded up
 * @param zeroPoint of the scale's shape; zero where it is empty
 * @param axis the weight tensor's axis along which scales differ; no meaning for a single scale
 * @param blockSize consecutive elements along {@code axis} that share a scale; 0 if not blocked
 */
public record Quantization(Tensor scale, Optional<Tensor> zeroPoint, int axis, int blockSize) {
  public Quantization {
    if (!scale.type().isFloat() || axis < 0 || blockSize < 0) {
      throw new IllegalArgumentException(
          "not a quantisation: scale %s, axis %d, block %d".formatted(scale, axis, blockSize));
    }
    if (zeroPoint.isPresent() && !zeroPoint.get().shape().equals(scale.shape())) {
      throw new IllegalArgumentException(
          "zero point %s does not fit scale %s".formatted(zeroPoint.get(), scale));
    }
  }

  /** One scale for the whole tensor. */
  public static Quantization perTensor(Tensor scale, Optional<Tensor> zeroPoint) {
    return new Quantization(scale, zeroPoint, 0, 0);
  }

  boolean isPerTensor() {
    return scale.elements() == 1;
  }

  /** Throws unless this describes a tensor of {@code type} and {@code shape}. */
  void requireFits(ElementType type, Shape shape) {
    boolean fits = type.isInteger() || type.isFloat();
    if (!isPerTensor()) {
      fits &= axis < shape.rank() && scale.shape().equals(expectedShape(shape));
    }
    if (!fits) {
      throw new IllegalArgumentException(
          "scale %s (axis %d, block %d) does not fit weights %s%s"
              .formatted(scale, axis, blockSize, type, shape));
    }
  }

  private Shape expectedShape(Shape weights) {
    long[] sizes = weights.sizes().orElseThrow();
    if (blockSize == 0) {
      return Shape.of(sizes[axis]);
    }
    sizes[axis] = (sizes[axis] + blockSize - 1) / blockSize;
    return Shape.of(sizes);
  }

  /**
   * Scales and zero points of one weight tensor by flat position. Reads one when the position
   * leaves the block of the last; a whole table could be as large as memory. Not thread-safe.
   */
  static final class Lookup {
    private final Quantization quantization;
    private final TensorElements scales;
    private final Optional<TensorElements> zeroPoints;
    private final long axisSize;
    private final long inner;
    private long last = -1;
    private double scale;
    private double zeroPoint;

    Lookup(Quantization quantization, long[] sizes) {
      this.quantization = quantization;
      this.scales = TensorElements.of(quantization.scale);
      this.zeroPoints = quantization.zeroPoint.map(TensorElements::of);
      this.axisSize = quantization.isPerTensor() ? 1 : sizes[quantization.axis];
      long below = 1;
      for (int i = quantization.axis + 1; i < sizes.length; i++) {
        below *= sizes[i];
      }
      this.inner = below;
    }

    /** What level {@code level} at flat position {@code at} of the tensor stands for. */
    double value(double level, long at) {
      seek(at);
      return (level - zeroPoint) * scale;
    }

    double scale(long at) {
      seek(at);
      return scale;
    }

    double zeroPoint(long at) {
      seek(at);
      return zeroPoint;
    }

    private void seek(long at) {
      long index = index(at);
      if (index != last) {
        last = index;
        scale = scales.doubleAt(index);
        zeroPoint = zeroPoints.map(z -> z.doubleAt(index)).orElse(0.0);
      }
    }

    private long index(long at) {
      if (quantization.isPerTensor()) {
        return 0;
      }
      long along = at / inner % axisSize;
      if (quantization.blockSize == 0) {
        return along;
      }
      long blocks = (axisSize + quantization.blockSize - 1) / quantization.blockSize;
      long outer = at / inner / axisSize;
      return (outer * blocks + along / quantization.blockSize) * inner + at % inner;
    }
  }
}
