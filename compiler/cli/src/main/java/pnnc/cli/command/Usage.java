package pnnc.cli.command;

import java.util.Collection;
import java.util.List;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.diagnostics.Suggestion;

/** Command lines that make no sense. */
public final class Usage {
  private Usage() {}

  /** A mistake in general. */
  public static DiagnosedException error(String what) {
    return new DiagnosedException(DiagnosticCode.USAGE.error(what));
  }

  /** A mistake with a remedy. */
  public static DiagnosedException error(String what, String help) {
    return new DiagnosedException(DiagnosticCode.USAGE.error(what).help(help));
  }

  /** A mistake in the use of {@code command}. */
  static DiagnosedException in(Command command, String what) {
    return new DiagnosedException(
        DiagnosticCode.USAGE
            .error(what)
            .help("usage: pnnc %s [options] %s".formatted(command.name(), command.operands())));
  }

  /**
   * A word that nobody knows.
   *
   * @param kind {@code command}, {@code option}
   * @param known words that may have been meant
   */
  public static DiagnosedException unknown(String kind, String word, Collection<String> known) {
    Diagnostic diagnostic = DiagnosticCode.USAGE.error("there is no %s `%s`".formatted(kind, word));
    return new DiagnosedException(
        Suggestion.closest(word, known)
            .map(close -> diagnostic.help("did you mean `%s`?".formatted(close)))
            .orElse(diagnostic.help("`pnnc help` lists what there is")));
  }

  /** A value that is none of the choices. */
  static DiagnosedException noChoice(String option, String value, List<String> choices) {
    Diagnostic diagnostic =
        DiagnosticCode.USAGE.error(
            "%s %s: expected %s".formatted(option, value, String.join(" or ", choices)));
    return new DiagnosedException(
        Suggestion.closest(value, choices)
            .map(close -> diagnostic.help("did you mean `%s`?".formatted(close)))
            .orElse(diagnostic));
  }
}
