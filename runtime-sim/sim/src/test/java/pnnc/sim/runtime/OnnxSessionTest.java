package pnnc.sim.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.shape.Shape;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Node;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.ValueType;
import pnnc.onnx.write.OnnxWriter;
import pnnc.sim.Graphs;
import pnnc.sim.ResidentMemory;

class OnnxSessionTest {
  private static final byte[] HALF_TO_DOUBLE =
      OnnxWire.castModel(ElementType.F32, ElementType.F64, 21);

  @Test
  void runsAModelOnTensors() {
    try (OnnxSession session = OnnxSession.open(HALF_TO_DOUBLE, SessionSettings.DEFAULT)) {
      assertThat(session.inputNames()).containsExactly("x");
      assertThat(session.outputNames()).containsExactly("y");
      assertThat(session.run(Map.of("x", Tensor.ofFloats(Shape.of(2), 1.5f, -2))))
          .isEqualTo(Map.of("y", Tensor.ofDoubles(Shape.of(2), 1.5, -2)));
    }
  }

  @Test
  void knowsTheTypesOfItsInputs() {
    Tensor constant = Tensor.ofLongs(1, 2, 3);
    try (OnnxSession session =
        OnnxSession.open(OnnxWire.constantModel(constant, 21), SessionSettings.PLAIN)) {
      assertThat(session.inputs()).isEmpty();
      assertThat(session.outputs())
          .isEqualTo(Map.of("c", ValueType.tensor(ElementType.I64, Shape.of(3))));
    }
  }

  @Test
  void opensAFile(@TempDir Path folder) throws IOException {
    Path model = Files.write(folder.resolve("cast.onnx"), HALF_TO_DOUBLE);
    try (OnnxSession session = OnnxSession.open(model, SessionSettings.DEFAULT)) {
      assertThat(session.inputNames()).containsExactly("x");
    }
  }

  @Test
  void refusalIsOneLineWithTheRuntimesOwnWords() {
    assertThatThrownBy(() -> OnnxSession.open(new byte[] {1, 2, 3}, SessionSettings.DEFAULT))
        .isInstanceOfSatisfying(
            DiagnosedException.class,
            e -> {
              assertThat(e.diagnostics()).hasSize(1);
              assertThat(e.diagnostics().get(0).code()).isEqualTo(DiagnosticCode.REFERENCE_REFUSED);
              assertThat(e.diagnostics().get(0).message())
                  .contains("protobuf parsing failed")
                  .doesNotContain("\n", "Error code");
            });
  }

  @Test
  void aProcessThatEndsBeforeItIsLoadedIsCancelled() throws IOException {
    String java = ProcessHandle.current().info().command().orElse("java");
    String classes = System.getProperty("java.class.path");
    Process process = new ProcessBuilder(java, "-cp", classes, EndingMain.class.getName()).start();
    String thrown = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(thrown).isEqualTo(CancellationException.class.getName());
  }

  @Test
  void wrongInputIsRefused() {
    try (OnnxSession session = OnnxSession.open(HALF_TO_DOUBLE, SessionSettings.DEFAULT)) {
      Map<String, Tensor> wrongType = Map.of("x", Tensor.ofLongs(1));
      assertThatThrownBy(() -> session.run(wrongType)).isInstanceOf(DiagnosedException.class);
      assertThatThrownBy(() -> session.run(Map.of())).isInstanceOf(DiagnosedException.class);
    }
  }

  @Test
  void missingLibraryIsAnEnvironmentFault() {
    Error failure = new ExceptionInInitializerError(new UnsatisfiedLinkError("no lib\n here"));
    assertThat(Ort.unavailable(failure).diagnostics().get(0).code())
        .isEqualTo(DiagnosticCode.RUNTIME_UNAVAILABLE);
    assertThat(Ort.unavailable(failure)).hasMessageContaining("no lib here");
  }

  @Test
  void severalSessionsReadOneCopyOfAConstant() {
    Tensor weight = Tensor.ofFloats(Shape.of(400), new float[400]);
    byte[] lacksWeight =
        OnnxWriter.toBytes(Graphs.network(new Graphs().node("Neg", "y", "w").out("y")));
    try (HostValue shared = HostValue.of(weight);
        OnnxSession one = openWith(lacksWeight, shared);
        OnnxSession two = openWith(lacksWeight, shared)) {
      assertThat(one.run(Map.of())).isEqualTo(two.run(Map.of())).containsOnlyKeys("y");
    }
  }

  private static OnnxSession openWith(byte[] model, HostValue constant) {
    return OnnxSession.open(model, Map.of("w", constant), SessionSettings.DEFAULT);
  }

  @Test
  void sequencesAreHeldAndTakenApart() {
    ValueType row = ValueType.tensor(ElementType.F32, Shape.of(2));
    byte[] model =
        OnnxWriter.toBytes(
            Graphs.network(
                new Graphs().in("x", row).node("SequenceConstruct", "s", "x", "x").out("s")));
    Tensor x = Tensor.ofFloats(Shape.of(2), 1, 2);
    try (OnnxSession session = OnnxSession.open(model, SessionSettings.DEFAULT);
        HostValue input = HostValue.of(x);
        HostValue sequence = session.runHeld(Map.of("x", input), List.of("s")).get("s")) {
      assertThat(sequence.isTensor()).isFalse();
      List<HostValue> items = sequence.items();
      assertThat(items).extracting(HostValue::tensor).containsExactly(x, x);
      items.forEach(HostValue::close);
      assertThatThrownBy(() -> session.run(Map.of("x", x))).isInstanceOf(DiagnosedException.class);
    }
  }

  @Test
  void aThousandRunsKeepNativeMemoryBounded() throws IOException {
    Tensor quarterMegabyte = Tensor.ofFloats(Shape.of(65_536), new float[65_536]);
    try (OnnxSession session = OnnxSession.open(HALF_TO_DOUBLE, SessionSettings.DEFAULT);
        HostValue input = HostValue.of(quarterMegabyte)) {
      runOften(session, input, 100);
      long before = ResidentMemory.megabytes();
      runOften(session, input, 1_000);
      assertThat(ResidentMemory.megabytes() - before)
          .as("MB grown; a leak makes 500")
          .isLessThan(150);
    }
  }

  private static void runOften(OnnxSession session, HostValue input, int times) {
    for (int i = 0; i < times; i++) {
      session.runHeld(Map.of("x", input), List.of("y")).values().forEach(HostValue::close);
    }
  }

  @Test
  void optionalOutputsAreRefused() {
    ValueType type = ValueType.tensor(ElementType.F32, Shape.of(2));
    Node none = Node.of("Optional", List.of(), Graphs.v("o")).with("type", typeAttribute(type));
    byte[] model = OnnxWriter.toBytes(Graphs.network(new Graphs().node(none).out("o")));
    try (OnnxSession session = OnnxSession.open(model, SessionSettings.DEFAULT)) {
      assertThatThrownBy(() -> session.run(Map.of())).isInstanceOf(DiagnosedException.class);
    }
  }

  private static Attribute typeAttribute(ValueType type) {
    return new Attribute.TypeValue(type);
  }
}
