package pnnc.frontend.write;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Node;
import pnnc.ir.network.Value;

/**
 * Activations that are x times a gate of x, spelled out: GELU by erf and by tanh, SiLU, hard-swish,
 * Mish. Factors may stand in any order, constants anywhere among them.
 */
final class Gates {
  /** Products that are nested deeper are no activation. */
  private static final int DEPTH = 4;

  /** {@code √(2/π)}, and the weight of x³ beside x, of GELU by tanh. */
  private static final double SLOPE = Math.sqrt(2 / Math.PI);

  private static final double CUBE = 0.044715;

  private Gates() {}

  /** A function of x: {@code scale · x · gate}. */
  private record Gated(Value x, Value gate, double scale, Site site) {
    double tolerance() {
      return Gates.tolerance(x, site);
    }

    /** Whether the gate with its scale is {@code a + b · value}. */
    boolean isAffine(Value value, double a, double b) {
      return Polynomial.of(gate, value, site)
          .filter(p -> p.is(tolerance(), a / scale, b / scale))
          .isPresent();
    }

    /** Whether {@code value} is a polynomial of x with these coefficients. */
    boolean isOfX(Value value, double... coefficients) {
      return Polynomial.of(value, x, site).filter(p -> p.is(tolerance(), coefficients)).isPresent();
    }

    boolean isScale(double wanted) {
      return Math.abs(scale - wanted) <= tolerance() * wanted;
    }
  }

  /**
   * How far a constant of a formula may be from what it stands for, by the type it was put into.
   */
  static double tolerance(Value x, Site site) {
    Optional<ElementType> type = site.element(x);
    if (type.filter(t -> t == ElementType.F32 || t == ElementType.F64).isPresent()) {
      return 2e-6;
    }
    return type.filter(t -> t == ElementType.F16).isPresent() ? 1e-3 : 8e-3;
  }

  static boolean apply(Node node, Site site) {
    if (!node.is("Mul") && !node.is("Div")) {
      return false;
    }
    Set<Value> candidates = new LinkedHashSet<>();
    collect(node, DEPTH, candidates, site);
    return candidates.stream().anyMatch(x -> isGated(node, x, site)) || quotient(node, site);
  }

  private static void collect(Node product, int depth, Set<Value> all, Site site) {
    for (Value value : product.inputs()) {
      if (site.constant(value).isEmpty() && all.add(value) && depth > 0) {
        product(value, site).ifPresent(n -> collect(n, depth - 1, all, site));
      }
    }
  }

  private static Optional<Node> product(Value value, Site site) {
    return site.producer(value, "Mul")
        .or(() -> site.producer(value, "Div").filter(n -> site.number(n.input(1)).isPresent()));
  }

  private static boolean isGated(Node node, Value x, Site site) {
    List<Value> factors = new ArrayList<>();
    double scale = factors(node.output(), x, DEPTH, factors, site);
    boolean isPair = factors.size() == 2 && factors.remove(x);
    if (!isPair || factors.get(0).equals(x) || !isSameRank(node, x, site)) {
      return false;
    }
    Gated gated = new Gated(x, factors.get(0), scale, site);
    Optional<String> name = name(gated);
    Map<String, Attribute> arguments = new TreeMap<>();
    if (name.isEmpty() && isTanhGelu(gated)) {
      arguments.put("approximate", Attribute.of("tanh"));
    }
    return (name.isPresent() || !arguments.isEmpty())
        && site.replace(node, name.orElse("gelu"), List.of(x), arguments);
  }

  /** A constant of more dimensions would add some to the result. */
  static boolean isSameRank(Node node, Value x, Site site) {
    return site.rank(x) >= 0 && site.rank(node.output()) == site.rank(x);
  }

  /** The product of the constants in {@code value}; the other factors go to {@code factors}. */
  private static double factors(Value value, Value x, int depth, List<Value> factors, Site site) {
    Optional<Node> product = product(value, site).filter(n -> depth > 0 && !value.equals(x));
    if (product.isEmpty()) {
      if (site.number(value).isPresent()) {
        return site.number(value).getAsDouble();
      }
      factors.add(value);
      return 1;
    }
    double left = factors(product.get().input(0), x, depth - 1, factors, site);
    double right = factors(product.get().input(1), x, depth - 1, factors, site);
    return product.get().is("Div") ? left / right : left * right;
  }

