package pnnc.frontend.write;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.Node;
import pnnc.ir.network.Value;

/** Rotary position embeddings, spelled out. */
final class Rotations {
  private Rotations() {}

  static boolean apply(Node node, Site site) {
    return node.is("Add") ? sum(node, site) : node.is("Concat") && halves(node, site);
  }

  /** {@code x · cosine + turned(x) · sine}. */
  private static boolean sum(Node node, Site site) {
    for (int i = 0; i < 2; i++) {
      Optional<Node> straight = site.producer(node.input(i), "Mul");
      Optional<Node> turned = site.producer(node.input(1 - i), "Mul");
      if (straight.isPresent()
          && turned.isPresent()
          && sum(node, straight.get(), turned.get(), site)) {
        return true;
      }
    }
    return false;
  }

  private static boolean sum(Node node, Node straight, Node turned, Site site) {
    for (Value x : straight.inputs()) {
      Value cosine = Site.other(straight, x);
      for (Value turn : turned.inputs()) {
        Optional<String> order = order(turn, x, site);
        Value sine = Site.other(turned, turn);
        if (order.isPresent() && isKept(node, x, cosine, sine, site)) {
          Map<String, Attribute> arguments = new TreeMap<>();
          if (order.get().equals("pairs")) {
            arguments.put("interleaved", Attribute.of("true"));
          }
          return site.replace(node, "rotary", List.of(x, cosine, sine), arguments);
        }
      }
    }
    return false;
  }

  private static boolean isKept(Node node, Value x, Value cosine, Value sine, Site site) {
    return site.rank(x) > 0
        && site.shape(x).equals(site.shape(node.output()))
        && site.isOneElement(x, cosine, sine);
  }

  /** How {@code turned} is x turned by a quarter: by {@code halves} or by {@code pairs}. */
  private static Optional<String> order(Value turned, Value x, Site site) {
    Optional<Node> concat = site.producer(turned, "Concat").filter(n -> isLast(n, x, site));
    if (concat.filter(c -> isTurned(c, x, 1, site)).isPresent()) {
      return Optional.of("halves");
    }
    return site.producer(turned, "Reshape")
        .filter(r -> site.shape(turned).equals(site.shape(x)))
        .flatMap(r -> site.producer(r.input(0), "Concat"))
        .filter(c -> site.rank(c.output()) == site.rank(x) + 1)
        .filter(c -> isLast(c, c.output(), site) && isTurnedPairs(c, x, site))
        .map(c -> "pairs");
  }

  private static boolean isLast(Node node, Value x, Site site) {
    long axis = node.integer("axis", 0);
    return axis == -1 || axis == site.rank(x) - 1;
  }

  /** Whether {@code concat} has the negative second half of x, then the first. */
  private static boolean isTurned(Node concat, Value x, int step, Site site) {
    return concat.inputs().size() == 2
        && site.producer(concat.input(0), "Neg")
            .filter(n -> isPart(n.input(0), x, 1, step, site))
            .isPresent()
        && isPart(concat.input(1), x, 0, step, site);
  }

  private static boolean isTurnedPairs(Node concat, Value x, Site site) {
    if (concat.inputs().size() != 2) {
      return false;
    }
    Optional<Value> first = widened(concat.input(0), site);
    Optional<Value> second = widened(concat.input(1), site);
    return first.isPresent()
        && second.isPresent()
        && site.producer(first.get(), "Neg")
            .filter(n -> isPart(n.input(0), x, 1, 2, site))
            .isPresent()
        && isPart(second.get(), x, 0, 2, site);
  }

  /** What got a last dimension of size 1. */
  private static Optional<Value> widened(Value value, Site site) {
    return site.producer(value, "Unsqueeze")
        .filter(
            u ->
                site.longs(u.input(1))
                    .filter(a -> a.length == 1 && (a[0] == -1 || a[0] == site.rank(u.input(0))))
                    .isPresent())
        .map(u -> u.input(0));
  }

