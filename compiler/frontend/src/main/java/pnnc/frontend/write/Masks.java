package pnnc.frontend.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.LongPredicate;
import pnnc.base.shape.Dim;
import pnnc.base.shape.Shape;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Node;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorElements;
import pnnc.ir.network.Value;

/** What hides keys from queries in front of a softmax. */
final class Masks {
  /** Scores with this added have no share in any softmax over scores that are numbers. */
  private static final double LOWEST = -1e30;

  private static final double LOWEST_HALF = -65504;

  private Masks() {}

  /**
   * Scores of queries and keys.
   *
   * @param mask that is added to them, perhaps absent
   * @param isCausal whether those of keys that come after the query are as low as can be
   */
  record Masked(Value scores, Value mask, boolean isCausal) {}

  /** What {@code value} may be. */
  static List<Masked> of(Value value, Site site) {
    List<Masked> all = new ArrayList<>();
    all.add(new Masked(value, Value.ABSENT, false));
    site.producer(value, "Add").ifPresent(n -> sums(n, all, site));
    site.producer(value, "Where").flatMap(n -> chosen(n, site)).ifPresent(all::add);
    return all;
  }

  private static void sums(Node sum, List<Masked> all, Site site) {
    for (int i = 0; i < 2; i++) {
      Value scores = sum.input(i);
      Value mask = sum.input(1 - i);
      boolean isCausal =
          site.constant(mask).isPresent() && isLower(site.constant(mask).get(), scores, site);
      all.add(isCausal ? new Masked(scores, Value.ABSENT, true) : new Masked(scores, mask, false));
    }
  }

  /** Zero for keys up to the query's own place, as low as can be behind it. */
  private static boolean isLower(Tensor mask, Value scores, Site site) {
    if (!mask.type().isFloat()) {
      return false;
    }
    double lowest = lowest(mask.type());
    TensorElements elements = TensorElements.of(mask);
    return isTriangle(
        mask, scores, i -> elements.doubleAt(i) == 0, i -> elements.doubleAt(i) <= lowest, site);
  }

  private static double lowest(ElementType type) {
    return type == ElementType.F16 ? LOWEST_HALF : LOWEST;
  }

  /** {@code select(a constant triangle, scores, the lowest number)}, or the other way round. */
  private static Optional<Masked> chosen(Node where, Site site) {
    Optional<Tensor> triangle =
        site.constant(where.input(0)).filter(t -> t.type() == ElementType.BOOL);
    if (triangle.isEmpty()) {
      return Optional.empty();
    }
    TensorElements elements = TensorElements.of(triangle.get());
    LongPredicate isSet = i -> elements.longAt(i) != 0;
    boolean isSecond = isLowest(where.input(2), site);
    Value scores = where.input(isSecond ? 1 : 2);
    boolean isFit = isSecond || isLowest(where.input(1), site);
    LongPredicate isSeen = isSecond ? isSet : isSet.negate();
    return isFit && isTriangle(triangle.get(), scores, isSeen, isSeen.negate(), site)
        ? Optional.of(new Masked(scores, Value.ABSENT, true))
        : Optional.empty();
  }

  private static boolean isLowest(Value value, Site site) {
    OptionalDouble number = site.number(value);
    return number.isPresent()
        && site.element(value).filter(t -> number.getAsDouble() <= lowest(t)).isPresent();
  }

  /** Whether a constant for each query and key, S and L of them, lets none see what comes later. */
  private static boolean isTriangle(
      Tensor mask, Value scores, LongPredicate isSeen, LongPredicate isHidden, Site site) {
    Optional<Shape> shape = site.shape(scores).filter(s -> s.rank() >= 2);
    int rank = mask.shape().rank();
    if (shape.isEmpty() || rank < 2 || rank > shape.get().rank()) {
      return false;
    }
    long queries = mask.sizes()[rank - 2];
    long keys = mask.sizes()[rank - 1];
    boolean fits =
        queries > 1
            && keys >= queries
            && mask.elements() == queries * keys
            && isSize(shape.get().dim(-2), queries)
            && isSize(shape.get().dim(-1), keys);
    for (long i = 0; fits && i < mask.elements(); i++) {
      boolean isPast = i % keys <= i / keys + keys - queries;
      fits = isPast ? isSeen.test(i) : isHidden.test(i);
    }
    return fits;
  }

  private static boolean isSize(Dim dim, long size) {
    return dim.size().orElse(-1) == size;
  }

  /**
   * The softmax of {@code select(isnan(softmax), 0, softmax)}, which is the same where no query has
   * all keys hidden.
   */
  static Optional<Node> guarded(Value value, Site site) {
    Optional<Node> where =
        site.producer(value, "Where").filter(w -> site.number(w.input(1)).orElse(1) == 0);
    return where
        .flatMap(w -> site.producer(w.input(0), "IsNaN"))
        .filter(n -> n.input(0).equals(where.get().input(2)))
        .flatMap(n -> site.producer(n.input(0), "Softmax"));
  }
}
