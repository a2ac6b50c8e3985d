package pnnc.frontend.write;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Node;
import pnnc.ir.network.Value;

/** Layer and RMS norms spelled out, as exporters wrote them before there were operators. */
final class SpelledNorms {
  private static final float USUAL_RMS = 1e-6f;

  private SpelledNorms() {}

  /** {@code √(mean of base² + epsilon)}. */
  private record Root(Value base, double epsilon) {}

  /** {@code above / √(mean of base² + epsilon) · weight}. */
  private record Weighted(Value above, Root root, Value weight) {
    Weighted by(Value other) {
      return new Weighted(above, root, other);
    }

    Weighted from(Value other) {
      return new Weighted(other, root, weight);
    }
  }

  /** {@code (x - mean) / √(mean of (x - mean)² + eps) · weight + bias}. */
  static boolean withBias(Node node, Site site) {
    if (!node.is("Add")) {
      return false;
    }
    for (int i = 0; i < 2; i++) {
      Value bias = node.input(1 - i);
      boolean isFound =
          weighted(node.input(i), site).filter(w -> layer(node, w, bias, site)).isPresent()
              || affine(node, node.input(i), bias, site);
      if (isFound) {
        return true;
      }
    }
    return false;
  }

  private static boolean layer(Node node, Weighted norm, Value bias, Site site) {
    Optional<Value> x =
        centred(norm.above(), site)
            .filter(v -> isDifference(norm.root().base(), norm.above(), v, site))
            .filter(v -> isParameter(v, norm.weight(), site))
            .filter(v -> !bias.isPresent() || isParameter(v, bias, site));
    return x.isPresent()
        && site.replace(
            node,
            "layer_norm",
            bias.isPresent()
                ? List.of(x.get(), norm.weight(), bias)
                : List.of(x.get(), norm.weight()),
            Norms.epsilon((float) norm.root().epsilon(), Norms.USUAL_EPSILON));
  }

  /** {@code x · m + (bias - mean · m)} with {@code m = weight / √…}, as TensorFlow has it. */
  private static boolean affine(Node node, Value product, Value shift, Site site) {
    Optional<Node> scaled = site.producer(product, "Mul");
    Optional<Node> rest = site.producer(shift, "Sub");
    Optional<Node> moved = rest.flatMap(r -> site.producer(r.input(1), "Mul"));
    if (scaled.isEmpty() || moved.isEmpty()) {
      return false;
    }
    for (Value factor : scaled.get().inputs()) {
      Value x = Site.other(scaled.get(), factor);
      Optional<Weighted> norm =
          moved.get().inputs().contains(factor) ? factor(x, factor, site) : Optional.empty();
      boolean isMean = meanOf(Site.other(moved.get(), factor), site).filter(x::equals).isPresent();
      Optional<Value> difference = norm.map(n -> n.root().base());
      if (isMean
          && difference.flatMap(d -> centred(d, site)).filter(x::equals).isPresent()
          && layer(node, norm.get().from(difference.get()), rest.get().input(0), site)) {
        return true;
      }
    }
    return false;
  }

  /** Norms that only have a weight, by the mean square or by mean and variance. */
  static boolean withoutBias(Node node, Site site) {
    Optional<Weighted> norm = node.is("Mul") ? weighted(node, site) : Optional.empty();
    if (norm.isEmpty()) {
      return node.is("Mul") && raised(node, site);
    }
    Value x = norm.get().above();
    boolean isRms = norm.get().root().base().equals(x) && isParameter(x, norm.get().weight(), site);
    return layer(node, norm.get(), Value.ABSENT, site)
        || (isRms && rms(node, x, norm.get(), Map.of(), site));
  }

  private static boolean rms(
      Node node, Value x, Weighted norm, Map<String, Attribute> more, Site site) {
    Map<String, Attribute> arguments = new TreeMap<>(more);
    arguments.putAll(Norms.epsilon((float) norm.root().epsilon(), USUAL_RMS));
    return site.replace(node, "rms_norm", List.of(x, norm.weight()), arguments);
  }

  /** The norm of a narrower type that is computed in 32 bits and cut before the weight comes. */
  private static boolean raised(Node node, Site site) {
    for (Value weight : node.inputs()) {
      Optional<Node> cut = site.producer(Site.other(node, weight), "Cast");
      Optional<Root> root =
          cut.flatMap(c -> quotient(c.input(0), site))
              .filter(q -> q.root().base().equals(q.above()))
              .map(Weighted::root);
      Optional<Value> x = root.flatMap(r -> raisedFrom(r.base(), site));
      if (x.isPresent() && isParameter(x.get(), weight, site)) {
        Map<String, Attribute> upcast = Map.of("upcast", Attribute.of("true"));
        return rms(node, x.get(), new Weighted(x.get(), root.get(), weight), upcast, site);
      }
    }
    return false;
  }

  private static Optional<Value> raisedFrom(Value value, Site site) {
    return site.element(value).filter(t -> t == ElementType.F32).isPresent()
        ? site.producer(value, "Cast").map(c -> c.input(0))
        : Optional.empty();
  }

  private static boolean isParameter(Value x, Value vector, Site site) {
    return site.constant(vector).isPresent()
        && Norms.isVector(vector, x, site)
        && site.isOneElement(x, vector);
  }

