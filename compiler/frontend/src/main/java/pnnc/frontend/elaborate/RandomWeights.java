package pnnc.frontend.elaborate;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
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
 * (all sizes but the first). The same for the same seed and name.
 */
final class RandomWeights {
  private static final long MOST_ELEMENTS = 1L << 28;

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
    for (Weight weight : used) {
      TensorFact fact = context.root().fact(weight.value());
      shape(context, weight, fact)
          .ifPresent(
              shape -> context.root().complete(weight.value(), make(context, weight, fact, shape)));
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

  private static Tensor make(Context context, Weight weight, TensorFact fact, Shape shape) {
    ElementType type = fact.element().orElse(ElementType.F32);
    long elements = shape.elements().orElse(Long.MAX_VALUE);
    if (elements > MOST_ELEMENTS || !type.isFloat()) {
      throw context.fail(
          weight.at(),
          DiagnosticCode.RANDOM_SHAPE.error(weight.leaf().prefix(), type + shape.toString()));
    }
    long[] sizes = shape.sizes().orElseThrow();
    double fanIn =
        IntStream.range(1, sizes.length).mapToLong(i -> sizes[i]).reduce(1, Math::multiplyExact);
    double bound = Math.sqrt(3 / Math.max(1, fanIn));
    SplittableRandom random = new SplittableRandom(seed(weight.leaf()));
    TensorWriter writer = new TensorWriter(type, shape);
    for (int i = 0; i < elements; i++) {
      writer.put(i, bound * (2 * random.nextDouble() - 1));
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
