package pnnc.frontend.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.frontend.source.SourceText;
import pnnc.frontend.testing.Golden;

/** What is said of faults in units, hardware, placement and checks, word by word. */
class HardwareDiagnosticsTest {
  /** Need an option or a reader, not a file: see OverridesTest and ProcessReaderTest. */
  private static final Set<String> ELSEWHERE = Set.of("PNN4026", "PNN4044");

  static List<Path> programs() {
    return Golden.programs("hardware", "PNN", "several");
  }

  @ParameterizedTest
  @MethodSource("programs")
  void faultsAreSaidInTheseWords(Path program) throws IOException {
    List<Diagnostic> faults = lint(program);
    String name = program.getFileName().toString();
    if (name.startsWith("PNN")) {
      assertThat(faults).extracting(d -> d.code().id()).containsOnly(name.substring(0, 7));
    }
    Golden.compare(program, ".err", Golden.render(faults));
  }

  private static List<Diagnostic> lint(Path program) throws IOException {
    String name = program.getFileName().toString();
    return Program.of(new SourceText(name, Files.readString(program))).lint();
  }

  @Test
  void everyCodeHasAProgramThatProvokesIt() throws IOException {
    Set<String> provoked = new TreeSet<>(ELSEWHERE);
    for (Path program : programs()) {
      lint(program).forEach(d -> provoked.add(d.code().id()));
    }
    assertThat(provoked)
        .containsAll(
            Arrays.stream(DiagnosticCode.values())
                .map(DiagnosticCode::id)
                .filter(id -> id.matches("PNN(24\\d\\d|40[1-9]\\d|600\\d|6010)"))
                .toList());
  }
}
