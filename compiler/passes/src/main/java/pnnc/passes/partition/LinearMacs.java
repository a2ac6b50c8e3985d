package pnnc.passes.partition;

import pnnc.base.shape.Dim;
import pnnc.base.shape.Shape;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Value;
import pnnc.passes.normalize.LinearView;

/** Multiply-accumulates of a linear operator. Sizes that are not numbers count as 1. */
final class LinearMacs {
  private LinearMacs() {}

  static long of(Graph graph, LinearView view) {
    Shape weights = view.weights().shape();
    return switch (view.kind()) {
      case MATRIX -> times(view.in(), elements(graph, view.output(), view.out()));
      case CONVOLUTION -> times(tail(weights), elements(graph, view.output(), view.out()));
      case TRANSPOSED_CONVOLUTION -> times(tail(weights), elements(graph, view.input(), view.in()));
    };
  }

  /** Weights that one element meets: all dimensions but the first. */
  private static long tail(Shape weights) {
    return weights.dims().stream()
        .skip(1)
        .mapToLong(d -> d.size().orElse(1))
        .reduce(1, LinearMacs::times);
  }

  private static long elements(Graph graph, Value value, long channels) {
    return graph
        .type(value)
        .shape()
        .map(s -> s.dims().stream().mapToLong(LinearMacs::size).reduce(1, LinearMacs::times))
        .orElse(channels);
  }

  private static long size(Dim dim) {
    return dim.size().orElse(1);
  }

  /** The product, or the largest number there is. */
  private static long times(long a, long b) {
    long high = Math.multiplyHigh(a, b);
    return high == 0 && a * b >= 0 ? a * b : Long.MAX_VALUE;
  }
}
