package pnnc.cli.report;

import java.nio.file.Path;
import java.util.Optional;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticText;
import pnnc.base.diagnostics.Paint;
import pnnc.base.diagnostics.Printable;
import pnnc.base.diagnostics.Severity;
import pnnc.driver.Outcome;

/** Speaks to people. */
public final class HumanReporter implements CliReporter {
  private final Console console;
  private final DiagnosticText renderer;
  private final Verbosity verbosity;
  private final Optional<ProgressLine> progress;

  /** A reporter; {@code progress} is {@code NONE} for a quiet one. */
  public HumanReporter(Console console, Paint paint, Verbosity verbosity, ProgressMode mode) {
    this.console = console;
    this.renderer = new DiagnosticText(paint, console.columns());
    this.verbosity = verbosity;
    this.progress = progress(console, verbosity, mode);
  }

  private static Optional<ProgressLine> progress(
      Console console, Verbosity verbosity, ProgressMode mode) {
    if (mode == ProgressMode.NONE || verbosity == Verbosity.QUIET) {
      return Optional.empty();
    }
    boolean moving = mode == ProgressMode.AUTO && console.terminal();
    return Optional.of(new ProgressLine(console, moving));
  }

  @Override
  public synchronized void phase(String name) {
    progress.ifPresent(p -> p.phase(name));
    if (verbosity == Verbosity.VERBOSE) {
      say(name + "\n");
    }
  }

  @Override
  public synchronized void progress(String unit, long done, long total) {
    progress.ifPresent(p -> p.show(unit, done, total));
  }

  @Override
  public synchronized void diagnostic(Diagnostic diagnostic) {
    if (isWanted(diagnostic.severity())) {
      say(renderer.render(diagnostic));
    }
  }

  private boolean isWanted(Severity severity) {
    return switch (severity) {
      case ERROR -> true;
      case WARNING -> verbosity != Verbosity.QUIET;
      case NOTE -> verbosity == Verbosity.VERBOSE;
    };
  }

  @Override
  public synchronized void artifact(Path path, long bytes) {
    if (verbosity == Verbosity.VERBOSE) {
      say("wrote %s (%d bytes)\n".formatted(Printable.line(path.toString()), bytes));
    }
  }

  private void say(String text) {
    progress.ifPresent(ProgressLine::erase);
    console.err().print(text);
    console.err().flush();
  }

  @Override
  public synchronized void outcome(Outcome outcome) {
    finish();
    console.out().print(outcome.text());
  }

  @Override
  public synchronized void finish() {
    progress.ifPresent(ProgressLine::erase);
    console.err().flush();
  }
}
