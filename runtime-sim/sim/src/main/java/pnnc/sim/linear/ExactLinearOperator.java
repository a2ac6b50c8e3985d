package pnnc.sim.linear;

import java.util.List;
import java.util.Optional;
import pnnc.ir.block.LinearBlock;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorElements;
import pnnc.kernels.parallel.Workers;
import pnnc.sim.twin.BlockOperator;

/**
 * Computes a {@link LinearBlock} in double precision: {@code y = round(W · x + b)}, each sum over
 * ascending columns of {@code W}, the bias last, rounded once to the input's element type. The bits
 * do not depend on the number of threads.
 *
 * <p>Memory: input and output as doubles, the weights as doubles up to {@link #CACHE_BYTES}; larger
 * matrices are decoded tile by tile on every call.
 */
public final class ExactLinearOperator implements BlockOperator {
  /** Weights that take more than this as doubles are not kept decoded. */
  public static final long CACHE_BYTES = 64L << 20;

  private final LinearApplication application;
  private final List<WeightRows> groups;
  private final Optional<double[]> bias;

  public ExactLinearOperator(LinearBlock block, Workers workers) {
    this.application = new LinearApplication(block.name(), block.shape(), workers);
    boolean cache = block.parameters() <= CACHE_BYTES / Double.BYTES;
    this.groups =
        block.matrices().stream()
            .map(m -> cache ? WeightRows.cached(m) : WeightRows.streamed(m))
            .toList();
    this.bias = block.bias().map(b -> TensorElements.of(b).toDoubles());
  }

  /**
   * The block's only output.
   *
   * @param inputs the block's only input, of 16-, 32- or 64-bit floats
   * @throws IllegalArgumentException if the input's shape or type does not fit the block
   */
  @Override
  public List<Tensor> apply(List<Tensor> inputs) {
    return application.apply(inputs, groups, bias);
  }
}
