package pnnc.passes.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.ir.network.Network;
import pnnc.ir.network.NetworkParser;
import pnnc.ir.network.NetworkPrinter;
import pnnc.passes.pipeline.PassContext;

/** Each pass does to each program of its folder what stands beside it, and no program changes. */
class GoldenTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("pnnc.root"), "compiler/passes/src/test/golden");

  @TestFactory
  Stream<DynamicTest> passRewrites() throws IOException {
    return cases().map(c -> DynamicTest.dynamicTest(c.title(), () -> checkRewrite(c)));
  }

  @TestFactory
  Stream<DynamicTest> rewrittenNetworkComputesTheSame() throws IOException {
    return cases()
        .filter(GoldenCase::isRun)
        .map(c -> DynamicTest.dynamicTest(c.title(), () -> checkMeaning(c)));
  }

  private static Stream<GoldenCase> cases() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      List<Path> programs = files.filter(f -> f.toString().endsWith(".in")).sorted().toList();
      return programs.stream().map(GoldenCase::new);
    }
  }

  private static void checkRewrite(GoldenCase golden) throws IOException {
    Diagnostics diagnostics = new Diagnostics();
    Network before = read(golden);
    Network after = rewrite(golden, before, diagnostics);
    assertThat(read(golden)).as("the pass must not change its argument").isEqualTo(before);
    compare(golden.output(), NetworkPrinter.print(after));
    compare(golden.messages(), Messages.text(diagnostics));
  }

  private static void checkMeaning(GoldenCase golden) throws IOException {
    Network before = read(golden);
    Network after = rewrite(golden, before, new Diagnostics());
    SameOutputs.check(before, after, golden.sizes());
  }

  private static Network read(GoldenCase golden) throws IOException {
    return NetworkParser.parse(golden.program().toString(), Files.readString(golden.program()));
  }

  private static Network rewrite(GoldenCase golden, Network network, Diagnostics diagnostics) {
    String file = golden.program().getFileName().toString();
    PassContext context = new PassContext(file, diagnostics, new OrtEvaluator());
    return golden.pass().run(network, context);
  }

  /** Nothing to say and no file is fine. With {@code -Dgolden.update} writes the file and fails. */
  private static void compare(Path expected, String found) throws IOException {
    String text = Files.exists(expected) ? Files.readString(expected) : "";
    if (!text.equals(found) && Boolean.getBoolean("golden.update")) {
      Files.writeString(expected, found);
      fail("updated " + expected);
    }
    assertThat(found).as(expected.toString()).isEqualTo(text);
  }
}
