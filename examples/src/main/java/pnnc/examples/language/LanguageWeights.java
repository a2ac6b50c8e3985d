package pnnc.examples.language;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import pnnc.base.shape.Shape;
import pnnc.ir.network.Tensor;

/** Random weights of the three networks, by the names that their programs use. */
final class LanguageWeights {
  private static final int CHANNELS = 8;

  private final SplittableRandom random;
  private final Map<String, Tensor> tensors = new LinkedHashMap<>();

  private LanguageWeights(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** {@code fc1} [128, 784] and {@code fc2} [10, 128]. */
  static Map<String, Tensor> mlp() {
    LanguageWeights w = new LanguageWeights(1);
    w.linear("fc1", 128, 784);
    w.linear("fc2", 10, 128);
    return w.tensors;
  }

  /** {@code stem}, three {@code layer}s of 8, 16 and 32 channels, {@code head}. */
  static Map<String, Tensor> res8() {
    LanguageWeights w = new LanguageWeights(2);
    w.kernel("stem.weight", CHANNELS, 3, 3, 3);
    w.vector("stem.bias", CHANNELS, -0.1, 0.1);
    for (int i = 0; i < 3; i++) {
      int in = i == 0 ? CHANNELS : CHANNELS << (i - 1);
      w.block("layer." + i, in, CHANNELS << i);
    }
    w.linear("head", 10, CHANNELS << 2);
    return w.tensors;
  }

  /** One layer as Hugging Face names its parts: 4 heads of 4, two of keys and values. */
  static Map<String, Tensor> decoder() {
    LanguageWeights w = new LanguageWeights(3);
    String layer = "model.layers.0.";
    w.vector(layer + "input_layernorm.weight", 16, 0.8, 1.2);
    w.kernel(layer + "self_attn.q_proj.weight", 16, 16);
    w.kernel(layer + "self_attn.k_proj.weight", 8, 16);
    w.kernel(layer + "self_attn.v_proj.weight", 8, 16);
    w.kernel(layer + "self_attn.o_proj.weight", 16, 16);
    w.vector(layer + "post_attention_layernorm.weight", 16, 0.8, 1.2);
    w.kernel(layer + "mlp.gate_proj.weight", 40, 16);
    w.kernel(layer + "mlp.up_proj.weight", 40, 16);
    w.kernel(layer + "mlp.down_proj.weight", 16, 40);
    return w.tensors;
  }

  private void block(String name, int in, int out) {
    kernel(name + ".conv1.weight", out, in, 3, 3);
    norm(name + ".bn1", out);
    kernel(name + ".conv2.weight", out, out, 3, 3);
    norm(name + ".bn2", out);
    if (in != out) {
      kernel(name + ".down.weight", out, in, 1, 1);
    }
  }

  private void norm(String name, int channels) {
    vector(name + ".weight", channels, 0.8, 1.2);
    vector(name + ".bias", channels, -0.1, 0.1);
    vector(name + ".running_mean", channels, -0.1, 0.1);
    vector(name + ".running_var", channels, 0.5, 1.5);
  }

  private void linear(String name, int out, int in) {
    kernel(name + ".weight", out, in);
    vector(name + ".bias", out, -0.1, 0.1);
  }

  /** Uniform, with a variance of one over the fan-in. */
  private void kernel(String name, int out, long... sizes) {
    long[] shape = new long[sizes.length + 1];
    shape[0] = out;
    int fanIn = 1;
    for (int i = 0; i < sizes.length; i++) {
      shape[i + 1] = sizes[i];
      fanIn *= (int) sizes[i];
    }
    double bound = Math.sqrt(3.0 / fanIn);
    tensors.put(name, Tensor.ofFloats(Shape.of(shape), uniform(out * fanIn, -bound, bound)));
  }

  private void vector(String name, int size, double low, double high) {
    tensors.put(name, Tensor.ofFloats(Shape.of(size), uniform(size, low, high)));
  }

  private float[] uniform(int count, double low, double high) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextDouble(low, high);
    }
    return values;
  }
}
