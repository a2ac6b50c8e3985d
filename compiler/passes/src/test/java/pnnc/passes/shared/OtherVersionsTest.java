package pnnc.passes.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.ir.network.Network;
import pnnc.ir.network.Tensor;
import pnnc.passes.golden.SameOutputs;
import pnnc.passes.upgrade.UpgradeOpset;

/**
 * The published cases as if they were written for other operator sets, wherever ONNX Runtime runs
 * them as that: its definitions of then against the upgraded network.
 */
class OtherVersionsTest {
  private static final int OLDEST = 7;
  private static final int NEWEST = 25;

  private final Map<Integer, Integer> run = new TreeMap<>();

  @Tag("slow")
  @Test
  void otherDefinitionsComputeTheSameAfterAnUpgrade() throws IOException {
    for (SharedCase shared : SharedCase.below("conformance/onnx-node")) {
      Network network = shared.network();
      for (int version : IntStream.rangeClosed(OLDEST, NEWEST).toArray()) {
        check(shared, at(network, version));
      }
    }
    run.forEach((v, n) -> System.out.printf("as operator set %d: %d cases%n", v, n));
    assertThat(run).isNotEmpty();
  }

  private static Network at(Network network, int version) {
    Map<String, Integer> opsets = new TreeMap<>(network.opsets());
    opsets.put("", version);
    return new Network(network.graph(), network.functions(), opsets, network.header());
  }

  private void check(SharedCase shared, Network old) throws IOException {
    String title = "%s as operator set %d".formatted(shared.title(), old.opset());
    Optional<Map<String, Tensor>> expected = SharedUpgradeTest.runIfPossible(old, shared.inputs());
    if (expected.isPresent()) {
      Network upgraded = SharedUpgradeTest.upgraded(old, title, new Diagnostics());
      assertThat(upgraded.opset()).as(title).isEqualTo(UpgradeOpset.TARGET);
      SameOutputs.compare(title, expected.get(), SharedUpgradeTest.run(upgraded, shared.inputs()));
      run.merge(old.opset(), 1, Integer::sum);
    }
  }
}
