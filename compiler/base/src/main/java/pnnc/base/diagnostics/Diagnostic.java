package pnnc.base.diagnostics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One thing the user should know: what is wrong, where, and what to do about it.
 *
 * @param code what kind of fault; fixes the wording
 * @param severity whether it stops the phase
 * @param message one sentence with the values of this case
 * @param place where, if it is anywhere
 * @param related further places that explain the first
 * @param help remedies and facts, one line each
 */
public record Diagnostic(
    DiagnosticCode code,
    Severity severity,
    String message,
    Optional<Place> place,
    List<Label> related,
    List<String> help) {
  /** A secondary place and what is to be seen there. */
  public record Label(Place place, String text) {}

  public Diagnostic {
    related = List.copyOf(related);
    help = List.copyOf(help);
  }

  /** This diagnostic, pointing at {@code where}. */
  public Diagnostic at(Place where) {
    return new Diagnostic(code, severity, message, Optional.of(where), related, help);
  }

  /** This diagnostic with one more remedy or fact. */
  public Diagnostic help(String line) {
    List<String> more = new ArrayList<>(help);
    more.add(line);
    return new Diagnostic(code, severity, message, place, related, more);
  }

  /** This diagnostic with one more place that explains it. */
  public Diagnostic related(Place where, String text) {
    List<Label> more = new ArrayList<>(related);
    more.add(new Label(where, text));
    return new Diagnostic(code, severity, message, place, more, help);
  }

  /** This diagnostic, no longer (or now) fatal. */
  public Diagnostic as(Severity other) {
    return new Diagnostic(code, other, message, place, related, help);
  }
}
