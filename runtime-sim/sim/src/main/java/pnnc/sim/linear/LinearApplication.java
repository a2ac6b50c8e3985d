package pnnc.sim.linear;

import java.util.List;
import java.util.Optional;
import pnnc.base.shape.Dim;
import pnnc.base.shape.Shape;
import pnnc.ir.block.LinearForm;
import pnnc.ir.block.LinearShape;
import pnnc.ir.block.SpatialGeometry;
import pnnc.ir.block.Window;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorElements;
import pnnc.kernels.parallel.Workers;
import pnnc.sim.tensor.NumberTensors;

/**
 * Carries a matrix over an input, as a {@link LinearShape} says: gathers columns, has them
 * multiplied, puts the products where they belong. Who multiplies is the caller's choice.
 */
final class LinearApplication {
  private static final int ROWS = 128;
  private static final int DEPTH = 256;
  private static final int COLUMNS = 64;

  private final String name;
  private final LinearShape shape;
  private final Workers workers;

  LinearApplication(String name, LinearShape shape, Workers workers) {
    this.name = name;
    this.shape = shape;
    this.workers = workers;
  }

  /**
   * The only output.
   *
   * @param inputs one tensor of 16-, 32- or 64-bit floats
   * @param products one per group
   * @param bias added to each channel at the end
   * @throws IllegalArgumentException if the input's shape or type does not fit
   */
  List<Tensor> apply(
      List<Tensor> inputs, List<? extends MatrixProduct> products, Optional<double[]> bias) {
    Tensor input = onlyInput(inputs);
    Unfolding unfolding = unfold(input.shape());
    double[] x = TensorElements.of(input).toDoubles();
    double[] y = new double[Math.toIntExact(unfolding.outputShape().elements().orElseThrow())];
    multiply(unfolding, products, x, y);
    bias.ifPresent(b -> addBias(b, y, unfolding.outputShape()));
    return List.of(NumberTensors.of(input.type(), unfolding.outputShape(), y));
  }

  private Tensor onlyInput(List<Tensor> inputs) {
    boolean fits = inputs.size() == 1 && isFloat(inputs.get(0).type());
    if (!fits) {
      throw new IllegalArgumentException(
          "block `%s` takes one tensor of floats, found %s".formatted(name, inputs));
    }
    return inputs.get(0);
  }

  private static boolean isFloat(ElementType type) {
    return type.isFloat() && type.bits() >= 16;
  }

  private Unfolding unfold(Shape input) {
    int channelAxis = shape.form() instanceof LinearForm.Dense ? input.rank() - 1 : 1;
    if (input.rank() <= channelAxis
        || channelAxis < 0
        || !input.dim(channelAxis).is(shape.inputChannels())) {
      throw new IllegalArgumentException(
          "block `%s` reads %d channels, found an input of shape %s"
              .formatted(name, shape.inputChannels(), input));
    }
    if (shape.form() instanceof LinearForm.Convolution c) {
      Cube cube = cube(c.window(), input);
      Shape output = outputShape(input);
      return new ConvolutionUnfolding(cube, output, shape.groups(), shape.outputChannels());
    }
    if (shape.form() instanceof LinearForm.TransposedConvolution t) {
      Cube cube = cube(t.window(), input);
      Shape output = outputShape(input);
      return new TransposedUnfolding(cube, output, shape.groups(), shape.outputChannels());
    }
    return new DenseUnfolding(input, shape.inputChannels(), shape.outputChannels());
  }

  private Cube cube(Window window, Shape input) {
    return new Cube(window, input, shape.form().geometry(input));
  }

  private Shape outputShape(Shape input) {
    List<SpatialGeometry.Axis> axes = shape.form().geometry(input).axes();
    Dim[] dims = new Dim[axes.size() + 2];
    dims[0] = input.dim(0);
    dims[1] = Dim.of(shape.outputChannels());
    for (int i = 0; i < axes.size(); i++) {
      dims[i + 2] = Dim.of(axes.get(i).out());
    }
    return Shape.of(dims);
  }

  /** Where positions overlap in the output, one task does them all, in order. */
  private void multiply(
      Unfolding unfolding, List<? extends MatrixProduct> products, double[] x, double[] y) {
    int perChannel = unfolding.rowsPerChannel();
    boolean whole = products.get(0).needsWholeColumns();
    int rowsPerBlock = whole ? shape.out() : Math.max(1, ROWS / perChannel) * perChannel;
    int columnsPerTask = unfolding.overlaps() ? Math.max(1, unfolding.positions()) : COLUMNS;
    int rowBlocks = Span.blocks(rowsPerBlock, shape.out());
    int columnBlocks = Span.blocks(columnsPerTask, unfolding.positions());
    int tasks =
        Math.multiplyExact(
            Math.multiplyExact(unfolding.samples(), shape.groups()), rowBlocks * columnBlocks);
    workers.forEach(
        tasks,
        task -> {
          int rest = task / columnBlocks;
          Span rows = Span.block(rest % rowBlocks, rowsPerBlock, shape.out());
          Span positions = Span.block(task % columnBlocks, columnsPerTask, unfolding.positions());
          int group = rest / rowBlocks % shape.groups();
          int sample = rest / rowBlocks / shape.groups();
          multiply(unfolding, products.get(group), sample, group, rows, positions, x, y);
        });
  }

  private void multiply(
      Unfolding unfolding,
      MatrixProduct matrix,
      int sample,
      int group,
      Span rows,
      Span positions,
      double[] x,
      double[] y) {
    int depth = shape.in();
    int step = matrix.needsWholeColumns() ? depth : DEPTH;
    double[] columns = new double[Math.min(step, depth) * Math.min(COLUMNS, positions.count())];
    for (int at = positions.from(); at < positions.to(); at += COLUMNS) {
      Span tile = new Span(at, Math.min(at + COLUMNS, positions.to()));
      double[] product = new double[rows.count() * tile.count()];
      for (int i = 0; i < depth; i += step) {
        Span ins = new Span(i, Math.min(i + step, depth));
        unfolding.gather(x, sample, group, ins, tile, columns);
        matrix.addProduct(rows, ins, columns, tile.count(), product);
      }
      unfolding.scatter(product, sample, group, rows, tile, y);
    }
  }

  private void addBias(double[] values, double[] y, Shape output) {
    int inner = 1;
    if (!(shape.form() instanceof LinearForm.Dense)) {
      for (int axis = 2; axis < output.rank(); axis++) {
        inner *= (int) output.dim(axis).size().orElseThrow();
      }
    }
    for (int i = 0; i < y.length; i++) {
      y[i] += values[i / inner % values.length];
    }
  }
}
