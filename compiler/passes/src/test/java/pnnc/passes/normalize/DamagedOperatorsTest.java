package pnnc.passes.normalize;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.ir.network.Network;
import pnnc.ir.network.NetworkParser;
import pnnc.ir.network.Node;
import pnnc.passes.pipeline.ConstantEvaluator;
import pnnc.passes.pipeline.Pass;
import pnnc.passes.pipeline.PassContext;
import pnnc.passes.pipeline.Pipeline;
import pnnc.passes.upgrade.UpgradeOpset;

/** The golden programs with something wrong in them: a pass may do nothing, but not throw. */
class DamagedOperatorsTest {
  private static final Path GOLDEN =
      Path.of(System.getProperty("pnnc.root"), "compiler/passes/src/test/golden");
  private static final int ROUNDS = 10;

  static LongStream seeds() {
    String replay = System.getProperty("test.seed", "");
    return replay.isEmpty() ? LongStream.range(0, 8) : LongStream.of(Long.parseLong(replay));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void noPassThrows(long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    for (Path program : programs()) {
      Network whole = NetworkParser.parse("n", Files.readString(program));
      Pass<Network, Network> pass =
          Pipeline.byName(program.getParent().getFileName().toString()).orElseThrow();
      for (int i = 0; i < ROUNDS; i++) {
        Network damaged = new Damage(random).of(whole);
        assertThatCode(() -> run(pass, damaged))
            .as(() -> "seed %d, %s of %s".formatted(seed, pass.name(), program))
            .doesNotThrowAnyException();
      }
    }
  }

  private static void run(Pass<Network, Network> pass, Network network) {
    Network after =
        pass.run(network, new PassContext("n", new Diagnostics(), ConstantEvaluator.NONE));
    LinearOperators linear = LinearOperators.of(after.graph());
    for (Node node : after.graph().nodes()) {
      linear.view(node).ifPresent(DamagedOperatorsTest::checkSizes);
    }
  }

  private static void checkSizes(LinearView view) {
    if (view.in() < 0 || view.out() < 0) {
      throw new AssertionError(view.toString());
    }
  }

  private static List<Path> programs() throws IOException {
    Set<Package> packages = Set.of(Draft.class.getPackage(), UpgradeOpset.class.getPackage());
    List<String> folders =
        Pipeline.normalization().stream()
            .filter(pass -> packages.contains(pass.getClass().getPackage()))
            .map(Pass::name)
            .distinct()
            .toList();
    List<Path> all = new ArrayList<>();
    for (String folder : folders) {
      try (Stream<Path> files = Files.list(GOLDEN.resolve(folder))) {
        files.filter(f -> f.toString().endsWith(".in")).sorted().forEach(all::add);
      }
    }
    return all;
  }
}