  private static Optional<String> name(Gated gated) {
    if (isErfGelu(gated)) {
      return Optional.of("gelu");
    } else if (isSilu(gated)) {
      return Optional.of("silu");
    } else if (isHardSwish(gated)) {
      return Optional.of("hardswish");
    }
    return isMish(gated) ? Optional.of("mish") : Optional.empty();
  }

  /** {@code x · ½ · (1 + erf(x / √2))}. */
  private static boolean isErfGelu(Gated gated) {
    return inner(gated.gate(), "Erf", gated.site())
        .filter(e -> gated.isAffine(e.output(), 0.5, 0.5))
        .filter(e -> gated.isOfX(e.input(0), 0, Math.sqrt(0.5)))
        .isPresent();
  }

  /** {@code x · ½ · (1 + tanh(√(2/π) · (x + 0.044715 · x³)))}, or the same by a sigmoid. */
  private static boolean isTanhGelu(Gated gated) {
    Site site = gated.site();
    boolean isTanh =
        inner(gated.gate(), "Tanh", site)
            .filter(t -> gated.isAffine(t.output(), 0.5, 0.5))
            .filter(t -> gated.isOfX(t.input(0), 0, SLOPE, 0, SLOPE * CUBE))
            .isPresent();
    return isTanh
        || site.producer(gated.gate(), "Sigmoid")
            .filter(s -> gated.isScale(1))
            .filter(s -> gated.isOfX(s.input(0), 0, 2 * SLOPE, 0, 2 * SLOPE * CUBE))
            .isPresent();
  }

  /** The operation {@code op} that {@code value} is, or from which constants lead to it. */
  private static Optional<Node> inner(Value value, String op, Site site) {
    Value at = value;
    for (int i = 0; i < DEPTH; i++) {
      Optional<Node> node = site.graph().producer(at).filter(n -> n.op().isStandard());
      if (node.isEmpty() || node.get().is(op)) {
        return node;
      }
      Optional<Value> next =
          node.get().inputs().stream()
              .filter(v -> v.isPresent() && site.number(v).isEmpty())
              .findFirst();
      if (next.isEmpty()) {
        return Optional.empty();
      }
      at = next.get();
    }
    return Optional.empty();
  }

  private static boolean isSilu(Gated gated) {
    return gated.isScale(1)
        && sigmoidOf(gated.gate(), gated.site()).filter(gated.x()::equals).isPresent();
  }

  /** The x of {@code sigmoid(x)}. */
  private static Optional<Value> sigmoidOf(Value value, Site site) {
    return site.producer(value, "Sigmoid")
        .map(s -> s.input(0))
        .or(() -> site.graph().producer(value).flatMap(n -> Sigmoids.argument(n, site)));
  }

  /** {@code x · min(max(x + 3, 0), 6) / 6}, or {@code x · hard_sigmoid(x)} with the slope 1/6. */
  private static boolean isHardSwish(Gated gated) {
    Optional<Sigmoids.Hard> hard = Sigmoids.hard(gated.gate(), gated.x(), gated.site());
    return hard.filter(h -> h.is(gated.scale(), 1.0 / 6, 0.5, gated.tolerance())).isPresent();
  }

  /** {@code x · tanh(softplus(x))}. */
  private static boolean isMish(Gated gated) {
    Site site = gated.site();
    Optional<Value> inside =
        gated.isScale(1)
            ? site.producer(gated.gate(), "Tanh").map(t -> t.input(0))
            : Optional.empty();
    return inside
        .flatMap(v -> site.producer(v, "Softplus").map(s -> s.input(0)).or(() -> log(v, site)))
        .filter(gated.x()::equals)
        .isPresent();
  }

  /** The x of {@code log(1 + eˣ)}, whose tanh is 1 where eˣ is too large for a number. */
  private static Optional<Value> log(Value value, Site site) {
    return site.producer(value, "Log").flatMap(n -> Sigmoids.onePlusExponential(n.input(0), site));
  }

  /** {@code x / (1 + e⁻ˣ)}. */
  private static boolean quotient(Node node, Site site) {
    Value x = node.input(0);
    return node.is("Div")
        && isSameRank(node, x, site)
        && Sigmoids.onePlusExponential(node.input(1), site)
            .filter(v -> Sigmoids.isNegative(v, x, site))
            .isPresent()
        && site.replace(node, "silu", List.of(x), Map.of());
  }
}
