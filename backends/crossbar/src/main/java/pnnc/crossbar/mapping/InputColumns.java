package pnnc.crossbar.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import pnnc.base.shape.Shape;
import pnnc.ir.block.CalibrationData;
import pnnc.ir.block.LinearForm;
import pnnc.ir.block.LinearShape;
import pnnc.ir.block.SpatialGeometry;
import pnnc.ir.block.Window;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorElements;

/**
 * What a matrix of a linear block is multiplied with: rows of a dense block's input, patches of a
 * convolution's, single positions of a transposed convolution's; some of them, drawn by seed.
 */
public final class InputColumns {
  /** From one tensor at most; the rest is passed over evenly. */
  private static final int FROM_ONE = 64;

  private final LinearShape shape;
  private final int group;
  private final SplittableRandom random;
  private final List<double[]> columns = new ArrayList<>();
  private double largest;
  private double least;

  private InputColumns(LinearShape shape, int group, long seed) {
    this.shape = shape;
    this.group = group;
    this.random = new SplittableRandom(seed);
  }

  /** Columns of {@code data} for the matrix of {@code group}. */
  public static InputColumns of(
      CalibrationData data, LinearShape shape, int group, int most, long seed) {
    InputColumns all = new InputColumns(shape, group, seed);
    try (Stream<CalibrationData.Batch> batches = data.batches()) {
      batches.forEach(b -> all.add(b.inputs().get(0)));
    }
    while (all.columns.size() > most) {
      all.columns.remove(all.random.nextInt(all.columns.size()));
    }
    return all;
  }

  /** The columns, each of {@link LinearShape#in} numbers. */
  public List<double[]> columns() {
    return columns;
  }

  /** The greatest magnitude of any input seen, sampled or not; 0 if there were none. */
  public double largest() {
    return largest;
  }

  /** Whether no input was below 0. */
  public boolean areNotNegative() {
    return least >= 0;
  }

  private void add(Tensor input) {
    double[] values = TensorElements.of(input).toDoubles();
    for (double v : values) {
      largest = Math.max(largest, Math.abs(v));
      least = Math.min(least, v);
    }
    if (shape.form() instanceof LinearForm.Dense) {
      addRows(values);
    } else {
      addPatches(input.shape(), values);
    }
  }

  private void addRows(double[] values) {
    int rows = values.length / shape.in();
    for (int k = 0; k < Math.min(rows, FROM_ONE); k++) {
      int row = rows <= FROM_ONE ? k : random.nextInt(rows);
      double[] column = new double[shape.in()];
      System.arraycopy(values, row * shape.in(), column, 0, column.length);
      columns.add(column);
    }
  }

  private void addPatches(Shape input, double[] values) {
    SpatialGeometry geometry = shape.form().geometry(input);
    long[] sizes = input.sizes().orElseThrow();
    for (int k = 0; k < FROM_ONE && sizes[0] > 0; k++) {
      columns.add(patch(geometry, sizes, values, random.nextLong(sizes[0])));
    }
  }

  /** One position drawn at random, of one sample. */
  private double[] patch(SpatialGeometry geometry, long[] sizes, double[] values, long sample) {
    boolean isForward = shape.form() instanceof LinearForm.Convolution;
    List<SpatialGeometry.Axis> axes = geometry.axes();
    long[] at = new long[axes.size()];
    for (int a = 0; a < at.length; a++) {
      at[a] = random.nextLong(isForward ? axes.get(a).out() : axes.get(a).in());
    }
    int taps = isForward ? ((LinearForm.Convolution) shape.form()).window().taps() : 1;
    int channels = shape.in() / taps;
    double[] column = new double[shape.in()];
    for (int c = 0; c < channels; c++) {
      long plane = sample * sizes[1] + (long) group * channels + c;
      for (int tap = 0; tap < taps; tap++) {
        long place = place(axes, at, isForward, tap);
        if (place >= 0) {
          column[c * taps + tap] = values[Math.toIntExact(plane * area(axes) + place)];
        }
      }
    }
    return column;
  }

  private static long area(List<SpatialGeometry.Axis> axes) {
    return axes.stream().mapToLong(SpatialGeometry.Axis::in).reduce(1, Math::multiplyExact);
  }

  /** Where a tap looks, row-major in a plane of the input; −1 for a zero of the padding. */
  private long place(List<SpatialGeometry.Axis> axes, long[] at, boolean isForward, int tap) {
    long place = 0;
    int rest = tap;
    int scale = isForward ? ((LinearForm.Convolution) shape.form()).window().taps() : 1;
    for (int a = 0; a < axes.size(); a++) {
      long here = at[a];
      if (isForward) {
        Window window = ((LinearForm.Convolution) shape.form()).window();
        scale /= window.kernel().get(a);
        int step = rest / scale;
        rest %= scale;
        here =
            at[a] * window.strides().get(a)
                + (long) step * window.dilations().get(a)
                - axes.get(a).padBegin();
      }
      if (here < 0 || here >= axes.get(a).in()) {
        return -1;
      }
      place = place * axes.get(a).in() + here;
    }
    return place;
  }
}
