package pnnc.driver.conformance;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorElements;

/**
 * The tolerance of the published results: {@code |a − b| ≤ t + t·|b|}, t = 1e-3, 1e-2 for half
 * precision; NaN equals NaN, infinities equal themselves. Strings must be the same.
 */
final class Closeness {
  private Closeness() {}

  /** What is wrong with {@code actual}; empty if it is close enough. */
  static Optional<String> difference(Map<String, Tensor> actual, List<Tensor> expected) {
    if (actual.size() < expected.size()) {
      return Optional.of("%d outputs of %d".formatted(actual.size(), expected.size()));
    }
    int i = 0;
    for (Map.Entry<String, Tensor> output : actual.entrySet()) {
      if (i == expected.size()) {
        break;
      }
      Optional<String> one = difference(output.getValue(), expected.get(i++));
      if (one.isPresent()) {
        return one.map(d -> output.getKey() + ": " + d);
      }
    }
    return Optional.empty();
  }

  static Optional<String> difference(Tensor actual, Tensor expected) {
    if (!actual.shape().equals(expected.shape()) || actual.type() != expected.type()) {
      return Optional.of("%s instead of %s".formatted(actual, expected));
    }
    if (expected.type() == ElementType.STRING) {
      return actual.equals(expected) ? Optional.empty() : Optional.of("other strings");
    }
    return numbers(actual, expected);
  }

  private static Optional<String> numbers(Tensor actual, Tensor expected) {
    boolean coarse = expected.type() == ElementType.F16 || expected.type() == ElementType.BF16;
    double t = coarse ? 1e-2 : 1e-3;
    double[] a = TensorElements.of(actual).toDoubles();
    double[] b = TensorElements.of(expected).toDoubles();
    for (int i = 0; i < a.length; i++) {
      boolean near = Double.isFinite(b[i]) && Math.abs(a[i] - b[i]) <= t + t * Math.abs(b[i]);
      boolean same = near || Double.compare(a[i], b[i]) == 0;
      if (!same) {
        return Optional.of("element %d is %s instead of %s".formatted(i, a[i], b[i]));
      }
    }
    return Optional.empty();
  }

  /**
   * As {@link #difference}, floats to within {@code tolerance} of the largest expected magnitude,
   * or of 1 where that is smaller.
   */
  static Optional<String> relative(Tensor actual, Tensor expected, double tolerance) {
    if (!expected.type().isFloat()
        || !actual.shape().equals(expected.shape())
        || actual.type() != expected.type()) {
      return difference(actual, expected);
    }
    double[] a = TensorElements.of(actual).toDoubles();
    double[] b = TensorElements.of(expected).toDoubles();
    double most = tolerance * Math.max(1, largest(b));
    for (int i = 0; i < a.length; i++) {
      if (Double.compare(a[i], b[i]) != 0 && !(Math.abs(a[i] - b[i]) <= most)) {
        return Optional.of("element %d is %s instead of %s".formatted(i, a[i], b[i]));
      }
    }
    return Optional.empty();
  }

  private static double largest(double... values) {
    return Arrays.stream(values).filter(Double::isFinite).map(Math::abs).max().orElse(0);
  }

  /** Whether {@code tensor} holds no NaN and no infinity. */
  static boolean isFinite(Tensor tensor) {
    return !tensor.type().isFloat()
        || Arrays.stream(TensorElements.of(tensor).toDoubles()).allMatch(Double::isFinite);
  }
}
