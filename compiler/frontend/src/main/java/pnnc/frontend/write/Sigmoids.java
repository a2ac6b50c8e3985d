package pnnc.frontend.write;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.Node;
import pnnc.ir.network.Value;

/** Sigmoids and their straight-lined likes, spelled out. */
final class Sigmoids {
  private Sigmoids() {}

  /** {@code 1 / (1 + e⁻ˣ)}. */
  static boolean sigmoid(Node node, Site site) {
    return argument(node, site)
        .filter(x -> Gates.isSameRank(node, x, site))
        .filter(x -> site.replace(node, "sigmoid", List.of(x), Map.of()))
        .isPresent();
  }

  /** The x of {@code 1 / (1 + e⁻ˣ)}. */
  static Optional<Value> argument(Node node, Site site) {
    boolean isInverse =
        node.is("Reciprocal") || (node.is("Div") && site.isNumber(node.input(0), 1));
    return isInverse
        ? onePlusExponential(node.input(node.inputs().size() - 1), site)
            .flatMap(v -> site.producer(v, "Neg"))
            .map(n -> n.input(0))
        : Optional.empty();
  }

  /** The v of {@code 1 + eᵛ}. */
  static Optional<Value> onePlusExponential(Value value, Site site) {
    Optional<Node> sum = site.producer(value, "Add");
    if (sum.isEmpty()) {
      return Optional.empty();
    }
    return sum.get().inputs().stream()
        .filter(one -> site.isNumber(one, 1))
        .findFirst()
        .flatMap(one -> site.producer(Site.other(sum.get(), one), "Exp"))
        .map(e -> e.input(0));
  }

  static boolean isNegative(Value value, Value x, Site site) {
    return Polynomial.of(value, x, site).filter(p -> p.is(0, 0, -1)).isPresent();
  }

  /** {@code alpha · x + beta} between 0 and {@code top}. */
  record Hard(double alpha, double beta, double top) {
    /** Whether this times {@code scale} is {@code alpha · x + beta} between 0 and 1. */
    boolean is(double scale, double alpha, double beta, double tolerance) {
      return Math.abs(scale * this.alpha - alpha) <= tolerance * alpha
          && Math.abs(scale * this.beta - beta) <= tolerance * beta
          && Math.abs(scale * top - 1) <= tolerance;
    }
  }

  /** {@code value} as a straight line in {@code x} between 0 and something. */
  static Optional<Hard> hard(Value value, Value x, Site site) {
    Optional<Node> hard = site.producer(value, "HardSigmoid");
    if (hard.isPresent()) {
      return hard.filter(h -> h.input(0).equals(x))
          .map(h -> new Hard(h.real("alpha", 0.2f), h.real("beta", 0.5f), 1));
    }
    return bounded(value, site)
        .filter(b -> b.low() == 0)
        .flatMap(
            b ->
                Polynomial.of(b.value(), x, site)
                    .filter(p -> p.at(2) == 0 && p.at(3) == 0)
                    .map(p -> new Hard(p.at(1), p.at(0), b.high())));
  }

  /** {@code min(max(value, low), high)}. */
  private record Bounded(Value value, double low, double high) {
    boolean isSix() {
      return low == 0 && high == 6;
    }
  }

  private static Optional<Bounded> bounded(Value value, Site site) {
    Optional<Node> clip = site.producer(value, "Clip");
    if (clip.isPresent()) {
      OptionalDouble low = site.number(clip.get().input(1));
      OptionalDouble high = site.number(clip.get().input(2));
      return low.isPresent() && high.isPresent()
          ? Optional.of(new Bounded(clip.get().input(0), low.getAsDouble(), high.getAsDouble()))
          : Optional.empty();
    }
    Optional<Bound> high = bound(value, "Min", site);
    Optional<Bound> low = high.flatMap(h -> atLeast(h.value(), site));
    if (low.isPresent()) {
      return Optional.of(new Bounded(low.get().value(), low.get().number(), high.get().number()));
    }
    Optional<Bound> outer = atLeast(value, site);
    return outer
        .flatMap(o -> bound(o.value(), "Min", site))
        .filter(h -> h.number() > outer.get().number())
        .map(h -> new Bounded(h.value(), outer.get().number(), h.number()));
  }

