package pnnc.frontend.write;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pnnc.base.shape.Dim;
import pnnc.base.shape.Shape;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.Node;

/** The layouts of heads around attention. */
final class Heads {
  private static final int RANK = 4;

  private Heads() {}

  /** [N, S, heads · D] to [N, heads, S, D]. */
  static boolean split(Node node, Site site) {
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
  static boolean merge(Node node, Site site) {
    if (!node.is("Reshape")) {
      return false;
    }
    Optional<Node> transpose = site.graph().producer(node.input(0)).filter(Heads::isSwap);
    Optional<Shape> whole = site.shape(node.output()).filter(s -> s.rank() == 3);
    Optional<Shape> parts = site.shape(node.input(0)).filter(s -> s.rank() == RANK);
    return transpose.isPresent()
        && whole.isPresent()
        && parts.isPresent()
        && isSplit(whole.get(), parts.get())
        && site.replace(node, "merge_heads", List.of(transpose.get().input(0)), Map.of());
  }

  /** [N, G, S, D] to [N, G · count, S, D], each head several times, one behind the other. */
  static boolean repeat(Node node, Site site) {
    Optional<Node> expand =
        node.is("Reshape") ? site.producer(node.input(0), "Expand") : Optional.empty();
    Optional<Node> wider =
        expand
            .flatMap(e -> site.producer(e.input(0), "Unsqueeze"))
            .filter(u -> site.longs(u.input(1)).filter(Heads::isBehindHeads).isPresent());
    if (wider.isEmpty()) {
      return false;
    }
    Optional<Shape> few = site.shape(wider.get().input(0)).filter(s -> s.rank() == RANK);
    Optional<Shape> copies = site.shape(expand.get().output()).filter(s -> s.rank() == RANK + 1);
    Optional<Shape> many = site.shape(node.output()).filter(s -> s.rank() == RANK);
    if (few.isEmpty() || copies.isEmpty() || many.isEmpty()) {
      return false;
    }
    long count = copies.get().dim(2).size().orElse(0);
    boolean fits =
        count > 0
            && few.get().dim(1).size().orElse(0) * count == many.get().dim(1).size().orElse(-1)
            && isSameBut(few.get(), many.get());
    return fits
        && site.replace(
            node,
            "repeat_heads",
            List.of(wider.get().input(0)),
            Map.of("count", Attribute.of(count)));
  }

  private static boolean isBehindHeads(long... axes) {
    return Arrays.equals(axes, new long[] {2}) || Arrays.equals(axes, new long[] {-3});
  }

  /** Whether all but the heads stay; one size may be unknown, as many elements must be there. */
  private static boolean isSameBut(Shape few, Shape many) {
    long equal =
        List.of(0, 2, 3).stream().filter(i -> Site.isEqual(few.dim(i), many.dim(i))).count();
    return equal >= 2
        && isSameOrOpen(few.dim(0), many.dim(0))
        && isSameOrOpen(few.dim(2), many.dim(2))
        && isSameOrOpen(few.dim(3), many.dim(3));
  }
}
