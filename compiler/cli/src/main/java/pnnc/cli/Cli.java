package pnnc.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.diagnostics.ExitStatus;
import pnnc.base.diagnostics.Severity;
import pnnc.cli.command.GlobalOptions;
import pnnc.cli.command.Run;
import pnnc.cli.report.CliReporter;
import pnnc.cli.report.Console;
import pnnc.cli.report.Output;
import pnnc.driver.CrashFile;
import pnnc.driver.Driver;
import pnnc.driver.Outcome;
import pnnc.driver.Session;

/**
 * One call of pnnc, from its arguments to its exit status. Whatever happens inside ends here as
 * messages and a status: the user never sees a stack trace.
 */
public final class Cli {
  private final Driver driver;
  private final Console console;
  private final List<Path> crashFolders;

  /**
   * A command line.
   *
   * @param crashFolders where a crash file may go, tried in order
   */
  public Cli(Driver driver, Console console, List<Path> crashFolders) {
    this.driver = driver;
    this.console = console;
    this.crashFolders = List.copyOf(crashFolders);
  }

  /** Runs {@code pnnc args…}. */
  public ExitStatus run(String... args) {
    List<String> words = Arrays.asList(args);
    CliReporter reporter = Presentation.guess(words, console).reporter(console);
    try {
      Invocation invocation = Invocation.parse(words);
      reporter = Presentation.of(invocation.line(), console).reporter(console);
      ExitStatus status = run(invocation, reporter);
      console.out().flush();
      return status;
    } catch (Output.Closed readerLeft) {
      return ExitStatus.OK;
    } catch (Exception | Error e) {
      return report(e, words, reporter);
    } finally {
      console.err().flush();
    }
  }

  private ExitStatus run(Invocation invocation, CliReporter reporter) throws IOException {
    Optional<Outcome> help = invocation.help();
    Outcome outcome = help.isPresent() ? help.get() : act(invocation, reporter);
    reporter.outcome(outcome);
    return outcome.status();
  }

  private Outcome act(Invocation invocation, CliReporter reporter) throws IOException {
    Session session = new Session(GlobalOptions.settings(invocation.line()), reporter);
    if (session.settings().cache().isPresent()) {
      reporter.diagnostic(DiagnosticCode.NOT_YET.warning("--cache", "the backends"));
    }
    Run run = new Run(driver, session, console.out());
    return invocation.command().orElseThrow().run(invocation.line(), run);
  }

  /** Tells the user why the run ends here. */
  private ExitStatus report(Throwable failure, List<String> words, CliReporter reporter) {
    reporter.finish();
    if (failure instanceof CancellationException) {
      return ExitStatus.INTERRUPTED;
    }
    List<Diagnostic> diagnostics = diagnostics(failure, words);
    diagnostics.forEach(reporter::diagnostic);
    return diagnostics.stream()
        .filter(d -> d.severity() == Severity.ERROR)
        .findFirst()
        .map(d -> d.code().exit())
        .orElse(ExitStatus.INTERNAL);
  }

  private List<Diagnostic> diagnostics(Throwable failure, List<String> words) {
    if (failure instanceof DiagnosedException diagnosed) {
      return diagnosed.diagnostics();
    }
    if (failure instanceof Output.Failed || failure instanceof IOException) {
      String why = String.valueOf(failure.getMessage());
      return List.of(DiagnosticCode.FILE_UNWRITABLE.error("standard output", why));
    }
    return List.of(failure instanceof OutOfMemoryError ? outOfMemory() : crash(failure, words));
  }

  private static Diagnostic outOfMemory() {
    long mebibytes = Runtime.getRuntime().maxMemory() >> 20;
    return DiagnosticCode.OUT_OF_MEMORY
        .error(mebibytes)
        .help("give it more: PNNC_JAVA_OPTS=-Xmx%dm".formatted(2 * mebibytes));
  }

  private Diagnostic crash(Throwable failure, List<String> words) {
    Optional<Path> file = CrashFile.write(crashFolders, words, failure);
    String what = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    Diagnostic diagnostic =
        DiagnosticCode.INTERNAL.error(failure.getClass().getSimpleName() + ": " + what);
    return file.map(path -> diagnostic.help("details are in " + path)).orElse(diagnostic);
  }
}
