package pnnc.frontend.write;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import pnnc.base.shape.Shape;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.Node;
import pnnc.ir.network.Value;

/** Norms: operators of their own, and layer and RMS norms spelled out. */
final class Norms {
  private static final float USUAL_EPSILON = 1e-5f;

  private Norms() {}

  static boolean apply(Node node, Site site) {
    if (node.is("BatchNormalization")) {
      return batch(node, site);
    }
    if (node.is("LayerNormalization")) {
      return layer(node, site);
    }
    if (node.is("RMSNormalization")) {
      return isLast(node, node.input(0), site)
          && node.integer("stash_type", 1) == 1
          && site.isOneElement(node.input(0), node.input(1))
          && isVector(node.input(1), node.input(0), site)
          && site.replace(
              node, "rms_norm", node.inputs(), epsilon(node.real("epsilon", 1e-5f), 1e-6f));
    }
    return false;
  }

  private static boolean batch(Node node, Site site) {
    boolean plain =
        Site.isSingle(node)
            && node.integer("training_mode", 0) == 0
            && site.isOneElement(node.inputs().toArray(Value[]::new))
            && site.rank(node.input(0)) >= 2;
    return plain && site.replace(node, "batch_norm", node.inputs(), epsilon(node));
  }

  private static boolean layer(Node node, Site site) {
    boolean plain =
        Site.isSingle(node)
            && isLast(node, node.input(0), site)
            && node.integer("stash_type", 1) == 1
            && site.isOneElement(node.inputs().toArray(Value[]::new))
            && isVector(node.input(1), node.input(0), site)
            && (!node.input(2).isPresent() || isVector(node.input(2), node.input(0), site));
    return plain && site.replace(node, "layer_norm", node.inputs(), epsilon(node));
  }

  private static boolean isLast(Node node, Value x, Site site) {
    long axis = node.integer("axis", -1);
    return axis == -1 || axis == site.rank(x) - 1;
  }

  /** Whether {@code value} has one dimension, the last of {@code x}. */
  private static boolean isVector(Value value, Value x, Site site) {
    Optional<Shape> shape = site.shape(x).filter(s -> s.rank() > 0);
    return shape.isPresent()
        && site.shape(value)
            .filter(s -> s.rank() == 1 && Site.isEqual(s.dim(0), shape.get().dim(-1)))
            .isPresent();
  }

  private static Map<String, Attribute> epsilon(Node node) {
    return epsilon(node.real("epsilon", USUAL_EPSILON), USUAL_EPSILON);
  }

  private static Map<String, Attribute> epsilon(float epsilon, float usual) {
    Map<String, Attribute> all = new TreeMap<>();
    if (epsilon != usual) {
      all.put("eps", Attribute.of(epsilon));
    }
    return all;
  }

  /**
   * {@code (x - mean) / √(mean of (x - mean)² + eps) · weight + bias}, as exporters wrote it before
   * there was an operator.
   */
  static boolean layerNorm(Node node, Site site) {
    if (!node.is("Add")) {
      return false;
    }
    for (int i = 0; i < 2; i++) {
      Value bias = node.input(1 - i);
      Optional<Node> scaled = site.producer(node.input(i), "Mul");
      if (scaled.isPresent() && scaledNorm(node, scaled.get(), bias, site)) {
        return true;
      }
    }
    return false;
  }

  private static boolean scaledNorm(Node node, Node scaled, Value bias, Site site) {
    for (Value weight : scaled.inputs()) {
      Optional<Standard> norm = standardised(Site.other(scaled, weight), site);
      if (norm.isPresent() && isParameters(norm.get().x(), site, weight, bias)) {
        return site.replace(
            node,
            "layer_norm",
            List.of(norm.get().x(), weight, bias),
            epsilon((float) norm.get().epsilon(), USUAL_EPSILON));
      }
    }
    return false;
  }

  private static boolean isParameters(Value x, Site site, Value... vectors) {
    for (Value v : vectors) {
      if (site.constant(v).isEmpty() || !isVector(v, x, site) || !site.isOneElement(x, v)) {
        return false;
      }
    }
    return true;
  }

  /** What is brought to mean 0 and variance 1. */
  private record Standard(Value x, double epsilon) {}

  private static Optional<Standard> standardised(Value value, Site site) {
    Optional<Node> quotient = site.producer(value, "Div");
    Optional<Node> difference = quotient.flatMap(q -> site.producer(q.input(0), "Sub"));
    if (difference.isEmpty()) {
      return Optional.empty();
    }
    Value x = difference.get().input(0);
    Optional<Root> root = root(quotient.get().input(1), site);
    boolean fits =
        meanOf(difference.get().input(1), site).filter(x::equals).isPresent()
            && root.isPresent()
            && isDifference(root.get().base(), difference.get(), site);
    return fits ? Optional.of(new Standard(x, root.get().epsilon())) : Optional.empty();
  }

  /** Whether {@code value} is the same difference, perhaps computed twice. */
  private static boolean isDifference(Value value, Node difference, Site site) {
    return value.equals(difference.output())
        || site.producer(value, "Sub")
            .filter(n -> n.input(0).equals(difference.input(0)))
            .flatMap(n -> meanOf(n.input(1), site))
            .filter(difference.input(0)::equals)
            .isPresent();
  }

  /** {@code √(mean of base² + epsilon)}. */
  private record Root(Value base, double epsilon) {}

  private static Optional<Root> root(Value value, Site site) {
    Optional<Node> sum =
        site.producer(value, "Sqrt").flatMap(n -> site.producer(n.input(0), "Add"));
    if (sum.isEmpty()) {
      return Optional.empty();
    }
    for (Value summand : sum.get().inputs()) {
      OptionalDouble epsilon = site.number(Site.other(sum.get(), summand));
      Optional<Value> base = meanOf(summand, site).flatMap(m -> squared(m, site));
      if (epsilon.isPresent() && base.isPresent()) {
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

  /** {@code x / √(mean of x² + eps) · weight}. */
  static boolean rmsNorm(Node node, Site site) {
    if (!node.is("Mul")) {
      return false;
    }
    for (Value weight : node.inputs()) {
      Optional<Root> root = rootMeanSquare(Site.other(node, weight), site);
      if (root.isPresent() && isParameters(root.get().base(), site, weight)) {
        Map<String, Attribute> eps = epsilon((float) root.get().epsilon(), 1e-6f);
        return site.replace(node, "rms_norm", List.of(root.get().base(), weight), eps);
      }
    }
    return false;
  }

  private static Optional<Root> rootMeanSquare(Value value, Site site) {
    Optional<Node> quotient = site.producer(value, "Div");
    if (quotient.isPresent()) {
      return root(quotient.get().input(1), site)
          .filter(r -> r.base().equals(quotient.get().input(0)));
    }
    Optional<Node> product = site.producer(value, "Mul");
    return product.flatMap(p -> timesReciprocal(p, site));
  }

  private static Optional<Root> timesReciprocal(Node product, Site site) {
    for (Value factor : product.inputs()) {
      Optional<Root> root =
          site.producer(factor, "Reciprocal")
              .or(() -> site.producer(factor, "Div").filter(d -> site.isNumber(d.input(0), 1)))
              .flatMap(r -> root(r.input(r.inputs().size() - 1), site))
              .filter(r -> r.base().equals(Site.other(product, factor)));
      if (root.isPresent()) {
        return root;
      }
    }
    return Optional.empty();
  }
}
