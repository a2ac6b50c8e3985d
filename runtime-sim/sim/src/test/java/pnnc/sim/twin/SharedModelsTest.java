package pnnc.sim.twin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pnnc.base.bytes.ByteSource;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.ir.block.Partition;
import pnnc.ir.network.Network;
import pnnc.ir.network.Tensor;
import pnnc.onnx.read.OnnxReader;
import pnnc.sim.equivalence.Criterion;
import pnnc.sim.equivalence.EquivalenceCheck;
import pnnc.sim.equivalence.EquivalenceReport;
import pnnc.sim.equivalence.RandomInputs;
import pnnc.sim.equivalence.ReferenceNoise;
import pnnc.sim.equivalence.Verdict;
import pnnc.sim.runtime.OnnxSession;
import pnnc.sim.runtime.SessionSettings;

/** Real models with every MatMul and Conv of constants computed as a block. */
@Tag("slow")
class SharedModelsTest {
  private static final Path MODELS = Path.of(System.getProperty("pnnc.shared", ""), "models");

  static Stream<String> models() throws IOException {
    Assumptions.assumeTrue(Files.isDirectory(MODELS), "no shared models here");
    try (Stream<Path> folders = Files.list(MODELS)) {
      return folders
          .filter(f -> Files.exists(f.resolve("model.onnx")))
          .map(f -> f.getFileName().toString())
          .filter(name -> !name.startsWith("unsupported"))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void exactBlocksComputeTheModel(String name) throws IOException {
    byte[] model = Files.readAllBytes(MODELS.resolve(name).resolve("model.onnx"));
    Diagnostics diagnostics = new Diagnostics();
    Network network =
        OnnxReader.read(ByteSource.of(name, model), SharedModelsTest::noExternalData, diagnostics);
    Partition partition = LinearPartition.of(network);
    Iterable<Map<String, Tensor>> samples = RandomInputs.ofSeed(1).samples(network.graph(), 2);
    ReferenceNoise noise = ReferenceNoise.measure(s -> OnnxSession.open(model, s), samples);
    try (OnnxSession reference = OnnxSession.open(model, SessionSettings.DEFAULT);
        Twin twin = LinearPartition.twin(partition)) {
      EquivalenceReport report =
          EquivalenceCheck.compare(
              reference::run, twin::run, samples, Criterion.numbers(1e-4), noise);
      assertThat(report.verdict()).as("%s", report).isEqualTo(Verdict.EQUIVALENT);
    }
  }

  private static ByteSource noExternalData(String location) {
    throw new IllegalArgumentException("these models keep all their weights inside: " + location);
  }
}
