package pnnc.passes.shape.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pnnc.ir.network.ElementType;
import pnnc.passes.shape.Dims;
import pnnc.passes.shape.Extent;
import pnnc.passes.shape.Facts;
import pnnc.passes.shape.NotKnown;
import pnnc.passes.shape.Op;
import pnnc.passes.shape.TensorFact;

/**
 * Follows the small integer tensors with which models compute shapes: {@code Reshape(x,
 * Concat(Gather(Shape(x), 0), -1))}. Elements are numbers or polynomials in the named dimensions.
 * Floats are followed as long as they are whole, and small enough to be exact.
 */
public final class ShapePrograms {
  private static final Map<String, ElementRule> RULES = rules();

  private ShapePrograms() {}

  private static Map<String, ElementRule> rules() {
    Map<String, ElementRule> rules = new HashMap<>();
    ElementMoves.addTo(rules);
    ElementArithmetic.addTo(rules);
    return Map.copyOf(rules);
  }

  /** The contents of output number {@code output}, of which {@code fact} is known already. */
  public static Optional<List<Extent>> elements(Op op, TensorFact fact, int output) {
    ElementRule rule = op.node().op().isStandard() ? RULES.get(op.node().op().name()) : null;
    if (rule == null || fact.element().isEmpty()) {
      return Optional.empty();
    }
    Optional<long[]> sizes = fact.dims().filter(ShapePrograms::isSmall).flatMap(Dims::numbers);
    if (sizes.isEmpty()) {
      return Optional.empty();
    }
    ElementType type = fact.element().get();
    try {
      List<Extent> elements = rule.compute(op, new Places(sizes.get()), output);
      return Optional.of(elements.stream().map(e -> exact(e, type)).toList());
    } catch (NotKnown unknown) {
      return Optional.empty();
    }
  }

  private static boolean isSmall(Dims dims) {
    long count = dims.product().number().orElse(-1);
    return count >= 0 && count <= Facts.MAX_ELEMENTS;
  }

  /** {@code element} if {@code type} holds it exactly. */
  private static Extent exact(Extent element, ElementType type) {
    long number = element.number().orElse(0);
    boolean fits = number <= largest(type) && number >= -largest(type);
    return fits && largest(type) > 0 ? element : Extent.UNKNOWN;
  }

  /** Up to which magnitude {@code type} holds every whole number; 0 for types not followed. */
  private static long largest(ElementType type) {
    return switch (type) {
      case I64 -> Long.MAX_VALUE;
      case I32 -> Integer.MAX_VALUE;
      case BOOL -> 1;
      case F64 -> 1L << 53;
      case F32 -> 1L << 24;
      case F16 -> 1L << 11;
      default -> 0;
    };
  }
}
