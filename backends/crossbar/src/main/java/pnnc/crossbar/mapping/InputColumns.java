package pnnc.crossbar.mapping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
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

  /** Rows of the matrix that see the same channel stand together, so many of them. */
  private final int taps;

  /** Of each channel that the matrix sees. */
  private final double[] largest;

  private final double[] least;

  private InputColumns(LinearShape shape, int group, long seed) {
    this.shape = shape;
    this.group = group;
    this.random = new SplittableRandom(seed);
    this.taps = shape.form() instanceof LinearForm.Convolution c ? c.window().taps() : 1;
    this.largest = new double[shape.in() / taps];
    this.least = new double[largest.length];
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
    return largest(0, shape.in());
  }

  /** The same of the inputs of rows {@code from} up to {@code to} of the matrix. */
  public double largest(int from, int to) {
    return channels(from, to).mapToDouble(c -> largest[c]).max().orElse(0);
  }

  /** Whether no such input was below 0. */
  public boolean areNotNegative(int from, int to) {
    return channels(from, to).allMatch(c -> least[c] >= 0);
  }

  private IntStream channels(int from, int to) {
    return IntStream.range(from / taps, (to + taps - 1) / taps);
  }

  private void add(Tensor input) {
    double[] values = TensorElements.of(input).toDoubles();
    if (shape.form() instanceof LinearForm.Dense) {
      addRange(values, 1, shape.in());
      addRows(values);
    } else {
      long[] sizes = input.shape().sizes().orElseThrow();
      int area = (int) Arrays.stream(sizes, 2, sizes.length).reduce(1, Math::multiplyExact);
      addRange(values, area, (int) sizes[1]);
      addPatches(input.shape(), values);
    }
  }

  /** What the channels of this matrix reach: of {@code all}, each {@code area} numbers. */
  private void addRange(double[] values, int area, int all) {
    int first = shape.form() instanceof LinearForm.Dense ? 0 : group * largest.length;
    for (int plane = 0; plane * area < values.length; plane++) {
      int channel = plane % all - first;
      if (channel >= 0 && channel < largest.length) {
        for (int k = plane * area; k < (plane + 1) * area; k++) {
          largest[channel] = Math.max(largest[channel], Math.abs(values[k]));
          least[channel] = Math.min(least[channel], values[k]);
        }
      }
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
