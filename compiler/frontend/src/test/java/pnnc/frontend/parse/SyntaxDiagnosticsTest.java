package pnnc.frontend.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.frontend.source.SourceText;
import pnnc.frontend.testing.Golden;

class SyntaxDiagnosticsTest {
  static List<Path> programs() {
    return Golden.programs("diagnostics", "PNN10");
  }

  @ParameterizedTest
  @MethodSource("programs")
  void everyFaultIsToldAsAgreed(Path program) throws IOException {
    String name = program.getFileName().toString();
    Diagnostics diagnostics = new Diagnostics();
    Parsing.parse(new SourceText(name, Files.readString(program)), diagnostics);
    assertThat(diagnostics.all()).extracting(d -> d.code().id()).contains(name.substring(0, 7));
    Golden.compare(program, ".err", Golden.render(diagnostics.all()));
  }

  static Stream<DiagnosticCode> codes() {
    return Arrays.stream(DiagnosticCode.values())
        .filter(code -> code.id().matches("PNN10[1-9]\\d"))
        .filter(code -> code != DiagnosticCode.SOURCE_TOO_LONG);
  }

  @ParameterizedTest
  @MethodSource("codes")
  void everyCodeIsProvoked(DiagnosticCode code) {
    assertThat(programs()).anyMatch(p -> p.getFileName().toString().startsWith(code.id()));
  }

  @Test
  void aFileThatIsNoProgramIsNotRead() {
    String text = "// " + "x".repeat(Limits.MOST_CHARACTERS);
    Diagnostics diagnostics = new Diagnostics();
    Parsing.parse(new SourceText("long.pnn", text), diagnostics);
    assertThat(diagnostics.all())
        .extracting(Diagnostic::code)
        .containsExactly(DiagnosticCode.SOURCE_TOO_LONG);
  }

  @Test
  void itemsWithoutFaultsAreKept() {
    String text = "fn f(x: int) -> int = x\nfn g(x: int) -> int = (\nfn h(x: int) -> int = x\n";
    Diagnostics diagnostics = new Diagnostics();
    var file = Parsing.parse(new SourceText("three.pnn", text), diagnostics);
    assertThat(file.items()).extracting(item -> item.name().text()).containsExactly("f", "h");
    assertThat(diagnostics.all()).hasSize(1);
  }
}
