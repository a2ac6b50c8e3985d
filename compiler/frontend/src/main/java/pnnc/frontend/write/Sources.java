package pnnc.frontend.write;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import pnnc.base.shape.Shape;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorData;

/** Where a program's weights come from: the model's file, and one with what stands nowhere else. */
final class Sources {
  private final ModelWeights weights;
  private final Map<String, Tensor> extra = new LinkedHashMap<>();
  private boolean usesFile;

  private final String root;

  /**
   * @param root the name of the group with all of {@code weights}
   */
  Sources(ModelWeights weights, String root) {
    this.weights = weights;
    this.root = root;
  }

  /** The name of the group with all weights. */
  String root() {
    return root;
  }

  ModelWeights weights() {
    return weights;
  }

  boolean usesFile() {
    return usesFile;
  }

  /** What has to be written beside the program. */
  Map<String, Tensor> extra() {
    return extra;
  }

  /** The tensor called {@code name} in the model's file. */
  String reference(String name) {
    usesFile = true;
    return root + weights.reference(name).substring(1);
  }

  /** A group of tensors in the model's file, whose path begins with {@code w}. */
  String group(String path) {
    usesFile = true;
    return root + path.substring(1);
  }

  /** A tensor that the model's file does not have. */
  String extra(String name, Tensor tensor) {
    if (tensor.data() instanceof TensorData.Splat) {
      Tensor one = new Tensor(tensor.type(), Shape.SCALAR, tensor.data());
      if (Literals.canSay(one)) {
        long[] sizes = tensor.sizes();
        return "op.Expand(%s, %s)"
            .formatted(Literals.typed(one), Literals.wholes(Arrays.stream(sizes).boxed().toList()));
      }
    }
    if (tensor.type() == ElementType.STRING || tensor.type() == ElementType.C64) {
      throw new CannotSay("a constant of " + tensor.type() + " outside the model's main graph");
    }
    String key = Words.legal(name);
    for (int n = 2; extra.containsKey(key) && !extra.get(key).equals(tensor); n++) {
      key = Words.legal(name) + "_" + n;
    }
    extra.put(key, tensor);
    return "extra[" + Literals.quoted(key) + "]";
  }
}
