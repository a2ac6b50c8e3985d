package pnnc.frontend.write;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;
import pnnc.base.shape.Dim;
import pnnc.base.shape.Shape;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.Node;
import pnnc.ir.network.Value;

/** Attention by softmax. */
final class Attention {
  /** A batch of matrices. */
  private static final int LEAST_RANK = 3;

  private Attention() {}

  /** Queries or keys and what they were multiplied by. */
  private record Scaled(Value value, double by) {}

  /** {@code softmax(q · kᵀ · scale + mask) · v}, the scale wherever it stands. */
  static boolean attend(Node node, Site site) {
    if (!node.is("MatMul") || site.rank(node.output()) < LEAST_RANK) {
      return false;
    }
    Optional<Node> plain = site.producer(node.input(0), "Softmax");
    Optional<Node> softmax =
        plain.or(() -> Masks.guarded(node.input(0), site)).filter(s -> isLast(s, site));
    return softmax.isPresent()
        && Masks.of(softmax.get().input(0), site).stream()
            .filter(m -> plain.isPresent() || !m.mask().isPresent())
            .anyMatch(m -> scores(node, m, site));
  }

  private static boolean isLast(Node softmax, Site site) {
    long axis = softmax.integer("axis", -1);
    return axis == -1 || axis == site.rank(softmax.input(0)) - 1;
  }

  private static boolean scores(Node node, Masks.Masked masked, Site site) {
    Scaled scaled = scaled(masked.scores(), site);
    Optional<Node> product = site.producer(scaled.value(), "MatMul");
    if (product.isEmpty()) {
      return false;
    }
    Scaled q = scaled(product.get().input(0), site);
    Scaled k = scaled(product.get().input(1), site);
    double scale = scaled.by() * q.by() * k.by();
    Value v = node.input(1);
    boolean fits =
        site.isOneElement(q.value(), k.value(), v, masked.mask())
            && isSameHeads(q.value(), k.value(), site)
            && isSameHeads(q.value(), v, site);
    if (!fits) {
      return false;
    }
    Value keys = keys(k.value(), node, site);
    Map<String, Attribute> arguments = new TreeMap<>();
    if (!isUsual(scale, q.value(), site)) {
      arguments.put("scale", Attribute.of((float) scale));
    }
    if (masked.isCausal()) {
      arguments.put("causal", Attribute.of("true"));
    }
    return site.replace(node, "attend", List.of(q.value(), keys, v, masked.mask()), arguments);
  }

  /** Whether the batch and the heads, which must be the same, are known to be. */
  private static boolean isSameHeads(Value a, Value b, Site site) {
    int rank = site.rank(a);
    if (rank < LEAST_RANK || site.rank(b) != rank) {
      return false;
    }
    Shape left = site.shape(a).orElseThrow();
    Shape right = site.shape(b).orElseThrow();
    return IntStream.range(0, rank - 2).allMatch(i -> Site.isEqual(left.dim(i), right.dim(i)));
  }

  /** Whether the scale is what {@code attend} takes by itself: one over the root of D. */
  private static boolean isUsual(double scale, Value q, Site site) {
    Optional<Dim> size = site.shape(q).map(s -> s.dim(-1));
    return size.isPresent()
        && size.get().size().isPresent()
        && Math.abs(scale * Math.sqrt((double) size.get().size().getAsLong()) - 1) < 1e-5;
  }

  /** Takes constant factors off. */
  private static Scaled scaled(Value value, Site site) {
    Optional<Node> product = site.producer(value, "Mul");
    if (product.isPresent()) {
      for (Value factor : product.get().inputs()) {
        OptionalDouble number = site.number(factor);
        if (number.isPresent()) {
          Scaled inner = scaled(Site.other(product.get(), factor), site);
          return new Scaled(inner.value(), inner.by() * number.getAsDouble());
        }
      }
    }
    Optional<Node> quotient = site.producer(value, "Div");
    if (quotient.isPresent() && site.number(quotient.get().input(1)).isPresent()) {
      Scaled inner = scaled(quotient.get().input(0), site);
      return new Scaled(
          inner.value(), inner.by() / site.number(quotient.get().input(1)).getAsDouble());
    }
    return new Scaled(value, 1);
  }

  /** The keys, one in a row, of what they are multiplied as: a Transpose is undone or changed. */
  private static Value keys(Value turned, Node before, Site site) {
    int rank = site.rank(turned);
    Optional<Node> transpose =
        site.producer(turned, "Transpose").filter(n -> n.integers("perm").isPresent());
    if (transpose.isEmpty()) {
      return Linears.turn(turned, rank, before, site);
    }
    long[] order = transpose.get().integers("perm").get();
    Value source = transpose.get().input(0);
    if (Arrays.equals(order, Linears.lastTwo(rank))) {
      return source;
    }
    List<Long> swapped = new ArrayList<>(Arrays.stream(order).boxed().toList());
    Collections.swap(swapped, rank - 2, rank - 1);
    Value keys = site.graph().fresh(turned.name() + "_k");
    Node straight =
        transpose.get().with("perm", Attribute.ofInts(swapped)).withOutputs(List.of(keys));
    site.graph().setType(keys, Linears.turnedType(turned, site.shape(turned).orElseThrow(), site));
    site.graph().replace(before, straight, before);
    return keys;
  }
}
