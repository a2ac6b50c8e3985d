package pnnc.driver.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.driver.Reporter;
import pnnc.driver.Session;
import pnnc.driver.Settings;
import pnnc.driver.model.Normalization;
import pnnc.ir.network.Value;

/** ONNX Runtime's own operators come through right; what is linear in them becomes blocks. */
class ExtensionSweepTest {
  private static Sweep sweep(Map<String, Function<Sketch, Value>> models, int opset) {
    Sweep sweep = new Sweep(2e-3);
    models.forEach(
        (title, recipe) -> {
          for (long seed = 0; seed < 6; seed++) {
            sweep.add(title, recipe, opset, seed, 0);
          }
        });
    System.out.printf(
        "extensions, opset %d: %s ran, with blocks %s, refused by ONNX Runtime: %s%n",
        opset, sweep.ran(), sweep.blocks(), sweep.refused());
    assertThat(sweep.failures()).isEmpty();
    assertThat(sweep.ran().keySet()).isEqualTo(models.keySet());
    return sweep;
  }

  @ParameterizedTest
  @ValueSource(ints = {13, 17, 21})
  void whatIsLinearBecomesBlocks(int opset) {
    Sweep sweep = sweep(ExtensionSketches.linear(), opset);
    assertThat(sweep.blocks()).isEqualTo(sweep.ran());
  }

  @ParameterizedTest
  @ValueSource(ints = {13, 17, 21})
  void allOthersPassThroughUntouched(int opset) {
    sweep(ExtensionSketches.other(), opset);
  }

  @ParameterizedTest
  @ValueSource(ints = {23, 24})
  void theStandardsAttentionLeavesItsProjectionsToHardware(int opset) {
    Sweep sweep = sweep(Map.of("Attention", ExtensionSketches::attention), opset);
    assertThat(sweep.blocks()).isEqualTo(sweep.ran());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Attention with past", "QAttention"})
  void whatKeepsItsProjectionsSaysWhy(String title) {
    Sketch s = new Sketch(17, 0);
    s.output(ExtensionSketches.other().get(title).apply(s));
    List<Diagnostic> warnings = new ArrayList<>();
    Normalization.run(
        s.network(), title, new Session(Settings.defaults(), Reporter.SILENT), warnings);
    assertThat(warnings).extracting(Diagnostic::code).containsExactly(DiagnosticCode.STAYS_ON_HOST);
    assertThat(warnings.get(0).message()).contains("Attention");
  }
}
