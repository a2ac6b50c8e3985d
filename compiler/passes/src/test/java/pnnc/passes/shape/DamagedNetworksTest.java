package pnnc.passes.shape;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.ir.network.Network;
import pnnc.ir.network.OpType;
import pnnc.passes.pipeline.ConstantEvaluator;
import pnnc.passes.pipeline.Pass;
import pnnc.passes.pipeline.PassContext;
import pnnc.passes.pipeline.Pipeline;

/** Whatever a network holds, no pass throws: odd operators are left for others to refuse. */
class DamagedNetworksTest {
  static LongStream seeds() {
    String replay = System.getProperty("test.seed", "");
    return replay.isEmpty() ? LongStream.range(0, 10) : LongStream.of(Long.parseLong(replay));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void noPassThrows(long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    List<OpType> ops = DamagedNetworks.operators();
    for (int i = 0; i < 100; i++) {
      Network network = DamagedNetworks.random(random, ops);
      PassContext context = new PassContext("n", new Diagnostics(), ConstantEvaluator.NONE);
      for (Pass<Network, Network> pass : Pipeline.normalization()) {
        assertThatCode(() -> pass.run(network, context))
            .as(() -> "seed %d, %s of %s".formatted(seed, pass.name(), network))
            .doesNotThrowAnyException();
      }
    }
  }
}
