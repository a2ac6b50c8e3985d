package pnnc.passes.normalize;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Node;
import pnnc.ir.network.Value;

/**
 * The activation inside ONNX Runtime's FusedGemm and FusedConv as an operator of its own. Numbers
 * come as {@code activation_alpha}, {@code activation_beta} (FusedGemm) or as a list {@code
 * activation_params} (FusedConv).
 */
final class FusedActivation {
  private static final Set<String> PLAIN =
      Set.of("Relu", "Sigmoid", "Tanh", "Softplus", "Softsign");

  private FusedActivation() {}

  /** Whether {@code node} has no activation or one that can stand alone. */
  static boolean isKnown(Node node) {
    String name = node.text("activation", "");
    List<Float> numbers = numbers(node);
    return switch (name) {
      case "" -> true;
      case "LeakyRelu", "Elu", "ThresholdedRelu" -> numbers.size() >= 1;
      case "HardSigmoid", "Clip" -> numbers.size() >= 2;
      default -> PLAIN.contains(name);
    };
  }

  private static List<Float> numbers(Node node) {
    if (node.attributes().get("activation_params") instanceof Attribute.Floats f) {
      return f.values();
    }
    return List.of("activation_alpha", "activation_beta", "activation_gamma").stream()
        .filter(node.attributes()::containsKey)
        .map(name -> node.real(name, 0))
        .toList();
  }

  /** What {@code node}'s activation makes of {@code x}. */
  static Value apply(Node node, Value x, Draft draft, ElementType type) {
    String name = node.text("activation", "");
    if (name.isEmpty()) {
      return x;
    }
    List<Float> numbers = numbers(node);
    if (name.equals("Clip")) {
      return draft.clip(x, type, numbers.get(0), numbers.get(1));
    }
    Map<String, Attribute> attributes = new TreeMap<>();
    if (!PLAIN.contains(name)) {
      attributes.put("alpha", Attribute.of(numbers.get(0)));
    }
    if (name.equals("HardSigmoid")) {
      attributes.put("beta", Attribute.of(numbers.get(1)));
    }
    return draft.op(name, attributes, x);
  }
}
