package pnnc.driver.conformance;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** The models and cases of others that tests use when their folder is there. */
final class SharedModels {
  private static final Path ROOT = Path.of(System.getProperty("pnnc.shared", "shared"));

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

  private static List<ModelCase> required(Path folder) {
    List<ModelCase> cases = ModelCase.below(folder);
    Assumptions.assumeFalse(cases.isEmpty(), "skipped: there are no models in " + folder);
    return cases;
  }
}
