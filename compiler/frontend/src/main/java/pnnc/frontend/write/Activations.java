package pnnc.frontend.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.Node;
import pnnc.ir.network.Value;

/** Functions of each element: operators of their own, and GELU, SiLU and hard-swish spelled out. */
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
      case "Gelu" ->
          node.text("approximate", "none").equals("none")
              && site.replace(node, "gelu", node.inputs(), Map.of());
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

  private static void number(
      Map<String, Attribute> arguments, String name, float number, float usual) {
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

  /** The factors of a product, products among them taken apart. */
  private static List<Value> factors(Node product, Site site) {
    List<Value> factors = new ArrayList<>();
    for (Value input : product.inputs()) {
      Optional<Node> inner = site.producer(input, "Mul");
      if (inner.isPresent()) {
        factors.addAll(inner.get().inputs());
      } else {
        factors.add(input);
      }
    }
    return factors;
  }

  /** {@code x · ½ · (1 + erf(x / √2))}, in any order of the factors. */
  static boolean gelu(Node node, Site site) {
    if (!node.is("Mul")) {
      return false;
    }
    List<Value> factors = factors(node, site);
    if (factors.size() != 3) {
      return false;
    }
    Optional<Value> half = factors.stream().filter(f -> site.isNumber(f, 0.5)).findFirst();
    Optional<Value> bell = factors.stream().filter(f -> isErrorTerm(f, site)).findFirst();
    if (half.isEmpty() || bell.isEmpty()) {
      return false;
    }
    factors.remove(half.get());
    factors.remove(bell.get());
    Value x = factors.get(0);
    return scaledInError(bell.get(), site).filter(x::equals).isPresent()
        && site.replace(node, "gelu", List.of(x), Map.of());
  }

  private static boolean isErrorTerm(Value value, Site site) {
    return scaledInError(value, site).isPresent();
  }

  /** The x of {@code 1 + erf(x / √2)}. */
  private static Optional<Value> scaledInError(Value value, Site site) {
    Optional<Node> sum = site.producer(value, "Add");
    if (sum.isEmpty()) {
      return Optional.empty();
    }
    for (Value one : sum.get().inputs()) {
      Optional<Node> error = site.producer(Site.other(sum.get(), one), "Erf");
      if (site.isNumber(one, 1) && error.isPresent()) {
        return overRootTwo(error.get().input(0), site);
      }
    }
    return Optional.empty();
  }

  private static Optional<Value> overRootTwo(Value value, Site site) {
    Optional<Node> quotient = site.producer(value, "Div");
    if (quotient.isPresent()) {
      return quotient.filter(q -> site.isNumber(q.input(1), Math.sqrt(2))).map(q -> q.input(0));
    }
    return site.producer(value, "Mul")
        .flatMap(
            p ->
                p.inputs().stream()
                    .filter(f -> site.isNumber(f, Math.sqrt(0.5)))
                    .findFirst()
                    .map(f -> Site.other(p, f)));
  }

  /** {@code x · sigmoid(x)}. */
  static boolean silu(Node node, Site site) {
    if (!node.is("Mul")) {
      return false;
    }
    for (Value x : node.inputs()) {
      Optional<Node> sigmoid = site.producer(Site.other(node, x), "Sigmoid");
      if (sigmoid.isPresent() && sigmoid.get().input(0).equals(x)) {
        return site.replace(node, "silu", List.of(x), Map.of());
      }
    }
    return false;
  }

  /** {@code x · hard_sigmoid(x)} with slope 1/6. */
  static boolean hardswish(Node node, Site site) {
    if (!node.is("Mul")) {
      return false;
    }
    for (Value x : node.inputs()) {
      Optional<Node> hard = site.producer(Site.other(node, x), "HardSigmoid");
      if (hard.isPresent()
          && hard.get().input(0).equals(x)
          && hard.get().real("alpha", 0.2f) == (float) (1.0 / 6)
          && hard.get().real("beta", 0.5f) == 0.5f) {
        return site.replace(node, "hardswish", List.of(x), Map.of());
      }
    }
    return false;
  }
}
