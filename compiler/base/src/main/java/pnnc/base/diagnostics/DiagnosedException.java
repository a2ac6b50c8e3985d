package pnnc.base.diagnostics;

import java.util.List;
import java.util.stream.Collectors;

/** Ends a phase because of the user's input. Carries data for the user, never a stack trace. */
public final class DiagnosedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Diagnostic> diagnostics;

  public DiagnosedException(List<Diagnostic> diagnostics) {
    super(
        diagnostics.stream()
            .map(d -> d.code().id() + ": " + d.message())
            .collect(Collectors.joining("; ")));
    this.diagnostics = List.copyOf(diagnostics);
  }

  public DiagnosedException(Diagnostic diagnostic) {
    this(List.of(diagnostic));
  }

  /** At least one is an error. */
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }
}
