package pnnc.passes.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
    compare(
        Map.of(
            golden.output(), NetworkPrinter.print(after),
            golden.messages(), Messages.text(diagnostics)));
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

  /** Nothing and no file are equal. With {@code -Dgolden.update} writes the files and fails. */
  private static void compare(Map<Path, String> found) throws IOException {
    List<Path> updated = new ArrayList<>();
    for (Map.Entry<Path, String> entry : new TreeMap<>(found).entrySet()) {
      String expected = Files.exists(entry.getKey()) ? Files.readString(entry.getKey()) : "";
      if (Boolean.getBoolean("golden.update") && !entry.getValue().equals(expected)) {
        Files.writeString(entry.getKey(), entry.getValue());
        updated.add(entry.getKey());
      } else {
        assertThat(entry.getValue()).as(entry.getKey().toString()).isEqualTo(expected);
      }
    }
    assertThat(updated).as("files rewritten: look at them and run again").isEmpty();
  }
}
