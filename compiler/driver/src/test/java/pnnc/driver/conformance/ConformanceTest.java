package pnnc.driver.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.driver.Reporter;
import pnnc.driver.Session;
import pnnc.driver.Settings;
import pnnc.driver.model.ModelLoader;

/**
 * ONNX's published cases and real models: whatever ONNX Runtime computes right, it must still
 * compute right after pnnc has been through it.
 */
class ConformanceTest {
  /** Cases that may fail where ONNX Runtime passes, with the reason. There are none. */
  private static final Map<String, String> EXCEPTIONS = Map.of();

  @ParameterizedTest
  @EnumSource(
      value = Road.class,
      names = {"EXPORT", "PASSES", "BLOCKS"})
  void whatOnnxRuntimePassesStillPasses(Road road) {
    Map<String, List<String>> failures = new TreeMap<>();
    int passed = 0;
    List<ModelCase> cases = SharedModels.all();
    for (ModelCase model : cases) {
      if (Road.REFERENCE.failures(model).isEmpty()) {
        List<String> wrong = road.failures(model);
        if (wrong.isEmpty()) {
          passed++;
        } else if (!EXCEPTIONS.containsKey(model.name())) {
          failures.put(model.name(), wrong);
        }
      }
    }
    System.out.printf(
        "%s: %d passed / %d that ONNX Runtime passes / %d cases%n",
        road, passed, passed + failures.size() + EXCEPTIONS.size(), cases.size());
    assertThat(failures).isEmpty();
    assertThat(passed).isGreaterThan(0);
  }

  @Test
  void unsupportedModelsAreRefusedByTheNameOfTheOperator() {
    Map<String, List<String>> messages = new LinkedHashMap<>();
    for (ModelCase model : SharedModels.unsupported()) {
      messages.put(model.name(), refusal(model));
    }
    assertThat(messages.get("unsupported-legacy-style-transfer"))
        .anyMatch(m -> m.contains("ImageScaler"))
        .anyMatch(m -> m.contains("Crop"))
        .anyMatch(m -> m.contains("Affine"));
    assertThat(messages.get("unsupported-integer-kws-pact"))
        .anyMatch(m -> m.contains("RequantShift"));
  }

  private static List<String> refusal(ModelCase model) {
    List<String> messages = new ArrayList<>();
    try {
      ModelLoader.load(model.model(), new Session(Settings.defaults(), Reporter.SILENT));
    } catch (DiagnosedException e) {
      e.diagnostics().stream()
          .filter(d -> d.code() == DiagnosticCode.OPERATOR_UNKNOWN)
          .forEach(d -> messages.add(d.message()));
    }
    return messages;
  }
}
