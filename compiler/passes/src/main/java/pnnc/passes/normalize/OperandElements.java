package pnnc.passes.normalize;

import pnnc.ir.block.Quantization;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.TensorElements;
import pnnc.ir.network.TensorWriter;

/**
 * Reads the numbers of a {@link ConstantOperand} by range, without copying the whole. Dequantised
 * numbers are rounded to the type of the scale, as the operator sees them. Safe for many threads.
 */
public final class OperandElements {
  private final TensorElements stored;
  private final ElementType type;
  private final double[] scales;
  private final double[] zeros;
  private final long inner;
  private final long size;
  private final long block;

  private OperandElements(ConstantOperand operand) {
    Quantization q = operand.quantization().orElseThrow();
    this.stored = TensorElements.of(operand.stored());
    this.type = q.scale().type();
    this.scales = TensorElements.of(q.scale()).toDoubles();
    this.zeros =
        q.zeroPoint().map(z -> TensorElements.of(z).toDoubles()).orElse(new double[scales.length]);
    long[] sizes = operand.stored().sizes();
    this.inner = Levels.isSingle(q) ? 1 : Tensors.product(sizes, q.axis() + 1, sizes.length);
    this.size = Levels.isSingle(q) ? 1 : sizes[q.axis()];
    this.block = q.blockSize();
  }

  /** Copies numbers as doubles. */
  public interface Reader {
    /**
     * Copies a range.
     *
     * @param from first element, row-major
     * @param into overwritten from index {@code at}, {@code length} elements
     */
    void read(long from, double[] into, int at, int length);
  }

  /** A reader of the numbers of {@code operand}. */
  public static Reader of(ConstantOperand operand) {
    return operand.quantization().isPresent()
        ? new OperandElements(operand)::read
        : TensorElements.of(operand.stored())::read;
  }

  private void read(long from, double[] into, int at, int length) {
    stored.read(from, into, at, length);
    for (int i = 0; i < length; i++) {
      int s = scaleOf(from + i);
      into[at + i] = TensorWriter.round(type, (into[at + i] - zeros[s]) * scales[s]);
    }
  }

  private int scaleOf(long index) {
    if (scales.length == 1) {
      return 0;
    }
    long along = index / inner % size;
    if (block == 0) {
      return (int) along;
    }
    long blocks = (size + block - 1) / block;
    return (int) ((index / inner / size * blocks + along / block) * inner + index % inner);
  }
}
