package pnnc.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.diagnostics.Paint;
import pnnc.base.diagnostics.Severity;
import pnnc.cli.Terminal;

class HumanReporterTest {
  private final Terminal terminal = new Terminal();

  private HumanReporter reporter(boolean moving, Verbosity verbosity, ProgressMode mode) {
    return new HumanReporter(terminal.console(moving), new Paint(false), verbosity, mode);
  }

  private void work(HumanReporter reporter, int items, double secondsEach) {
    reporter.phase("read model");
    for (int i = 1; i <= items; i++) {
      terminal.pass(secondsEach);
      reporter.progress("nodes", i, items);
    }
    reporter.finish();
  }

  @Test
  void elsewhereThereIsALinePerTenPercent() {
    work(reporter(false, Verbosity.NORMAL, ProgressMode.AUTO), 1000, 0.01);
    assertThat(terminal.err().lines())
        .hasSize(10)
        .contains("read model:  50 %, 500 of 1000 nodes, 100/s, 5 s left")
        .last()
        .isEqualTo("read model: 100 %, 1000 of 1000 nodes, 100/s");
  }

  @Test
  void onATerminalOneLineMovesAndGoes() {
    work(reporter(true, Verbosity.NORMAL, ProgressMode.AUTO), 1000, 0.01);
    assertThat(terminal.err()).doesNotContain("\n").contains("500 of 1000").endsWith("\r\u001b[K");
    assertThat(terminal.err().split("\r", -1).length)
        .as("redrawn 10 times a second")
        .isLessThan(110);
  }

  @Test
  void aMessageTakesThePlaceOfTheLine() {
    HumanReporter reporter = reporter(true, Verbosity.NORMAL, ProgressMode.AUTO);
    reporter.phase("p");
    terminal.pass(1);
    reporter.progress("samples", 1, 0);
    reporter.diagnostic(DiagnosticCode.USAGE.warning("w"));
    assertThat(terminal.err())
        .isEqualTo("\r\u001b[Kp: 1 samples, 1.0/s\r\u001b[Kwarning[PNN0001]: w\n");
  }

  @ParameterizedTest
  @CsvSource({"NORMAL, NONE", "QUIET, AUTO"})
  void progressCanBeHadOff(Verbosity verbosity, ProgressMode mode) {
    work(reporter(false, verbosity, mode), 10, 1);
    assertThat(terminal.err()).isEmpty();
  }

  @Test
  void shortPhasesShowNothing() {
    work(reporter(false, Verbosity.NORMAL, ProgressMode.AUTO), 1000, 0.0001);
    assertThat(terminal.err()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"QUIET, 1", "NORMAL, 2", "VERBOSE, 5"})
  void verbosityChooses(Verbosity verbosity, int lines) {
    HumanReporter reporter = reporter(false, verbosity, ProgressMode.AUTO);
    reporter.phase("p");
    reporter.diagnostic(DiagnosticCode.USAGE.error("e"));
    reporter.diagnostic(DiagnosticCode.USAGE.warning("w"));
    reporter.diagnostic(DiagnosticCode.USAGE.warning("n").as(Severity.NOTE));
    reporter.artifact(Path.of("out/design.json"), 12);
    assertThat(terminal.err().lines()).hasSize(lines);
  }

  @ParameterizedTest
  @CsvSource({
    "0.2, 1 s",
    "59.5, 1 min 0 s",
    "61, 1 min 1 s",
    "3600, 1 h 0 min",
    "9000, 2 h 30 min"
  })
  void durationsAreReadable(double seconds, String text) {
    assertThat(Pace.duration(seconds)).isEqualTo(text);
  }
}
