package pnnc.frontend.elaborate;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.shape.Shape;
import pnnc.frontend.source.Span;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorWriter;
import pnnc.ir.network.Value;
import pnnc.passes.shape.Extent;
import pnnc.passes.shape.TensorFact;

/**
 * Weights nobody trained: uniform in ±√(3 / fan-in), so that their variance is one over the fan-in
 * (all sizes but the first). Variances, and what scales whole channels, are uniform in 0.5 .. 1.5:
 * no norm meets the root of a negative number. The same for the same seed and name.
 */
final class RandomWeights {
  private static final long MOST_ELEMENTS = 1L << 28;

  /** Names of variances; a figure may follow, as in {@code running_var_1}. */
  private static final Pattern VARIANCE = Pattern.compile("(running_)?var(iance)?(_\\d+)?");

  /** Names of what scales channels if it is a vector. */
  private static final Pattern SCALE = Pattern.compile("(weight|scale|gamma)(_\\d+)?");

  /**
   * A tensor to be made.
   *
   * @param leaf its name and seed
   * @param at where it was first used
   */
  record Weight(Value value, WeightGroup leaf, Span at) {}

  private RandomWeights() {}

  /** Makes the random weights that are {@code needed}, now that all sizes are known. */
  static void complete(Context context, Set<Value> needed) {
    List<Weight> used = context.random().stream().filter(w -> needed.contains(w.value())).toList();
    Set<Value> positive = context.root().readBy("BatchNormalization", 1, 4);
    for (Weight weight : used) {
      TensorFact fact = context.root().fact(weight.value());
      shape(context, weight, fact)
          .ifPresent(
              shape -> {
                boolean isPositive =
                    positive.contains(weight.value()) || isPositive(weight.leaf(), shape);
                Tensor made = make(context, weight, fact, shape, isPositive);
                context.root().complete(weight.value(), made);
              });
    }
  }

  /** Reports the random weights whose sizes nothing tells. */
  static void requireSizes(Context context) {
    context.random().forEach(w -> shape(context, w, context.root().fact(w.value())));
  }

  private static Optional<Shape> shape(Context context, Weight weight, TensorFact fact) {
    List<Extent> sizes =
        fact.dims().orElseThrow().sizes().stream().map(context.sizes()::resolve).toList();
    if (sizes.stream().anyMatch(s -> s.number().isEmpty())) {
      String name = weight.leaf().prefix();
      List<String> words =
          sizes.stream().map(s -> context.sizes().isOpen(s) ? "?" : context.describe(s)).toList();
      context
          .blame()
          .report(
              weight.at(),
              DiagnosticCode.RANDOM_SHAPE
                  .error(name, words)
                  .help("say it where the weights are used: `w.%s as f32[…]`".formatted(name)));
      return Optional.empty();
    }
    return Optional.of(Shape.of(sizes.stream().mapToLong(s -> s.number().getAsLong()).toArray()));
  }

  /** Whether the name says that only numbers around one make sense. */
  private static boolean isPositive(WeightGroup leaf, Shape shape) {
    String last = leaf.prefix().substring(leaf.prefix().lastIndexOf('.') + 1);
    return VARIANCE.matcher(last).matches() || (shape.rank() == 1 && SCALE.matcher(last).matches());
  }

  private static Tensor make(
      Context context, Weight weight, TensorFact fact, Shape shape, boolean isPositive) {
    ElementType type = fact.element().orElse(ElementType.F32);
    long elements = shape.elements().orElse(Long.MAX_VALUE);
    if (elements > MOST_ELEMENTS || !type.isFloat()) {
      String why = type.isFloat() ? "more than 2^28 elements" : "no floating-point numbers";
      throw context.fail(
          weight.at(),
          DiagnosticCode.RANDOM_UNFIT.error(weight.leaf().prefix(), type + shape.toString(), why));
    }
    long[] sizes = shape.sizes().orElseThrow();
    double fanIn =
        IntStream.range(1, sizes.length).mapToLong(i -> sizes[i]).reduce(1, Math::multiplyExact);
    double middle = isPositive ? 1 : 0;
    double bound = isPositive ? 0.5 : Math.sqrt(3 / Math.max(1, fanIn));
    SplittableRandom random = new SplittableRandom(seed(weight.leaf()));
    TensorWriter writer = new TensorWriter(type, shape);
    for (int i = 0; i < elements; i++) {
      writer.put(i, middle + bound * (2 * random.nextDouble() - 1));
    }
    return writer.build();
  }

  /** FNV-1a over the name, begun with the seed. */
  private static long seed(WeightGroup leaf) {
    long hash = 0xcbf29ce484222325L ^ leaf.seed().orElseThrow();
    for (byte b : leaf.prefix().getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ b) * 0x100000001b3L;
    }
    return hash;
  }
}
