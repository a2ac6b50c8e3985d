package pnnc.driver.conformance;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;

/** The models and cases of others that tests use when their folder is there. */
final class SharedModels {
  private static final Path ROOT = Path.of(System.getProperty("pnnc.shared", "shared"));

  /** Cases that end otherwise than the index says, because they are asked otherwise here. */
  private static final Map<String, Boolean> ASKED_OTHERWISE =
      Map.of(
          // Without optimisation ONNX Runtime makes a cast of a wrong type and refuses the model.
          "onnx-node/node/test_attention_4d_gqa_with_past_and_present_fp16_expanded", false);

  private SharedModels() {}

  static Path conformanceFolder() {
    return ROOT.resolve("conformance");
  }

  /** ONNX's own cases; skips the test, plainly, where they are not. */
  static List<ModelCase> conformance() {
    return required(conformanceFolder());
  }

  /** Real models with inputs and outputs, those that must be refused left out. */
  static List<ModelCase> models() {
    return required(ROOT.resolve("models")).stream()
        .filter(c -> !c.name().startsWith("unsupported-"))
        .toList();
  }

  /** Models that must be refused. */
  static List<ModelCase> unsupported() {
    return required(ROOT.resolve("models")).stream()
        .filter(c -> c.name().startsWith("unsupported-"))
        .toList();
  }

  /** All cases and all models that should work. */
  static List<ModelCase> all() {
    List<ModelCase> all = new ArrayList<>(conformance());
    all.addAll(models());
    return all;
  }

  /**
   * Whether ONNX Runtime passes a case or model, by name, for those that are here and of which it
   * is known: what the index of the cases says, and every real model.
   */
  static Map<String, Boolean> knownReference() {
    Map<String, CaseIndex.Entry> index = CaseIndex.of(conformanceFolder());
    Map<String, Boolean> known = new TreeMap<>();
    for (ModelCase model : conformance()) {
      Optional.ofNullable(index.get(model.name()))
          .flatMap(CaseIndex.Entry::reference)
          .ifPresent(passes -> known.put(model.name(), passes));
    }
    known.replaceAll(ASKED_OTHERWISE::getOrDefault);
    models().forEach(model -> known.put(model.name(), true));
    return known;
  }

  private static List<ModelCase> required(Path folder) {
    List<ModelCase> cases = ModelCase.below(folder);
    Assumptions.assumeFalse(cases.isEmpty(), "skipped: there are no models in " + folder);
    return cases;
  }
}
