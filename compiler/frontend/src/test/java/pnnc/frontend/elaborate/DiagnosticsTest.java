package pnnc.frontend.elaborate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.base.shape.Shape;
import pnnc.frontend.ast.Item;
import pnnc.frontend.program.Modules;
import pnnc.frontend.testing.Golden;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorWriter;

/** What is said of programs that mean nothing. */
class DiagnosticsTest {
  /** Said of the choice of a network, which the driver makes. */
  private static final Set<DiagnosticCode> ELSEWHERE =
      Set.of(DiagnosticCode.NET_UNKNOWN, DiagnosticCode.NET_AMBIGUOUS, DiagnosticCode.NET_NONE);

  static final WeightFiles WEIGHTS =
      MemoryWeights.files(
          Map.of(
              "fc1.weight", zeros(128, 784),
              "fc1.bias", zeros(128),
              "fc2.weight", zeros(10, 128),
              "fc2.bias", zeros(10)));

  private static Tensor zeros(long... sizes) {
    return new TensorWriter(ElementType.F32, Shape.of(sizes)).build();
  }

  static List<Path> programs() {
    return Golden.programs("diagnostics", "PNN2");
  }

  @ParameterizedTest
  @MethodSource("programs")
  void everyFaultIsToldAsAgreed(Path program) throws IOException {
    String name = program.getFileName().toString();
    Diagnostics diagnostics = new Diagnostics();
    Modules modules = Programs.load(name, Files.readString(program), diagnostics);
    Elaborator elaborator =
        new Elaborator(modules, diagnostics, Findings.NONE, new Bounds(1000, 5000));
    elaborator.checkFunctions();
    for (Item.Net net : elaborator.nets()) {
      elaborator.network(net, WEIGHTS, Map.of());
    }
    assertThat(diagnostics.all()).extracting(d -> d.code().id()).contains(name.substring(0, 7));
    Golden.compare(program, ".err", Golden.render(diagnostics.all()));
  }

  static Stream<DiagnosticCode> codes() {
    return Arrays.stream(DiagnosticCode.values())
        .filter(code -> code.id().matches("PNN2[01]\\d\\d"))
        .filter(code -> !ELSEWHERE.contains(code));
  }

  @ParameterizedTest
  @MethodSource("codes")
  void everyCodeIsProvoked(DiagnosticCode code) {
    assertThat(programs()).anyMatch(p -> p.getFileName().toString().startsWith(code.id()));
  }
}
