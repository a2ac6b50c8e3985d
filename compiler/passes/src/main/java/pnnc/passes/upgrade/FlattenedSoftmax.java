package pnnc.passes.upgrade;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import pnnc.base.shape.Shape;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.Node;
import pnnc.ir.network.Value;

/**
 * Before version 13, Softmax, LogSoftmax and Hardmax go over {@code axis} and all axes after it as
 * one. Where at most one of those is longer than 1 that is what they do now; elsewhere the input is
 * flattened first.
 */
final class FlattenedSoftmax {
  private static final String AXIS = "axis";

  private FlattenedSoftmax() {}

  static Node apply(Node node, Site site) {
    Value x = node.input(0);
    long axis = node.integer(AXIS, 1);
    if (axis == -1) {
      return node.with(AXIS, Attribute.of(axis));
    }
    Optional<Shape> shape = site.shape(x);
    OptionalInt front = Spelling.fromFront(axis, site.rank(x));
    return shape.isPresent() && isAxis(front.getAsInt(), shape.get())
        ? single(shape.get(), front.getAsInt())
            .map(one -> node.with(AXIS, Attribute.of(one)))
            .orElseGet(() -> flattened(node, axis, site))
        : flattened(node, axis, site);
  }

  private static boolean isAxis(int axis, Shape shape) {
    return axis >= 0 && axis < shape.rank();
  }

  /** The one axis from {@code first} on that counts; -1 for the last. */
  private static Optional<Long> single(Shape shape, int first) {
    int last = shape.rank() - 1;
    List<Integer> longer =
        IntStream.rangeClosed(first, last).filter(i -> !shape.dim(i).is(1)).boxed().toList();
    if (longer.size() > 1) {
      return Optional.empty();
    }
    int axis = longer.isEmpty() ? last : longer.get(0);
    return Optional.of(axis == last ? -1L : axis);
  }

  private static Node flattened(Node node, long axis, Site site) {
    Value x = node.input(0);
    Value shape = site.before("Shape", x);
    Value rows = site.before("Flatten", Map.of(AXIS, Attribute.of(axis)), x);
    Value result = site.fresh("rows");
    site.after(node.output(), "Reshape", Map.of("allowzero", Attribute.of(1L)), result, shape);
    return node.with(AXIS, Attribute.of(-1L))
        .withInputs(List.of(rows))
        .withOutputs(List.of(result));
  }
}
