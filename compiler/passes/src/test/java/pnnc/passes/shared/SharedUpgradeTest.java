package pnnc.passes.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.ir.network.Network;
import pnnc.ir.network.NetworkVerifier;
import pnnc.ir.network.Tensor;
import pnnc.onnx.write.OnnxWriter;
import pnnc.passes.golden.SameOutputs;
import pnnc.passes.pipeline.ConstantEvaluator;
import pnnc.passes.pipeline.PassContext;
import pnnc.passes.shape.InferTypes;
import pnnc.passes.upgrade.UpgradeOpset;
import pnnc.sim.runtime.OnnxSession;
import pnnc.sim.runtime.SessionSettings;

/** Published cases and real models compute the same in one version of the operator set. */
class SharedUpgradeTest {
  private static final int OLDEST = 7;
  private static final int NEWEST = 25;

  /** Cases that keep their version, with the reason. There are none. */
  private static final Map<String, String> KEPT = Map.of();

  private final Map<Integer, Count> counts = new TreeMap<>();
  private final Map<String, String> kept = new TreeMap<>();

  private static final class Count {
    int all;
    int upgraded;
    int run;
  }

  @Test
  void everythingComputesTheSameInOneVersion() throws IOException {
    List<SharedCase> cases = new ArrayList<>(SharedCase.below("conformance"));
    cases.addAll(SharedCase.below("models"));
    for (SharedCase shared : cases) {
      Network network = shared.network();
      if (network.opset() >= OLDEST && network.opset() <= NEWEST) {
        check(shared, network, counts.computeIfAbsent(network.opset(), v -> new Count()));
      }
    }
    counts.forEach(SharedUpgradeTest::print);
    assertThat(kept).isEqualTo(KEPT);
    assertThat(counts).isNotEmpty();
  }

  private static void print(int version, Count count) {
    System.out.printf(
        "operator set %d: %d upgraded of %d, %d of them run by ONNX Runtime before and after%n",
        version, count.upgraded, count.all, count.run);
  }

  private void check(SharedCase shared, Network before, Count count) throws IOException {
    count.all++;
    Diagnostics diagnostics = new Diagnostics();
    Network after = upgraded(before, shared.title(), diagnostics);
    if (after.opset() != UpgradeOpset.TARGET) {
      kept.put(shared.title(), diagnostics.all().toString());
      return;
    }
    NetworkVerifier.check(after, "upgrade-opset");
    count.upgraded++;
    count.run += computesTheSame(shared, before, after) ? 1 : 0;
  }

  static Network upgraded(Network network, String title, Diagnostics diagnostics) {
    PassContext context = new PassContext(title, diagnostics, ConstantEvaluator.NONE);
    return new UpgradeOpset().run(new InferTypes().run(network, context), context);
  }

  /** False where ONNX Runtime cannot run the case as it is published. */
  private static boolean computesTheSame(SharedCase shared, Network before, Network after)
      throws IOException {
    Map<String, Tensor> inputs = shared.inputs();
    Optional<Map<String, Tensor>> expected = runIfPossible(before, inputs);
    expected.ifPresent(e -> SameOutputs.compare(shared.title(), e, run(after, inputs)));
    return expected.isPresent();
  }

  static Optional<Map<String, Tensor>> runIfPossible(Network network, Map<String, Tensor> inputs) {
    try {
      return Optional.of(run(network, inputs));
    } catch (DiagnosedException refused) {
      return Optional.empty();
    }
  }

  static Map<String, Tensor> run(Network network, Map<String, Tensor> inputs) {
    byte[] model = OnnxWriter.toBytes(network);
    try (OnnxSession session = OnnxSession.open(model, SessionSettings.PLAIN)) {
      return session.run(inputs);
    }
  }
}
