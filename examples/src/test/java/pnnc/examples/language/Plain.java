package pnnc.examples.language;

import java.util.Map;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorElements;

/** Layers as plain loops over doubles. */
final class Plain {
  private final Map<String, Tensor> weights;

  Plain(Map<String, Tensor> weights) {
    this.weights = weights;
  }

  boolean has(String name) {
    return weights.containsKey(name);
  }

  double[] get(String name) {
    return TensorElements.of(weights.get(name)).toDoubles();
  }

  private int size(String name, int axis) {
    return (int) weights.get(name).sizes()[axis];
  }

  /** {@code W x + b}, of the bias only if there is one. */
  double[] linear(String name, double[] x) {
    double[] w = get(name + ".weight");
    double[] y = new double[size(name + ".weight", 0)];
    for (int o = 0; o < y.length; o++) {
      y[o] = has(name + ".bias") ? get(name + ".bias")[o] : 0;
      for (int i = 0; i < x.length; i++) {
        y[o] += w[o * x.length + i] * x[i];
      }
    }
    return y;
  }

  /** A picture: {@code [channel][row][column]}, padded so that sizes over the stride stay. */
  double[][][] convolution(String name, double[][][] x, int stride) {
    double[] w = get(name + ".weight");
    int out = size(name + ".weight", 0);
    int kernel = size(name + ".weight", 2);
    int size = x[0].length / stride;
    int before = Math.max(0, (size - 1) * stride + kernel - x[0].length) / 2;
    double[][][] y = new double[out][size][size];
    for (int o = 0; o < out; o++) {
      for (int r = 0; r < size; r++) {
        for (int c = 0; c < size; c++) {
          y[o][r][c] = has(name + ".bias") ? get(name + ".bias")[o] : 0;
          for (int i = 0; i < x.length; i++) {
            for (int k = 0; k < kernel * kernel; k++) {
              int row = r * stride - before + k / kernel;
              int column = c * stride - before + k % kernel;
              if (row >= 0 && row < x[0].length && column >= 0 && column < x[0].length) {
                y[o][r][c] += w[(o * x.length + i) * kernel * kernel + k] * x[i][row][column];
              }
            }
          }
        }
      }
    }
    return y;
  }

  /** The trained norm of each channel. */
  double[][][] norm(String name, double[][][] x) {
    double[][][] y = new double[x.length][x[0].length][x[0].length];
    for (int c = 0; c < x.length; c++) {
      double scale = get(name + ".weight")[c] / Math.sqrt(get(name + ".running_var")[c] + 1e-5);
      for (int r = 0; r < x[c].length; r++) {
        for (int k = 0; k < x[c][r].length; k++) {
          double centred = x[c][r][k] - get(name + ".running_mean")[c];
          y[c][r][k] = centred * scale + get(name + ".bias")[c];
        }
      }
    }
    return y;
  }

  static void relu(double[][][] x) {
    for (double[][] channel : x) {
      for (double[] row : channel) {
        relu(row);
      }
    }
  }

  static void relu(double[] x) {
    for (int i = 0; i < x.length; i++) {
      x[i] = Math.max(x[i], 0);
    }
  }

  static double[] softmax(double[] x) {
    double sum = 0;
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = Math.exp(x[i]);
      sum += y[i];
    }
    for (int i = 0; i < x.length; i++) {
      y[i] /= sum;
    }
    return y;
  }

  /** {@code x / √(mean of x² + 1e-6) · weight}. */
  double[] rmsNorm(String name, double[] x) {
    double sum = 0;
    for (double v : x) {
      sum += v * v;
    }
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = x[i] / Math.sqrt(sum / x.length + 1e-6) * get(name + ".weight")[i];
    }
    return y;
  }
}
