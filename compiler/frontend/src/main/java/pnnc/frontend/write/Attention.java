package pnnc.frontend.write;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import pnnc.base.shape.Dim;
import pnnc.base.shape.Shape;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.Node;
import pnnc.ir.network.Value;
import pnnc.ir.network.ValueType;

/** Attention by softmax, and the layouts of heads around it. */
final class Attention {
  private static final int RANK = 4;

  private Attention() {}

  /** Queries or keys and what they were multiplied by. */
  private record Scaled(Value value, double by) {}

  /** {@code softmax(q · kᵀ · scale + mask) · v}, the scale wherever it stands. */
  static boolean attend(Node node, Site site) {
    if (!node.is("MatMul") || site.rank(node.output()) != RANK) {
      return false;
    }
    Optional<Node> softmax = site.producer(node.input(0), "Softmax").filter(s -> isLast(s, site));
    if (softmax.isEmpty()) {
      return false;
    }
    Value scores = softmax.get().input(0);
    Optional<Node> sum = site.producer(scores, "Add");
    if (sum.isEmpty()) {
      return scores(node, scores, Value.ABSENT, site);
    }
    return scores(node, sum.get().input(0), sum.get().input(1), site)
        || scores(node, sum.get().input(1), sum.get().input(0), site);
  }

  private static boolean isLast(Node softmax, Site site) {
    long axis = softmax.integer("axis", -1);
    return axis == -1 || axis == site.rank(softmax.input(0)) - 1;
  }

  private static boolean scores(Node node, Value scores, Value mask, Site site) {
    Scaled scaled = scaled(scores, site);
    Optional<Node> product = site.producer(scaled.value(), "MatMul");
    if (product.isEmpty()) {
      return false;
    }
    Scaled q = scaled(product.get().input(0), site);
    Scaled k = scaled(product.get().input(1), site);
    double scale = scaled.by() * q.by() * k.by();
    Value v = node.input(1);
    boolean fits =
        site.isOneElement(q.value(), k.value(), v, mask)
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
    return site.replace(node, "attend", List.of(q.value(), keys, v, mask), arguments);
  }

  /** Whether the batch and the heads, which must be the same, are known to be. */
  private static boolean isSameHeads(Value a, Value b, Site site) {
    Optional<Shape> left = site.shape(a).filter(s -> s.rank() == RANK);
    Optional<Shape> right = site.shape(b).filter(s -> s.rank() == RANK);
    return left.isPresent()
        && right.isPresent()
        && Site.isEqual(left.get().dim(0), right.get().dim(0))
        && Site.isEqual(left.get().dim(1), right.get().dim(1));
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
    Optional<Node> transpose =
        site.producer(turned, "Transpose").filter(n -> n.integers("perm").isPresent());
    if (transpose.isEmpty()) {
      return Linears.turn(turned, RANK, before, site);
    }
    long[] order = transpose.get().integers("perm").get();
    Value source = transpose.get().input(0);
    if (Arrays.equals(order, Linears.lastTwo(RANK))) {
      return source;
    }
    List<Long> swapped = new ArrayList<>(List.of(order[0], order[1], order[3], order[2]));
    Value keys = site.graph().fresh(turned.name() + "_k");
    Node straight =
        transpose.get().with("perm", Attribute.ofInts(swapped)).withOutputs(List.of(keys));
    List<Dim> dims = new ArrayList<>(site.shape(turned).orElseThrow().dims());
    Collections.swap(dims, 2, 3);
    site.graph()
        .setType(
            keys,
            new ValueType.TensorType(
                site.element(turned).orElseThrow(), Optional.of(new Shape(dims))));
    site.graph().replace(before, straight, before);
    return keys;
  }

  /** [N, S, heads · D] to [N, heads, S, D]. */
  static boolean splitHeads(Node node, Site site) {
    Optional<Node> reshape =
        isSwap(node) ? site.producer(node.input(0), "Reshape") : Optional.empty();
    if (reshape.isEmpty()) {
      return false;
    }
    Optional<Shape> whole = site.shape(reshape.get().input(0)).filter(s -> s.rank() == 3);
    Optional<Shape> parts = site.shape(node.input(0)).filter(s -> s.rank() == RANK);
    if (whole.isEmpty() || parts.isEmpty() || !isSplit(whole.get(), parts.get())) {
      return false;
    }
    return site.replace(
        node,
        "split_heads",
        List.of(reshape.get().input(0)),
        Map.of("heads", Attribute.of(parts.get().dim(2).size().getAsLong())));
  }

  private static boolean isSwap(Node node) {
    return node.is("Transpose")
        && node.integers("perm").filter(p -> Arrays.equals(p, new long[] {0, 2, 1, 3})).isPresent();
  }

  /**
   * Whether {@code parts} is {@code whole} with its last dimension, known, cut in two. One of the
   * others may be unknown: as many elements must be there as before.
   */
  private static boolean isSplit(Shape whole, Shape parts) {
    long size = whole.dim(2).size().orElse(0);
    boolean cut = size > 0 && parts.dim(2).size().orElse(0) * parts.dim(3).size().orElse(0) == size;
    return cut
        && (Site.isEqual(whole.dim(0), parts.dim(0)) || Site.isEqual(whole.dim(1), parts.dim(1)))
        && isSameOrOpen(whole.dim(0), parts.dim(0))
        && isSameOrOpen(whole.dim(1), parts.dim(1));
  }

  private static boolean isSameOrOpen(Dim a, Dim b) {
    return a.equals(b) || a instanceof Dim.Unknown || b instanceof Dim.Unknown;
  }

  /** [N, heads, S, D] to [N, S, heads · D]. */
  static boolean mergeHeads(Node node, Site site) {
    if (!node.is("Reshape")) {
      return false;
    }
    Optional<Node> transpose = site.graph().producer(node.input(0)).filter(Attention::isSwap);
    Optional<Shape> whole = site.shape(node.output()).filter(s -> s.rank() == 3);
    Optional<Shape> parts = site.shape(node.input(0)).filter(s -> s.rank() == RANK);
    return transpose.isPresent()
        && whole.isPresent()
        && parts.isPresent()
        && isSplit(whole.get(), parts.get())
        && site.replace(node, "merge_heads", List.of(transpose.get().input(0)), Map.of());
  }
}
