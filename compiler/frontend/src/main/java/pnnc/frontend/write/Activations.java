package pnnc.frontend.write;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.Node;
import pnnc.ir.network.Value;

/** Functions of each element that are operators of their own. */
final class Activations {
  /** Operators of one input without attributes, by the function that means just that. */
  private static final Map<String, String> PLAIN =
      Map.ofEntries(
          Map.entry("Relu", "relu"),
          Map.entry("Selu", "selu"),
          Map.entry("Mish", "mish"),
          Map.entry("Sigmoid", "sigmoid"),
          Map.entry("HardSwish", "hardswish"),
          Map.entry("Tanh", "tanh"),
          Map.entry("Softplus", "softplus"),
          Map.entry("Softsign", "softsign"),
          Map.entry("Exp", "exp"),
          Map.entry("Log", "log"),
          Map.entry("Sqrt", "sqrt"),
          Map.entry("Abs", "abs"),
          Map.entry("Erf", "erf"),
          Map.entry("Sin", "sin"),
          Map.entry("Cos", "cos"),
          Map.entry("Floor", "floor"),
          Map.entry("Ceil", "ceil"),
          Map.entry("Round", "round"));

  /** Operators with one number, its name in ONNX and in the library, and what it usually is. */
  private record Sloped(String function, String onnx, String name, float usual) {}

  private static final Map<String, Sloped> SLOPED =
      Map.of(
          "LeakyRelu", new Sloped("leaky_relu", "alpha", "slope", 0.01f),
          "Elu", new Sloped("elu", "alpha", "alpha", 1),
          "Celu", new Sloped("celu", "alpha", "alpha", 1));

  private Activations() {}

  static boolean apply(Node node, Site site) {
    String op = node.op().isStandard() ? node.op().name() : "";
    if (PLAIN.containsKey(op) && node.attributes().isEmpty()) {
      return site.replace(node, PLAIN.get(op), node.inputs(), Map.of());
    }
    if (SLOPED.containsKey(op)) {
      return sloped(node, SLOPED.get(op), site);
    }
    return switch (op) {
      case "Softmax" -> overAxis(node, "softmax", site);
      case "LogSoftmax" -> overAxis(node, "log_softmax", site);
      case "Gelu" -> gelu(node, site);
      case "HardSigmoid" -> hardSigmoid(node, site);
      case "PRelu" ->
          site.isOneElement(node.input(0), node.input(1))
              && site.replace(node, "prelu", node.inputs(), Map.of());
      case "Clip" -> clip(node, site);
      default -> false;
    };
  }

  private static boolean sloped(Node node, Sloped like, Site site) {
    Map<String, Attribute> arguments = new TreeMap<>();
    number(arguments, like.name(), node.real(like.onnx(), like.usual()), like.usual());
    return site.replace(node, like.function(), node.inputs(), arguments);
  }

  static void number(Map<String, Attribute> arguments, String name, float number, float usual) {
    if (number != usual) {
      arguments.put(name, Attribute.of(number));
    }
  }

  private static boolean overAxis(Node node, String function, Site site) {
    Map<String, Attribute> axis = new TreeMap<>();
    if (node.integer("axis", -1) != -1) {
      axis.put("axis", Attribute.of(node.integer("axis", -1)));
    }
    return site.replace(node, function, node.inputs(), axis);
  }

  private static boolean gelu(Node node, Site site) {
    boolean isTanh = node.text("approximate", "none").equals("tanh");
    Map<String, Attribute> how = isTanh ? Map.of("approximate", Attribute.of("tanh")) : Map.of();
    return site.replace(node, "gelu", node.inputs(), how);
  }

  private static boolean hardSigmoid(Node node, Site site) {
    Map<String, Attribute> arguments = new TreeMap<>();
    number(arguments, "alpha", node.real("alpha", 0.2f), 0.2f);
    number(arguments, "beta", node.real("beta", 0.5f), 0.5f);
    return site.replace(node, "hard_sigmoid", node.inputs(), arguments);
  }

  private static boolean clip(Node node, Site site) {
    if (!site.isOneElement(node.inputs().toArray(Value[]::new)) || isRanked(node, site)) {
      return false;
    }
    boolean isSix = site.isNumber(node.input(2), 6);
    if (isSix && site.number(node.input(1)).orElse(1) == 0) {
      return site.replace(node, "relu6", List.of(node.input(0)), Map.of());
    }
    return site.replace(node, "clip", node.inputs(), Map.of());
  }

  /** Whether a limit is not known to be a scalar. */
  private static boolean isRanked(Node clip, Site site) {
    return clip.inputs().stream()
        .skip(1)
        .anyMatch(limit -> limit.isPresent() && site.rank(limit) != 0);
  }
}
