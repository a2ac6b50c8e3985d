package pnnc.passes.normalize;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Node;
import pnnc.ir.network.Value;

/**
 * One activation of a recurrent operator (RNN, GRU, LSTM of the ONNX standard).
 *
 * @param name of the operator that computes it, or {@code Affine} or {@code ScaledTanh}
 * @param alpha without meaning where the function has none
 * @param beta likewise
 */
record GateActivation(String name, float alpha, float beta) {
  /**
   * A function that the recurrent operators know.
   *
   * @param numbers how many of alpha and beta it takes
   * @param alpha used where the node gives none; NaN if it must
   */
  private record Kind(String name, int numbers, float alpha, float beta) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind("Relu", 0, 0, 0),
          new Kind("Tanh", 0, 0, 0),
          new Kind("Sigmoid", 0, 0, 0),
          new Kind("Softsign", 0, 0, 0),
          new Kind("Softplus", 0, 0, 0),
          new Kind("LeakyRelu", 1, 0.01f, 0),
          new Kind("ThresholdedRelu", 1, 1, 0),
          new Kind("Elu", 1, 1, 0),
          new Kind("HardSigmoid", 2, 0.2f, 0.5f),
          new Kind("Affine", 2, Float.NaN, Float.NaN),
          new Kind("ScaledTanh", 2, Float.NaN, Float.NaN));

  /**
   * The activations of {@code node}, all directions; empty if one is unknown or lacks a number.
   * Alphas and betas are dealt out, in order, to the functions that take them.
   */
  static Optional<List<GateActivation>> of(Node node, List<String> defaults) {
    Iterator<Float> alphas = numbers(node, "activation_alpha").iterator();
    Iterator<Float> betas = numbers(node, "activation_beta").iterator();
    List<GateActivation> all =
        node.texts("activations").orElse(defaults).stream()
            .flatMap(name -> KINDS.stream().filter(k -> isNamed(k, name)))
            .map(k -> of(k, alphas, betas))
            .toList();
    boolean complete =
        all.size() == defaults.size()
            && all.stream().noneMatch(a -> Float.isNaN(a.alpha) || Float.isNaN(a.beta));
    return complete ? Optional.of(all) : Optional.empty();
  }

  private static boolean isNamed(Kind kind, String name) {
    return kind.name().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT));
  }

  private static GateActivation of(Kind kind, Iterator<Float> alphas, Iterator<Float> betas) {
    float alpha = kind.numbers() > 0 && alphas.hasNext() ? alphas.next() : kind.alpha();
    float beta = kind.numbers() > 1 && betas.hasNext() ? betas.next() : kind.beta();
    return new GateActivation(kind.name(), alpha, beta);
  }

  private static List<Float> numbers(Node node, String name) {
    return node.attributes().get(name) instanceof Attribute.Floats f ? f.values() : List.of();
  }

  /** This function of {@code x}, which is of type {@code type}. */
  Value apply(Draft draft, Value x, ElementType type) {
    return switch (name) {
      case "Affine" ->
          draft.op(
              "Add",
              draft.op("Mul", x, draft.scalar("alpha", type, alpha)),
              draft.scalar("beta", type, beta));
      case "ScaledTanh" -> {
        Value scaled = draft.op("Mul", x, draft.scalar("beta", type, beta));
        yield draft.op("Mul", draft.op("Tanh", scaled), draft.scalar("alpha", type, alpha));
      }
      case "HardSigmoid" ->
          draft.op(name, Map.of("alpha", Attribute.of(alpha), "beta", Attribute.of(beta)), x);
      case "LeakyRelu", "ThresholdedRelu", "Elu" ->
          draft.op(name, Map.of("alpha", Attribute.of(alpha)), x);
      default -> draft.op(name, x);
    };
  }
}