  private static Optional<Weighted> weighted(Value value, Site site) {
    return site.producer(value, "Mul").flatMap(n -> weighted(n, site));
  }

  /** {@code weight · (above / √…)} or {@code above · (weight / √…)}. */
  private static Optional<Weighted> weighted(Node product, Site site) {
    for (Value one : product.inputs()) {
      Value other = Site.other(product, one);
      Optional<Weighted> found =
          site.constant(one).isPresent()
              ? quotient(other, site).map(q -> q.by(one))
              : factor(other, one, site);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** {@code factor} as {@code weight / √…}. */
  private static Optional<Weighted> factor(Value above, Value factor, Site site) {
    Optional<Node> product = site.producer(factor, "Mul");
    if (product.isPresent()) {
      for (Value weight : product.get().inputs()) {
        Optional<Root> root = inverse(Site.other(product.get(), weight), site);
        if (root.isPresent() && site.constant(weight).isPresent()) {
          return Optional.of(new Weighted(above, root.get(), weight));
        }
      }
    }
    return site.producer(factor, "Div")
        .filter(q -> site.constant(q.input(0)).isPresent() && site.number(q.input(0)).isEmpty())
        .flatMap(q -> root(q.input(1), site).map(r -> new Weighted(above, r, q.input(0))));
  }

  /** {@code above / √…}, without a weight. */
  private static Optional<Weighted> quotient(Value value, Site site) {
    Optional<Node> quotient = site.producer(value, "Div");
    if (quotient.isPresent()) {
      return root(quotient.get().input(1), site)
          .map(r -> new Weighted(quotient.get().input(0), r, Value.ABSENT));
    }
    Optional<Node> product = site.producer(value, "Mul");
    if (product.isEmpty()) {
      return Optional.empty();
    }
    return product.get().inputs().stream()
        .flatMap(
            f ->
                inverse(f, site)
                    .map(r -> new Weighted(Site.other(product.get(), f), r, Value.ABSENT))
                    .stream())
        .findFirst();
  }

  /** The root that {@code value} is one over. */
  private static Optional<Root> inverse(Value value, Site site) {
    Optional<Root> power = power(value, -0.5, site);
    return power.isPresent()
        ? power
        : site.producer(value, "Reciprocal")
            .or(() -> site.producer(value, "Div").filter(d -> site.isNumber(d.input(0), 1)))
            .flatMap(r -> root(r.input(r.inputs().size() - 1), site));
  }

  private static Optional<Root> root(Value value, Site site) {
    Optional<Root> power = power(value, 0.5, site);
    return power.isPresent()
        ? power
        : site.producer(value, "Sqrt").flatMap(n -> meanSquare(n.input(0), site));
  }

  private static Optional<Root> power(Value value, double exponent, Site site) {
    return site.producer(value, "Pow")
        .filter(n -> site.number(n.input(1)).orElse(0) == exponent)
        .flatMap(n -> meanSquare(n.input(0), site));
  }

  /** {@code mean of base² + epsilon}, the epsilon positive. */
  private static Optional<Root> meanSquare(Value value, Site site) {
    Optional<Node> sum = site.producer(value, "Add");
    if (sum.isEmpty()) {
      return Optional.empty();
    }
    for (Value summand : sum.get().inputs()) {
      OptionalDouble epsilon = site.number(Site.other(sum.get(), summand));
      Optional<Value> base = meanOf(summand, site).flatMap(m -> squared(m, site));
      if (epsilon.orElse(-1) > 0 && base.isPresent()) {
        return base.map(b -> new Root(b, epsilon.getAsDouble()));
      }
    }
    return Optional.empty();
  }

  private static Optional<Value> squared(Value value, Site site) {
    Optional<Node> power = site.producer(value, "Pow").filter(n -> site.isNumber(n.input(1), 2));
    return power
        .or(() -> site.producer(value, "Mul").filter(n -> n.input(0).equals(n.input(1))))
        .map(n -> n.input(0));
  }

  /** The x of {@code x - mean of x}. */
  private static Optional<Value> centred(Value value, Site site) {
    return site.producer(value, "Sub")
        .filter(d -> meanOf(d.input(1), site).filter(d.input(0)::equals).isPresent())
        .map(d -> d.input(0));
  }

  /** Whether both are the same difference, perhaps computed twice. */
  private static boolean isDifference(Value base, Value difference, Value x, Site site) {
    return base.equals(difference) || centred(base, site).filter(x::equals).isPresent();
  }

  /** What {@code value} is the mean of, over the last dimension, which is kept. */
  private static Optional<Value> meanOf(Value value, Site site) {
    return site.producer(value, "ReduceMean")
        .filter(n -> n.integer("keepdims", 1) == 1 && isOverLast(n, site))
        .map(n -> n.input(0));
  }

  private static boolean isOverLast(Node mean, Site site) {
    Optional<long[]> axes = mean.integers("axes").or(() -> site.longs(mean.input(1)));
    return axes.isPresent()
        && axes.get().length == 1
        && (axes.get()[0] == -1 || axes.get()[0] == site.rank(mean.input(0)) - 1);
  }
}
