package pnnc.passes.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorElements;

/** Compares outputs as {@code shared/conformance/README.md} does. */
final class Agreement {
  private static final double TOLERANCE = 1e-3;
  private static final double HALF_TOLERANCE = 1e-2;

  private Agreement() {}

  static void check(Map<String, Tensor> expected, Map<String, Tensor> found) {
    expected.forEach((name, tensor) -> check(name, tensor, found.get(name)));
  }

  private static void check(String name, Tensor expected, Tensor found) {
    assertThat(found.valueType()).as(name).isEqualTo(expected.valueType());
    double tolerance = expected.type().bits() == 16 ? HALF_TOLERANCE : TOLERANCE;
    double[] a = TensorElements.of(expected).toDoubles();
    double[] b = TensorElements.of(found).toDoubles();
    for (int i = 0; i < a.length; i++) {
      boolean same =
          Double.compare(a[i], b[i]) == 0
              || Math.abs(a[i] - b[i]) <= tolerance + tolerance * Math.abs(a[i]);
      assertThat(same).as("%s[%d] is %s, not %s", name, i, b[i], a[i]).isTrue();
    }
  }
}
