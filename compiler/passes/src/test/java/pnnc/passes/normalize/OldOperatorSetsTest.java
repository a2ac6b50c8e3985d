package pnnc.passes.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pnnc.ir.network.Network;
import pnnc.ir.network.NetworkParser;
import pnnc.ir.network.Node;
import pnnc.passes.golden.SameOutputs;

/** Recurrent layers of operator sets without Scan become linear operators all the same. */
class OldOperatorSetsTest {
  private static final Path GOLDEN =
      Path.of(System.getProperty("pnnc.root"), "compiler/passes/src/test/golden");

  @ParameterizedTest
  @CsvSource({
    "decompose-recurrent/lstm, 7",
    "decompose-recurrent/lstm, 8",
    "decompose-recurrent/gru, 7",
    "decompose-recurrent/gru, 8",
    "decompose-recurrent/rnn-many-steps, 7",
    "decompose-recurrent/rnn-many-steps, 8"
  })
  void recurrentLayersBecomeLinear(String program, int version) throws IOException {
    String text = Files.readString(GOLDEN.resolve(program + ".in"));
    Network old =
        NetworkParser.parse("n", text.replaceFirst("opset \"\" \\d+", "opset \"\" " + version));
    Network normal = Normalized.of(old).after();
    LinearOperators linear = LinearOperators.of(normal.graph());
    assertThat(old.opset()).isEqualTo(version);
    assertThat(normal.graph().nodes())
        .noneMatch(node -> node.is("LSTM") || node.is("GRU") || node.is("RNN"))
        .anyMatch((Node node) -> linear.view(node).isPresent());
    SameOutputs.check(old, normal, Map.of());
  }
}
