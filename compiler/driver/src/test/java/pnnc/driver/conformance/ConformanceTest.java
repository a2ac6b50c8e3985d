package pnnc.driver.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.driver.Reporter;
import pnnc.driver.Session;
import pnnc.driver.Settings;
import pnnc.driver.model.ModelLoader;
import pnnc.ir.network.Network;

/**
 * ONNX's published cases and real models: whatever ONNX Runtime computes right, it must still
 * compute right after pnnc has been through it.
 */
class ConformanceTest {
  private static final Map<String, Boolean> REFERENCE = new ConcurrentHashMap<>();

  private static final Path TABLE =
      Path.of(System.getProperty("pnnc.root")).resolve("compiler/onnx/SUPPORT.md");

  @ParameterizedTest
  @EnumSource(
      value = Road.class,
      names = {"EXPORT", "PASSES"})
  void whatOnnxRuntimePassesStillPasses(Road road) {
    judge(road.name(), everyone(SharedModels.all(), model -> tried(model, road)));
  }

  /** The test that every backend stands on; the support table falls out of it. */
  @Test
  void cutIntoExactBlocksWhatOnnxRuntimePassesStillPasses() throws IOException {
    SupportTable table = SupportTable.of(SharedModels.conformanceFolder());
    List<Tried> all = everyone(SharedModels.all(), ConformanceTest::triedWithBlocks);
    all.forEach(t -> table.add(t.model(), t.reference(), t.passes(), t.physical()));
    judge("BLOCKS", all);
    compareWithDocumentation(table.markdown());
  }

  /**
   * What became of a case.
   *
   * @param reference whether ONNX Runtime passes it
   * @param wrong what the road makes wrong of it
   * @param physical whether any of it became a block when its weights are constant
   */
  private record Tried(ModelCase model, boolean reference, List<String> wrong, boolean physical) {
    boolean passes() {
      return reference && wrong.isEmpty();
    }
  }

  /** Cases know nothing of each other: every core takes some. The order stays. */
  private static List<Tried> everyone(List<ModelCase> cases, Function<ModelCase, Tried> attempt) {
    return cases.parallelStream().map(attempt).toList();
  }

  private static Tried tried(ModelCase model, Road road) {
    boolean reference = referencePasses(model);
    List<String> wrong = reference ? road.failures(model) : new ArrayList<>();
    return new Tried(model, reference, wrong, false);
  }

  private static Tried triedWithBlocks(ModelCase model) {
    Tried tried = tried(model, Road.BLOCKS);
    boolean physical =
        tried.reference() && BoundCase.applies(model) && boundIsPhysical(model, tried.wrong());
    return new Tried(model, tried.reference(), tried.wrong(), physical);
  }

  /** The same answer for every road, so that ONNX Runtime is asked once. */
  private static boolean referencePasses(ModelCase model) {
    return REFERENCE.computeIfAbsent(model.name(), n -> Road.REFERENCE.failures(model).isEmpty());
  }

  /** Runs {@code model} with its weights constant; says whether any of it became a block. */
  private static boolean boundIsPhysical(ModelCase model, List<String> wrong) {
    BoundCase bound = BoundCase.of(model);
    Network normal = Road.normalised(bound.network(), model.name());
    try (Road.Ready twin = Road.twin(normal)) {
      Closeness.difference(twin.run(bound.inputs()), bound.outputs())
          .ifPresent(d -> wrong.add("with constant weights: " + d));
      return twin.blocks() > 0;
    }
  }

  /** What ONNX Runtime passes must be what it is known to pass, and nothing of it may fail. */
  private static void judge(String road, List<Tried> all) {
    Map<String, List<String>> failures = new TreeMap<>();
    all.stream()
        .filter(t -> !t.wrong().isEmpty())
        .forEach(t -> failures.put(t.model().name(), t.wrong()));
    System.out.printf(
        "%s: %d passed / %d that ONNX Runtime passes / %d cases%n",
        road, count(all, Tried::passes), count(all, Tried::reference), all.size());
    assertThat(failures).isEmpty();
    Map<String, Boolean> known = SharedModels.knownReference();
    assertThat(known).as("cases that are here, of those whose outcome is known").isNotEmpty();
    Map<String, Boolean> surprises = new TreeMap<>();
    all.stream()
        .filter(t -> known.getOrDefault(t.model().name(), t.reference()) != t.reference())
        .forEach(t -> surprises.put(t.model().name(), t.reference()));
    assertThat(surprises).as("passed by ONNX Runtime against what the index says").isEmpty();
  }

  private static long count(List<Tried> all, Predicate<Tried> what) {
    return all.stream().filter(what).count();
  }

  private static void compareWithDocumentation(String table) throws IOException {
    String documented = Files.exists(TABLE) ? Files.readString(TABLE) : "";
    if (Boolean.getBoolean("golden.update") && !documented.equals(table)) {
      Files.writeString(TABLE, table);
    }
    assertThat(documented).isEqualTo(table);
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
