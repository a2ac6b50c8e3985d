package pnnc.passes.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import pnnc.ir.network.Network;
import pnnc.ir.network.NetworkPrinter;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorElements;
import pnnc.onnx.write.OnnxWriter;
import pnnc.sim.runtime.OnnxSession;
import pnnc.sim.runtime.SessionSettings;

/** Runs two networks in ONNX Runtime on the same random inputs and compares what they compute. */
public final class SameOutputs {
  private static final double TOLERANCE = 1e-5;

  private SameOutputs() {}

  /**
   * Fails unless both compute the same: integers equal, floats to {@code 1e-5} of the largest.
   *
   * @param sizes of named dimensions; those not given are chosen at random
   */
  public static void check(Network before, Network after, Map<String, Long> sizes) {
    try (OnnxSession expected = open(before);
        OnnxSession found = open(after)) {
      assertThat(found.inputNames()).isEqualTo(expected.inputNames());
      assertThat(found.outputNames()).isEqualTo(expected.outputNames());
      for (long seed : seeds()) {
        Map<String, Tensor> inputs = RandomInputs.of(before.graph(), seed, sizes);
        String title = "seed %d, inputs %s".formatted(seed, text(inputs));
        compare(title, expected.run(inputs), found.run(inputs));
      }
    }
  }

  private static OnnxSession open(Network network) {
    try {
      return OnnxSession.open(OnnxWriter.toBytes(network), SessionSettings.PLAIN);
    } catch (RuntimeException e) {
      throw new AssertionError(e.getMessage() + "\n" + NetworkPrinter.print(network), e);
    }
  }

  private static List<Long> seeds() {
    String replay = System.getProperty("test.seed", "");
    return replay.isEmpty()
        ? LongStream.range(0, 3).boxed().toList()
        : List.of(Long.parseLong(replay));
  }

  /** Fails, naming {@code title}, unless both hold the same; see {@link #check}. */
  public static void compare(
      String title, Map<String, Tensor> expected, Map<String, Tensor> found) {
    expected.forEach(
        (name, tensor) -> {
          Tensor other = found.get(name);
          assertThat(other.valueType()).as("%s of %s", name, title).isEqualTo(tensor.valueType());
          compare(name + " of " + title, tensor, other);
        });
  }

  private static void compare(String title, Tensor expected, Tensor found) {
    double[] a = TensorElements.of(expected).toDoubles();
    double[] b = TensorElements.of(found).toDoubles();
    double largest = 1;
    for (double x : a) {
      largest = Math.max(largest, Double.isFinite(x) ? Math.abs(x) : 0);
    }
    double tolerance = expected.type().isFloat() ? TOLERANCE * largest : 0;
    for (int i = 0; i < a.length; i++) {
      boolean same = Double.compare(a[i], b[i]) == 0 || Math.abs(a[i] - b[i]) <= tolerance;
      assertThat(same).as("%s: element %d is %s, was %s", title, i, b[i], a[i]).isTrue();
    }
  }

  private static String text(Map<String, Tensor> inputs) {
    StringBuilder text = new StringBuilder();
    inputs.forEach(
        (name, tensor) -> {
          text.append(name).append(": ").append(tensor).append(" = ");
          TensorElements elements = TensorElements.of(tensor);
          for (long i = 0; i < Math.min(elements.count(), 16); i++) {
            text.append(elements.doubleAt(i)).append(' ');
          }
        });
    return text.toString();
  }
}