  /**
   * Whether {@code value} is one of the two parts of x along its last dimension: halves with a step
   * of 1, every other element with a step of 2.
   */
  private static boolean isPart(Value value, Value x, int place, int step, Site site) {
    OptionalLong size = site.shape(x).map(s -> s.dim(-1).size()).orElse(OptionalLong.empty());
    if (size.isEmpty() || size.getAsLong() % 2 != 0) {
      return false;
    }
    Optional<Node> split =
        site.producer(value, "Split").filter(s -> step == 1 && s.input(0).equals(x));
    if (split.isPresent()) {
      boolean isHalf =
          site.shape(value).filter(s -> s.dim(-1).is(size.getAsLong() / 2)).isPresent();
      return isHalf
          && isLast(split.get(), x, site)
          && split.get().outputs().size() == 2
          && split.get().output(place).equals(value);
    }
    return site.producer(value, "Slice")
        .filter(s -> s.input(0).equals(x) && isSlice(s, size.getAsLong(), place, step, site))
        .isPresent();
  }

  private static boolean isSlice(Node slice, long size, int place, int step, Site site) {
    long[] bounds = new long[4];
    for (int i = 0; i < bounds.length; i++) {
      Optional<long[]> given = site.longs(slice.input(i + 1)).filter(l -> l.length == 1);
      if (given.isEmpty() && (i < 3 || slice.input(i + 1).isPresent())) {
        return false;
      }
      bounds[i] = given.map(l -> l[0]).orElse(1L);
    }
    long axis = bounds[2];
    long from = bounds[0] < 0 ? bounds[0] + size : bounds[0];
    long to = Math.min(size, bounds[1] < 0 ? bounds[1] + size : bounds[1]);
    boolean isLast = axis == -1 || axis == site.rank(slice.input(0)) - 1;
    long wantedFrom = step == 1 ? place * size / 2 : place;
    long wantedTo = step == 1 ? (place + 1) * size / 2 : size;
    boolean isEnd = to == wantedTo || (step == 2 && place == 0 && to == size - 1);
    return isLast && bounds[3] == step && from == wantedFrom && isEnd;
  }

  /** {@code [a · cosine - b · sine, b · cosine + a · sine]} of the halves a and b of x. */
  private static boolean halves(Node node, Site site) {
    Optional<Node> first = node.inputs().size() == 2 ? site.producer(node.input(0), "Sub") : none();
    Optional<Node> second = first.flatMap(f -> site.producer(node.input(1), "Add"));
    if (second.isEmpty() || !isLast(node, node.output(), site)) {
      return false;
    }
    Optional<Node> left = site.producer(first.get().input(0), "Mul");
    Optional<Node> right = site.producer(first.get().input(1), "Mul");
    if (left.isEmpty() || right.isEmpty()) {
      return false;
    }
    for (Value a : left.get().inputs()) {
      Value cosine = Site.other(left.get(), a);
      for (Value b : right.get().inputs()) {
        Value sine = Site.other(right.get(), b);
        Optional<Value> x = whole(a, site);
        if (x.isPresent()
            && isPart(a, x.get(), 0, 1, site)
            && isPart(b, x.get(), 1, 1, site)
            && isSum(second.get(), List.of(b, cosine), List.of(a, sine), site)
            && isKept(node, x.get(), cosine, sine, site)) {
          return site.replace(node, "rotate", List.of(x.get(), cosine, sine), Map.of());
        }
      }
    }
    return false;
  }

  private static Optional<Node> none() {
    return Optional.empty();
  }

  private static Optional<Value> whole(Value part, Site site) {
    return site.producer(part, "Slice").or(() -> site.producer(part, "Split")).map(n -> n.input(0));
  }

  private static boolean isSum(Node sum, List<Value> one, List<Value> other, Site site) {
    return (isProduct(sum.input(0), one, site) && isProduct(sum.input(1), other, site))
        || (isProduct(sum.input(1), one, site) && isProduct(sum.input(0), other, site));
  }

  private static boolean isProduct(Value value, List<Value> factors, Site site) {
    return site.producer(value, "Mul")
        .filter(
            n ->
                n.inputs().equals(factors)
                    || n.inputs().equals(Arrays.asList(factors.get(1), factors.get(0))))
        .isPresent();
  }
}
