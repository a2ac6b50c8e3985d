package pnnc.passes.partition;

import java.util.Set;
import java.util.TreeSet;
import pnnc.base.shape.Dim;
import pnnc.base.shape.Shape;
import pnnc.ir.network.Value;
import pnnc.passes.normalize.LinearOperators;
import pnnc.passes.normalize.LinearView;
import pnnc.passes.shape.MacCount;

/** Multiply-accumulates of a linear operator. Sizes that are not numbers count as 1. */
final class LinearMacs {
  private LinearMacs() {}

  /**
   * What {@code view} takes.
   *
   * @param name the user's name for it, given as unknown where a size has not even a name
   */
  static MacCount of(LinearOperators operators, LinearView view, String name) {
    Shape weights = view.weights().shape();
    return switch (view.kind()) {
      case MATRIX -> count(view.in(), operators, view.output(), view.out(), name);
      case CONVOLUTION -> count(tail(weights), operators, view.output(), view.out(), name);
      case TRANSPOSED_CONVOLUTION -> count(tail(weights), operators, view.input(), view.in(), name);
    };
  }

  /** Weights that one element meets: all dimensions but the first. */
  private static long tail(Shape weights) {
    return weights.dims().stream().skip(1).mapToLong(LinearMacs::size).reduce(1, MacCount::product);
  }

  /** {@code each} for every element of {@code value}. */
  private static MacCount count(
      long each, LinearOperators operators, Value value, long channels, String name) {
    Shape shape = operators.type(value).shape().orElse(Shape.of(Dim.unknown(), Dim.of(channels)));
    long elements = shape.dims().stream().mapToLong(LinearMacs::size).reduce(1, MacCount::product);
    Set<String> names = new TreeSet<>();
    shape.dims().forEach(d -> d.symbol().ifPresent(names::add));
    MacCount known = MacCount.of(MacCount.product(each, elements), names);
    boolean open = shape.dims().stream().anyMatch(Dim.Unknown.class::isInstance);
    return open ? known.plus(MacCount.unknown("`" + name + "`")) : known;
  }

  private static long size(Dim dim) {
    return dim.size().orElse(1);
  }
}