  private record Bound(Value value, double number) {}

  private static Optional<Bound> atLeast(Value value, Site site) {
    return site.producer(value, "Relu")
        .map(r -> new Bound(r.input(0), 0))
        .or(() -> bound(value, "Max", site));
  }

  private static Optional<Bound> bound(Value value, String op, Site site) {
    Optional<Node> node = site.producer(value, op).filter(n -> n.inputs().size() == 2);
    if (node.isEmpty()) {
      return Optional.empty();
    }
    return node.get().inputs().stream()
        .filter(v -> site.number(v).isPresent())
        .findFirst()
        .map(v -> new Bound(Site.other(node.get(), v), site.number(v).getAsDouble()));
  }

  /** {@code min(max(x + 3, 0), 6) / 6} and the like, and {@code relu6} by Min and Max. */
  static boolean straight(Node node, Site site) {
    Optional<Bounded> bounded = bounded(line(node, site), site);
    if (bounded.isEmpty()) {
      return false;
    }
    if (!node.is("Clip") && bounded.get().isSix() && line(node, site).equals(node.output())) {
      Value from = bounded.get().value();
      return Gates.isSameRank(node, from, site)
          && site.replace(node, "relu6", List.of(from), Map.of());
    }
    Value x = x(bounded.get().value(), site);
    Optional<Hard> hard =
        hard(line(node, site), x, site).filter(h -> h.alpha() > 0 && h.beta() > 0);
    double scale = scale(node, site);
    boolean isOne = hard.filter(h -> Math.abs(scale * h.top() - 1) <= 1e-6).isPresent();
    if (!isOne || x.equals(bounded.get().value()) || !Gates.isSameRank(node, x, site)) {
      return false;
    }
    Map<String, Attribute> arguments = new TreeMap<>();
    Activations.number(arguments, "alpha", (float) (scale * hard.get().alpha()), 0.2f);
    Activations.number(arguments, "beta", (float) (scale * hard.get().beta()), 0.5f);
    return site.replace(node, "hard_sigmoid", List.of(x), arguments);
  }

  /** What {@code node} is but for a constant factor. */
  private static Value line(Node node, Site site) {
    if (node.is("Div") && site.number(node.input(1)).isPresent()) {
      return node.input(0);
    }
    Optional<Value> factor =
        node.is("Mul")
            ? node.inputs().stream().filter(v -> site.number(v).isPresent()).findFirst()
            : Optional.empty();
    return factor.map(f -> Site.other(node, f)).orElse(node.output());
  }

  private static double scale(Node node, Site site) {
    Value line = line(node, site);
    return Polynomial.of(node.output(), line, site).map(p -> p.at(1)).orElse(1.0);
  }

  /** What a straight line is of. */
  private static Value x(Value line, Site site) {
    Value at = line;
    for (int i = 0; i < Polynomial.DEGREE; i++) {
      Optional<Node> node = scaledOrMoved(at, site);
      Optional<Value> next =
          node.flatMap(n -> n.inputs().stream().filter(v -> site.number(v).isEmpty()).findFirst());
      Optional<Value> number =
          node.flatMap(
              n -> n.inputs().stream().filter(v -> site.number(v).isPresent()).findFirst());
      if (next.isEmpty() || number.isEmpty()) {
        return at;
      }
      at = next.get();
    }
    return at;
  }

  private static Optional<Node> scaledOrMoved(Value value, Site site) {
    return site.producer(value, "Add")
        .or(() -> site.producer(value, "Mul"))
        .or(() -> site.producer(value, "Div").filter(n -> site.number(n.input(1)).isPresent()));
  }
}
