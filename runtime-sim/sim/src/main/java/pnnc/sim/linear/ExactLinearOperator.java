package pnnc.sim.linear;

import java.util.List;
import java.util.Optional;
import pnnc.base.shape.Dim;
import pnnc.base.shape.Shape;
import pnnc.ir.block.LinearBlock;
import pnnc.ir.block.LinearForm;
import pnnc.ir.block.SpatialGeometry;
import pnnc.ir.block.WeightMatrix;
import pnnc.ir.block.Window;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorElements;
import pnnc.sim.tensor.NumberTensors;
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

  private static final int ROWS = 128;
  private static final int DEPTH = 256;
  private static final int COLUMNS = 64;

  private final LinearBlock block;
  private final Workers workers;
  private final List<WeightRows> groups;
  private final Optional<double[]> bias;

  public ExactLinearOperator(LinearBlock block, Workers workers) {
    this.block = block;
    this.workers = workers;
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
    Tensor input = onlyInput(inputs);
    Unfolding unfolding = unfold(input.shape());
    double[] x = TensorElements.of(input).toDoubles();
    double[] y = new double[Math.toIntExact(unfolding.outputShape().elements().orElseThrow())];
    multiply(unfolding, x, y);
    bias.ifPresent(b -> addBias(b, y, unfolding.outputShape()));
    return List.of(NumberTensors.of(input.type(), unfolding.outputShape(), y));
  }

  private Tensor onlyInput(List<Tensor> inputs) {
    boolean fits = inputs.size() == 1 && isFloat(inputs.get(0).type());
    if (!fits) {
      throw new IllegalArgumentException(
          "block `%s` takes one tensor of floats, found %s".formatted(block.name(), inputs));
    }
    return inputs.get(0);
  }

  private static boolean isFloat(ElementType type) {
    return type.isFloat() && type.bits() >= 16;
  }

  private Unfolding unfold(Shape input) {
    int channelAxis = block.form() instanceof LinearForm.Dense ? input.rank() - 1 : 1;
    if (input.rank() <= channelAxis
        || channelAxis < 0
        || !input.dim(channelAxis).is(block.inputChannels())) {
      throw new IllegalArgumentException(
          "block `%s` reads %d channels, found an input of shape %s"
              .formatted(block.name(), block.inputChannels(), input));
    }
    if (block.form() instanceof LinearForm.Convolution c) {
      Cube cube = cube(c.window(), input);
      Shape output = outputShape(input);
      return new ConvolutionUnfolding(cube, output, block.groups(), block.outputChannels());
    }
    if (block.form() instanceof LinearForm.TransposedConvolution t) {
      Cube cube = cube(t.window(), input);
      Shape output = outputShape(input);
      return new TransposedUnfolding(cube, output, block.groups(), block.outputChannels());
    }
    return new DenseUnfolding(input, block.inputChannels(), block.outputChannels());
  }

  private Cube cube(Window window, Shape input) {
    return new Cube(window, input, block.form().geometry(input));
  }

  private Shape outputShape(Shape input) {
    List<SpatialGeometry.Axis> axes = block.form().geometry(input).axes();
    Dim[] dims = new Dim[axes.size() + 2];
    dims[0] = input.dim(0);
    dims[1] = Dim.of(block.outputChannels());
    for (int i = 0; i < axes.size(); i++) {
      dims[i + 2] = Dim.of(axes.get(i).out());
    }
    return Shape.of(dims);
  }

  /** Where positions overlap in the output, one task does them all, in order. */
  private void multiply(Unfolding unfolding, double[] x, double[] y) {
    WeightMatrix matrix = block.matrix(0);
    int perChannel = unfolding.rowsPerChannel();
    int rowsPerBlock = Math.max(1, ROWS / perChannel) * perChannel;
    int columnsPerTask = unfolding.overlaps() ? Math.max(1, unfolding.positions()) : COLUMNS;
    int rowBlocks = Span.blocks(rowsPerBlock, matrix.out());
    int columnBlocks = Span.blocks(columnsPerTask, unfolding.positions());
    int tasks =
        Math.multiplyExact(
            Math.multiplyExact(unfolding.samples(), block.groups()), rowBlocks * columnBlocks);
    workers.forEach(
        tasks,
        task -> {
          int rest = task / columnBlocks;
          Span rows = Span.block(rest % rowBlocks, rowsPerBlock, matrix.out());
          Span positions = Span.block(task % columnBlocks, columnsPerTask, unfolding.positions());
          int group = rest / rowBlocks % block.groups();
          int sample = rest / rowBlocks / block.groups();
          multiply(unfolding, sample, group, rows, positions, x, y);
        });
  }

  private void multiply(
      Unfolding unfolding,
      int sample,
      int group,
      Span rows,
      Span positions,
      double[] x,
      double[] y) {
    int depth = block.matrix(group).in();
    double[] columns = new double[Math.min(DEPTH, depth) * Math.min(COLUMNS, positions.count())];
    for (int at = positions.from(); at < positions.to(); at += COLUMNS) {
      Span tile = new Span(at, Math.min(at + COLUMNS, positions.to()));
      double[] product = new double[rows.count() * tile.count()];
      for (int i = 0; i < depth; i += DEPTH) {
        Span ins = new Span(i, Math.min(i + DEPTH, depth));
        unfolding.gather(x, sample, group, ins, tile, columns);
        groups.get(group).addProduct(rows, ins, columns, tile.count(), product);
      }
      unfolding.scatter(product, sample, group, rows, tile, y);
    }
  }

  private void addBias(double[] values, double[] y, Shape output) {
    int inner = 1;
    if (!(block.form() instanceof LinearForm.Dense)) {
      for (int axis = 2; axis < output.rank(); axis++) {
        inner *= (int) output.dim(axis).size().orElseThrow();
      }
    }
    for (int i = 0; i < y.length; i++) {
      y[i] += values[i / inner % values.length];
    }
  }
}
