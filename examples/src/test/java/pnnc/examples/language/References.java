package pnnc.examples.language;

import java.util.Map;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorElements;

/** What the three networks compute, written without the language. */
final class References {
  private References() {}

  /** {@code image} [N, 784] to scores [N, 10]. */
  static Map<String, double[]> mlp(Map<String, Tensor> inputs) {
    Plain w = new Plain(LanguageWeights.mlp());
    double[] all = TensorElements.of(inputs.get("image")).toDoubles();
    double[] result = new double[all.length / 784 * 10];
    for (int n = 0; n < all.length / 784; n++) {
      double[] h = w.linear("fc1", java.util.Arrays.copyOfRange(all, n * 784, (n + 1) * 784));
      Plain.relu(h);
      System.arraycopy(Plain.softmax(w.linear("fc2", h)), 0, result, n * 10, 10);
    }
    return Map.of("output", result);
  }

  /** {@code x} [N, 3, 32, 32] to scores [N, 10]. */
  static Map<String, double[]> res8(Map<String, Tensor> inputs) {
    Plain w = new Plain(LanguageWeights.res8());
    double[] all = TensorElements.of(inputs.get("x")).toDoubles();
    int size = 3 * 32 * 32;
    double[] result = new double[all.length / size * 10];
    for (int n = 0; n < all.length / size; n++) {
      double[][][] t = w.convolution("stem", picture(all, n * size), 1);
      Plain.relu(t);
      for (int i = 0; i < 3; i++) {
        t = block(w, "layer." + i, t, i == 0 ? 1 : 2);
      }
      System.arraycopy(w.linear("head", means(t)), 0, result, n * 10, 10);
    }
    return Map.of("output", result);
  }

  private static double[][][] picture(double[] all, int from) {
    double[][][] x = new double[3][32][32];
    for (int i = 0; i < 3 * 32 * 32; i++) {
      x[i / 1024][i / 32 % 32][i % 32] = all[from + i];
    }
    return x;
  }

  private static double[][][] block(Plain w, String name, double[][][] x, int stride) {
    double[][][] y = w.norm(name + ".bn1", w.convolution(name + ".conv1", x, stride));
    Plain.relu(y);
    y = w.norm(name + ".bn2", w.convolution(name + ".conv2", y, 1));
    double[][][] skip = w.has(name + ".down.weight") ? w.convolution(name + ".down", x, stride) : x;
    for (int c = 0; c < y.length; c++) {
      for (int r = 0; r < y[c].length; r++) {
        for (int k = 0; k < y[c][r].length; k++) {
          y[c][r][k] += skip[c][r][k];
        }
      }
    }
    Plain.relu(y);
    return y;
  }

  private static double[] means(double[][][] x) {
    double[] means = new double[x.length];
    for (int c = 0; c < x.length; c++) {
      for (double[] row : x[c]) {
        for (double v : row) {
          means[c] += v / (row.length * row.length);
        }
      }
    }
    return means;
  }
}
