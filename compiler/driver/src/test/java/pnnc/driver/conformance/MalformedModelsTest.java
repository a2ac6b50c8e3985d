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
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.driver.Reporter;
import pnnc.driver.Session;
import pnnc.driver.Settings;
import pnnc.driver.model.ModelLoader;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Network;
import pnnc.ir.network.Node;
import pnnc.ir.network.Value;
import pnnc.onnx.write.OnnxWriter;
import pnnc.sim.runtime.OnnxSession;
import pnnc.sim.runtime.SessionSettings;

/**
 * Hundreds of models, each wrong in one way: whatever ONNX Runtime loads, pnnc must read; what it
 * refuses for its form, pnnc must refuse too and name the place.
 */
class MalformedModelsTest {
  /**
   * What says that the form is right, but no kernel runs it: types without a kernel, sizes that do
   * not fit, an attribute that the standard lets one leave out.
   */
  private static final List<String> BEYOND_FORM =
      List.of("Could not find an implementation", "ShapeInferenceError", "during initialization");

  private static final Map<String, Function<Sketch, Value>> MODELS = new LinkedHashMap<>();

  static {
    MODELS.put("Relu", s -> s.op("Relu", s.input(2, 3)));
    MODELS.put("Add", s -> s.op("Add", s.input(2, 3), s.constant(s.floats(3))));
    MODELS.put("Conv", MalformedModelsTest::conv);
    MODELS.put("Gemm", MalformedModelsTest::gemm);
    MODELS.put("MatMul", s -> s.op("MatMul", s.input(2, 3), s.constant(s.floats(3, 2))));
    MODELS.put("Softmax", s -> s.op("Softmax", number("axis", 1), s.input(2, 3)));
    MODELS.put("Concat", s -> s.op("Concat", number("axis", 1), s.input(2, 3), s.input(2, 3)));
    MODELS.put("Cast", s -> s.op("Cast", LinearSketches.to(ElementType.F64), s.input(2, 3)));
    MODELS.put("Reshape", s -> s.op("Reshape", s.input(2, 3), s.longs(3, 2)));
    MODELS.put("Gather", s -> s.op("Gather", number("axis", 0), s.input(2, 3), s.longs(1)));
    MODELS.put(
        "Transpose", s -> s.op("Transpose", Map.of("perm", Attribute.ofInts(1, 0)), s.input(2, 3)));
    MODELS.put(
        "LeakyRelu", s -> s.op("LeakyRelu", Map.of("alpha", Attribute.of(0.5f)), s.input(2, 3)));
    MODELS.put("RNN", RecurrentSketches::rnn);
    MODELS.put(
        "Where",
        s ->
            s.op(
                "Where",
                s.constant(s.integers(ElementType.BOOL, 0, 1, 3)),
                s.input(2, 3),
                s.input(3)));
    MODELS.put(
        "QuickGelu",
        s -> s.microsoft("QuickGelu", Map.of("alpha", Attribute.of(1f)), s.input(2, 3)));
  }

  @TempDir Path folder;

  private static Map<String, Attribute> number(String name, long value) {
    return Map.of(name, Attribute.of(value));
  }

  private static Value conv(Sketch s) {
    Map<String, Attribute> attributes = Sketch.attributes();
    attributes.put("group", Attribute.of(1L));
    attributes.put("strides", Attribute.ofInts(1, 1));
    attributes.put("auto_pad", Attribute.of("VALID"));
    return s.op("Conv", attributes, s.input(1, 2, 4, 4), s.constant(s.floats(2, 2, 1, 1)));
  }

  private static Value gemm(Sketch s) {
    Map<String, Attribute> attributes = Sketch.attributes();
    attributes.put("alpha", Attribute.of(2f));
    attributes.put("transB", Attribute.of(1L));
    return s.op("Gemm", attributes, s.input(2, 3), s.constant(s.floats(2, 3)));
  }

  @Test
  void pnncRefusesWhatOnnxRuntimeRefusesAndNothingElse() throws IOException {
    List<String> tooStrict = new ArrayList<>();
    List<String> tooLenient = new ArrayList<>();
    Map<String, Integer> counts = new TreeMap<>();
    for (String title : MODELS.keySet()) {
      for (int opset : new int[] {13, 21}) {
        Sketch s = new Sketch(opset, 3);
        s.output(s.op("Identity", MODELS.get(title).apply(s)));
        Network right = s.network();
        assertThat(ours(right)).as(title).isEmpty();
        Node victim =
            right.graph().nodes().stream()
                .filter(n -> n.op().name().equals(title))
                .findFirst()
                .orElseThrow();
        Malformations.of(right, victim)
            .forEach(
                (what, wrong) ->
                    compare(
                        "%s %d, %s".formatted(title, opset, what),
                        wrong,
                        tooStrict,
                        tooLenient,
                        counts));
      }
    }
    System.out.printf("malformed models: %s, beyond pnnc: %d%n", counts, tooLenient.size());
    assertThat(tooStrict).isEmpty();
    assertThat(tooLenient).isEmpty();
    assertThat(counts.get("both refuse")).isGreaterThan(200);
  }

  private void compare(
      String what,
      Network wrong,
      List<String> tooStrict,
      List<String> tooLenient,
      Map<String, Integer> counts) {
    String theirs = theirs(wrong);
    List<Diagnostic> ours = ours(wrong);
    String outcome = (ours.isEmpty() ? "pnnc accepts" : "pnnc refuses");
    counts.merge(
        theirs.isEmpty() == ours.isEmpty()
            ? (ours.isEmpty() ? "both accept" : "both refuse")
            : outcome,
        1,
        Integer::sum);
    if (theirs.isEmpty() && !ours.isEmpty()) {
      tooStrict.add(what + ": " + ours.get(0).message());
    } else if (!theirs.isEmpty()
        && ours.isEmpty()
        && BEYOND_FORM.stream().noneMatch(theirs::contains)) {
      tooLenient.add(what + ": " + theirs);
    }
  }

  private static String theirs(Network network) {
    try (OnnxSession session =
        OnnxSession.open(OnnxWriter.toBytes(network), SessionSettings.PLAIN)) {
      return session.outputNames().isEmpty() ? "no outputs" : "";
    } catch (DiagnosedException e) {
      return e.getMessage();
    }
  }

  private List<Diagnostic> ours(Network network) {
    try {
      Path file = Files.write(folder.resolve("m.onnx"), OnnxWriter.toBytes(network));
      ModelLoader.load(file, new Session(Settings.defaults(), Reporter.SILENT));
      return List.of();
    } catch (DiagnosedException e) {
      return e.diagnostics();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
