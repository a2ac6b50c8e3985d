package pnnc.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import pnnc.base.bytes.ByteSource;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.base.shape.Shape;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.Value;
import pnnc.onnx.read.OnnxReader;
import pnnc.onnx.tensor.ExternalData;
import pnnc.onnx.wire.Fields;
import pnnc.onnx.wire.WireMessage;

/** Weights in other files: where they are looked for, and what is refused unopened. */
class ExternalDataTest {
  private static final byte[] FILE = new byte[4096 + 8];

  private final List<String> opened = new ArrayList<>();
  private final ExternalData folder =
      location -> {
        opened.add(location);
        return ByteSource.of(location, FILE);
      };

  @Test
  void aRegionOfAFileBecomesAConstant() {
    WireMessage graph =
        Onnx.graph(Onnx.node("Sum", "x a b", "y"))
            .message(Fields.Graph.INITIALIZER, external("a", "sub/w.bin", "4096", "8"))
            .message(Fields.Graph.INITIALIZER, external("b", "sub/w.bin", "", ""));
    Map<Value, Tensor> constants = read(graph).constants();
    assertThat(constants.get(new Value("a"))).isEqualTo(Tensor.ofFloats(Shape.of(2), 0, 0));
    assertThat(constants.get(new Value("b")).bytes().size()).isEqualTo(8);
    assertThat(opened).containsExactly("sub/w.bin");
  }

  static Stream<String> refusedPaths() {
    return Stream.of(
        "",
        "..",
        "../w.bin",
        "sub/../../w.bin",
        "sub/..",
        "/etc/passwd",
        "//host/share",
        "\\\\host\\share",
        "..\\w.bin",
        "C:w.bin",
        "c:/w.bin",
        "w.bin\0.txt",
        "w\n.bin",
        "a/".repeat(3000));
  }

  @ParameterizedTest
  @MethodSource("refusedPaths")
  void pathsThatLeaveTheFolderAreNotEvenOpened(String path) {
    Diagnostic fault = fault(external("w", path, "", ""));
    assertThat(fault.code()).isEqualTo(DiagnosticCode.EXTERNAL_PATH);
    assertThat(fault.message()).hasSizeLessThan(200).doesNotContain("\n", "\0");
    assertThat(opened).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "4100, 8, PNN3011",
    "4096, 16, PNN3009",
    "4096, 4, PNN3009",
    "-1, 8, PNN3009",
    "nine, 8, PNN3009",
    "999999999999999999, 8, PNN3011",
    "9999999999999999999, 8, PNN3009",
    "0, -8, PNN3009"
  })
  void regionsThatAreNotThereAreRefused(String offset, String length, String code) {
    assertThat(fault(external("w", "w.bin", offset, length)).code().id()).isEqualTo(code);
  }

  @Test
  void aModelWithoutAFolderHasNoExternalData() {
    Diagnostic fault = Onnx.faults(Onnx.model(graph(external("w", "w.bin", "", "")))).get(0);
    assertThat(fault.code()).isEqualTo(DiagnosticCode.EXTERNAL_DATA);
    assertThat(fault.place().orElseThrow().describe()).isEqualTo("test.onnx initializer w");
  }

  private Diagnostic fault(WireMessage initializer) {
    try {
      read(graph(initializer));
    } catch (DiagnosedException e) {
      return e.diagnostics().get(0);
    }
    throw new AssertionError("the model was accepted");
  }

  private static WireMessage graph(WireMessage initializer) {
    return Onnx.graph(Onnx.node("Add", "x w", "y")).message(Fields.Graph.INITIALIZER, initializer);
  }

  private Graph read(WireMessage graph) {
    ByteSource model = Onnx.source(Onnx.bytes(Onnx.model(graph)));
    return OnnxReader.read(model, folder, new Diagnostics()).graph();
  }

  private static WireMessage external(String name, String path, String offset, String length) {
    WireMessage tensor =
        new WireMessage()
            .varint(Fields.Tensor.DIMS, 2)
            .varint(Fields.Tensor.DATA_TYPE, 1)
            .text(Fields.Tensor.NAME, name)
            .varint(Fields.Tensor.DATA_LOCATION, 1);
    entry(tensor, "location", path);
    entry(tensor, "offset", offset);
    entry(tensor, "length", length);
    return tensor;
  }

  private static void entry(WireMessage tensor, String key, String value) {
    if (key.equals("location") || !value.isEmpty()) {
      tensor.message(Fields.Tensor.EXTERNAL_DATA, new WireMessage().text(1, key).text(2, value));
    }
  }
}
