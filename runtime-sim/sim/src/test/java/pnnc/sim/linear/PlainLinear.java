package pnnc.sim.linear;

import java.util.List;
import java.util.function.ToLongFunction;
import pnnc.base.shape.Shape;
import pnnc.ir.block.LinearBlock;
import pnnc.ir.block.LinearForm;
import pnnc.ir.block.SpatialGeometry;
import pnnc.ir.block.WeightMatrix;
import pnnc.ir.block.Window;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorElements;

/** The definitions of the three linear forms as plain loops, the reference for the fast ones. */
final class PlainLinear {
  private final LinearBlock block;
  private final Shape shape;
  private final double[] x;
  private final List<double[]> weights;

  private PlainLinear(LinearBlock block, Tensor input) {
    this.block = block;
    this.shape = input.shape();
    this.x = TensorElements.of(input).toDoubles();
    this.weights = block.matrices().stream().map(PlainLinear::all).toList();
  }

  /** The output's elements, row-major. */
  static double[] apply(LinearBlock block, Tensor input) {
    PlainLinear plain = new PlainLinear(block, input);
    return block.form() instanceof LinearForm.Dense ? plain.dense() : plain.convolution();
  }

  private double[] dense() {
    int in = block.inputChannels();
    int out = block.outputChannels();
    double[] y = new double[in == 0 ? 0 : x.length / in * out];
    for (int at = 0; at < y.length; at++) {
      for (int i = 0; i < in; i++) {
        y[at] += weight(0, at % out, i) * x[at / out * in + i];
      }
      y[at] += bias(at % out);
    }
    return y;
  }

  private double[] convolution() {
    SpatialGeometry geometry = block.form().geometry(shape);
    int inSize = size(geometry, SpatialGeometry.Axis::in);
    int outSize = size(geometry, SpatialGeometry.Axis::out);
    int channelsIn = block.inputChannels();
    int channelsOut = block.outputChannels();
    int samples = (int) shape.sizes().orElseThrow()[0];
    double[] y = new double[samples * channelsOut * outSize];
    for (int at = 0; at < samples * channelsOut; at++) {
      int channel = at % channelsOut;
      int group = channel / (channelsOut / block.groups());
      int perGroup = channelsIn / block.groups();
      for (int c = 0; c < perGroup; c++) {
        int from = (at / channelsOut * channelsIn + group * perGroup + c) * inSize;
        addChannel(geometry, channel, c, from, y, at * outSize);
      }
      for (int p = 0; p < outSize; p++) {
        y[at * outSize + p] += bias(channel);
      }
    }
    return y;
  }

  private static int size(
      SpatialGeometry geometry, ToLongFunction<SpatialGeometry.Axis> sizeOfAxis) {
    return (int) geometry.axes().stream().mapToLong(sizeOfAxis).reduce(1, (a, b) -> a * b);
  }

  /** What input channel {@code c} of the group (from {@code xFrom}) adds to an output channel. */
  private void addChannel(
      SpatialGeometry geometry, int channel, int c, int xFrom, double[] y, int yFrom) {
    boolean transposed = block.form() instanceof LinearForm.TransposedConvolution;
    Window window = window();
    int perGroup = block.outputChannels() / block.groups();
    int group = channel / perGroup;
    int m = channel % perGroup;
    int positions =
        size(geometry, transposed ? SpatialGeometry.Axis::in : SpatialGeometry.Axis::out);
    for (int p = 0; p < positions; p++) {
      for (int k = 0; k < window.taps(); k++) {
        int there = there(geometry, window, p, k, transposed);
        if (there >= 0 && transposed) {
          y[yFrom + there] += weight(group, m * window.taps() + k, c) * x[xFrom + p];
        } else if (there >= 0) {
          y[yFrom + p] += weight(group, m, c * window.taps() + k) * x[xFrom + there];
        }
      }
    }
  }

  /** Position {@code p} of the strided side, seen through tap {@code k}, on the other side. */
  private static int there(
      SpatialGeometry geometry, Window window, int p, int k, boolean transposed) {
    int at = 0;
    int step = 1;
    int restP = p;
    int restK = k;
    for (int axis = window.rank() - 1; axis >= 0; axis--) {
      SpatialGeometry.Axis a = geometry.axes().get(axis);
      int strided = (int) (transposed ? a.in() : a.out());
      int other = (int) (transposed ? a.out() : a.in());
      int kernel = window.kernel().get(axis);
      long i =
          (long) (restP % strided) * window.strides().get(axis)
              + (long) (restK % kernel) * window.dilations().get(axis)
              - a.padBegin();
      if (i < 0 || i >= other) {
        return -1;
      }
      at += (int) i * step;
      step *= other;
      restP /= strided;
      restK /= kernel;
    }
    return at;
  }

  private Window window() {
    return block.form() instanceof LinearForm.Convolution c
        ? c.window()
        : ((LinearForm.TransposedConvolution) block.form()).window();
  }

  private double weight(int group, int out, int in) {
    return weights.get(group)[out * block.matrix(group).in() + in];
  }

  private static double[] all(WeightMatrix matrix) {
    double[] all = new double[matrix.out() * matrix.in()];
    matrix.read(0, matrix.out(), 0, matrix.in(), all);
    return all;
  }

  private double bias(int channel) {
    return block.bias().map(b -> TensorElements.of(b).doubleAt(channel)).orElse(0.0);
  }
}
