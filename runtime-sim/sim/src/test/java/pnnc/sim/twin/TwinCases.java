package pnnc.sim.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static pnnc.sim.Graphs.network;

import java.util.Map;
import java.util.Optional;
import java.util.Random;
import pnnc.base.shape.Shape;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Network;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorData;
import pnnc.ir.network.TensorElements;
import pnnc.ir.network.ValueType;
import pnnc.sim.Graphs;
import pnnc.sim.Seeds;

/** What tests of the twin have in common. */
final class TwinCases {
  static final ValueType FLOAT = ValueType.tensor(ElementType.F32, Shape.of(2, 3));
  static final Random RANDOM = new Random(7);
  static final Tensor X = Seeds.floats(RANDOM, 2, 3);
  static final Tensor W = Seeds.floats(RANDOM, 3, 3);

  private TwinCases() {}

  /** Input {@code x} and weight {@code w}. */
  static Graphs floats() {
    return new Graphs().in("x", FLOAT).constant("w", W);
  }

  static Tensor bool(boolean value) {
    byte[] bytes = {(byte) (value ? 1 : 0)};
    return new Tensor(ElementType.BOOL, Shape.SCALAR, TensorData.of(bytes));
  }

  /** Runs the network whole and as a twin. */
  static void assertTwinAgrees(Network network, Map<String, Tensor> inputs) {
    Map<String, Tensor> expected = LinearPartition.reference(network, inputs);
    try (Twin twin = LinearPartition.twin(network)) {
      Map<String, Tensor> found = twin.run(inputs);
      assertThat(found.keySet()).containsExactlyElementsOf(expected.keySet());
      expected.forEach((name, tensor) -> assertNear(name, tensor, Optional.of(found.get(name))));
    }
  }

  private static void assertNear(String name, Tensor expected, Optional<Tensor> found) {
    assertThat(found).as(name).map(Tensor::valueType).contains(expected.valueType());
    double[] a = TensorElements.of(expected).toDoubles();
    double[] b = TensorElements.of(found.orElseThrow()).toDoubles();
    for (int i = 0; i < a.length; i++) {
      assertThat(b[i]).as("%s[%d]", name, i).isCloseTo(a[i], within(1e-5 * (1 + Math.abs(a[i]))));
    }
  }
}
