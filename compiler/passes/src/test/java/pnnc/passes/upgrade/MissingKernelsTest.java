package pnnc.passes.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.ir.network.Network;
import pnnc.ir.network.NetworkParser;
import pnnc.onnx.write.OnnxWriter;
import pnnc.sim.runtime.OnnxSession;
import pnnc.sim.runtime.SessionSettings;

/**
 * What the table says of ONNX Runtime's kernels. When a test here fails, ONNX Runtime has learnt
 * something: the table should allow it.
 */
class MissingKernelsTest {
  private static final String IMAGE = "%x: f32[1, 1, 4, 4]";

  /** For each operator: graph inputs, and the operation. */
  private static final Map<String, List<String>> PROGRAMS =
      Map.of(
          "Bernoulli", List.of(IMAGE, "Bernoulli(%x)"),
          "GlobalLpPool", List.of(IMAGE, "GlobalLpPool(%x)"),
          "MaxRoiPool",
              List.of(IMAGE + ", %r: f32[1, 5]", "MaxRoiPool(%x, %r) {pooled_shape = [2, 2]}"),
          "Multinomial", List.of("%x: f32[1, 4]", "Multinomial(%x)"),
          "RandomNormal", List.of(IMAGE, "RandomNormal() {shape = [2]}"),
          "RandomNormalLike", List.of(IMAGE, "RandomNormalLike(%x)"),
          "RandomUniform", List.of(IMAGE, "RandomUniform() {shape = [2]}"),
          "RandomUniformLike", List.of(IMAGE, "RandomUniformLike(%x)"),
          "RoiAlign", List.of(IMAGE + ", %r: f32[1, 4], %i: i64[1]", "RoiAlign(%x, %r, %i)"));

  static Stream<String> operators() {
    return PROGRAMS.keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("operators")
  void version22HasNoKernel(String operator) {
    assertThat(runs(operator, 21)).isTrue();
    assertThat(runs(operator, 22)).isFalse();
    assertThat(runs(operator, UpgradeOpset.TARGET)).isFalse();
  }

  @Test
  void theImpossibleAreThese() {
    Set<String> impossible =
        UpgradeTable.all().stream()
            .filter(s -> s.verdict() == Step.Verdict.IMPOSSIBLE)
            .map(Step::operator)
            .collect(Collectors.toSet());
    assertThat(operators().filter(o -> !o.equals("GlobalLpPool")))
        .containsExactlyInAnyOrderElementsOf(impossible);
  }

  @Test
  void version25HasNoKernelForWhat24Has() {
    String swish = "Swish(%x)";
    assertThat(runs(IMAGE, swish, 24)).isTrue();
    assertThat(runs(IMAGE, swish, 25)).isFalse();
  }

  private static boolean runs(String operator, int version) {
    List<String> program = PROGRAMS.get(operator);
    return runs(program.get(0), program.get(1), version);
  }

  private static boolean runs(String inputs, String operation, int version) {
    String text =
        "pnnir 1%nopset \"\" %d%ngraph (%s) -> (%%y) { %%y = %s }"
            .formatted(version, inputs, operation);
    Network network = NetworkParser.parse("t", text);
    try (OnnxSession session =
        OnnxSession.open(OnnxWriter.toBytes(network), SessionSettings.PLAIN)) {
      return session.outputNames().size() == 1;
    } catch (DiagnosedException refused) {
      return false;
    }
  }
}
