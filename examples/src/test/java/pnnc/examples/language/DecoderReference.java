package pnnc.examples.language;

import java.util.Arrays;
import java.util.Map;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorElements;

/**
 * The decoder block for one sequence, token by token: 4 query heads, 2 heads of keys and values,
 * each of 4 numbers.
 */
final class DecoderReference {
  private static final int WIDTH = 16;
  private static final int HEAD = 4;
  private static final int GROUPS = 2;
  private static final String LAYER = "model.layers.0.";

  private final Plain w = new Plain(LanguageWeights.decoder());
  private final int past;
  private final int steps;
  private final double[] x;

  /** {@code [group][position][number]}. */
  private final double[][][] keys;

  private final double[][][] values;

  private DecoderReference(Map<String, Tensor> inputs) {
    this.x = TensorElements.of(inputs.get("x")).toDoubles();
    this.steps = x.length / WIDTH;
    this.past = (int) inputs.get("past_k").sizes()[2];
    this.keys = cache(TensorElements.of(inputs.get("past_k")).toDoubles());
    this.values = cache(TensorElements.of(inputs.get("past_v")).toDoubles());
  }

  /** {@code x} [1, S, 16] and the cache [1, 2, P, 4] to y and the longer cache. */
  static Map<String, double[]> of(Map<String, Tensor> inputs) {
    DecoderReference reference = new DecoderReference(inputs);
    double[] y = new double[reference.x.length];
    for (int s = 0; s < reference.steps; s++) {
      System.arraycopy(reference.token(s), 0, y, s * WIDTH, WIDTH);
    }
    return Map.of("y", y, "k", flat(reference.keys), "v", flat(reference.values));
  }

  private double[][][] cache(double[] before) {
    double[][][] cache = new double[GROUPS][past + steps][HEAD];
    for (int i = 0; i < before.length; i++) {
      cache[i / HEAD / past][i / HEAD % past][i % HEAD] = before[i];
    }
    return cache;
  }

  private static double[] flat(double[][][] cache) {
    return Arrays.stream(cache).flatMap(Arrays::stream).flatMapToDouble(Arrays::stream).toArray();
  }

  /** Earlier tokens have left their keys and values; later ones are not there yet. */
  private double[] token(int step) {
    double[] in = Arrays.copyOfRange(x, step * WIDTH, (step + 1) * WIDTH);
    double[] normed = w.rmsNorm(LAYER + "input_layernorm", in);
    int position = past + step;
    double[] k = w.linear(LAYER + "self_attn.k_proj", normed);
    double[] v = w.linear(LAYER + "self_attn.v_proj", normed);
    for (int g = 0; g < GROUPS; g++) {
      keys[g][position] = turned(Arrays.copyOfRange(k, g * HEAD, (g + 1) * HEAD), position);
      values[g][position] = Arrays.copyOfRange(v, g * HEAD, (g + 1) * HEAD);
    }
    double[] h = sum(in, w.linear(LAYER + "self_attn.o_proj", attention(normed, position)));
    double[] n = w.rmsNorm(LAYER + "post_attention_layernorm", h);
    double[] gate = w.linear(LAYER + "mlp.gate_proj", n);
    double[] up = w.linear(LAYER + "mlp.up_proj", n);
    for (int i = 0; i < gate.length; i++) {
      gate[i] = gate[i] / (1 + Math.exp(-gate[i])) * up[i];
    }
    return sum(h, w.linear(LAYER + "mlp.down_proj", gate));
  }

  private double[] attention(double[] normed, int position) {
    double[] q = w.linear(LAYER + "self_attn.q_proj", normed);
    double[] result = new double[WIDTH];
    for (int head = 0; head < WIDTH / HEAD; head++) {
      int group = head * GROUPS * HEAD / WIDTH;
      double[] query = turned(Arrays.copyOfRange(q, head * HEAD, (head + 1) * HEAD), position);
      double[] scores = new double[position + 1];
      for (int p = 0; p <= position; p++) {
        for (int i = 0; i < HEAD; i++) {
          scores[p] += query[i] * keys[group][p][i] / Math.sqrt(HEAD);
        }
      }
      double[] weights = Plain.softmax(scores);
      for (int p = 0; p <= position; p++) {
        for (int i = 0; i < HEAD; i++) {
          result[head * HEAD + i] += weights[p] * values[group][p][i];
        }
      }
    }
    return result;
  }

  /** Each pair (i, i + 2) turned by position / 10000^(i / 2). */
  private static double[] turned(double[] head, int position) {
    double[] result = new double[HEAD];
    for (int i = 0; i < HEAD / 2; i++) {
      double angle = position / Math.pow(10000, 2.0 * i / HEAD);
      double a = head[i];
      double b = head[i + HEAD / 2];
      result[i] = a * Math.cos(angle) - b * Math.sin(angle);
      result[i + HEAD / 2] = b * Math.cos(angle) + a * Math.sin(angle);
    }
    return result;
  }

  private static double[] sum(double[] a, double[] b) {
    double[] sum = a.clone();
    for (int i = 0; i < a.length; i++) {
      sum[i] += b[i];
    }
    return sum;
  }
}
