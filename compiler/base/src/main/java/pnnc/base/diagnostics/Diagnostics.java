package pnnc.base.diagnostics;

import java.util.ArrayList;
import java.util.List;

/** Collects what a phase has to say, so that one run reports every fault. Not thread-safe. */
public final class Diagnostics {
  private final List<Diagnostic> all = new ArrayList<>();

  public void add(Diagnostic diagnostic) {
    all.add(diagnostic);
  }

  /** Everything said so far, in order. */
  public List<Diagnostic> all() {
    return List.copyOf(all);
  }

  public boolean hasErrors() {
    return all.stream().anyMatch(d -> d.severity() == Severity.ERROR);
  }

  /** Ends the phase if it found an error. */
  public void throwIfErrors() {
    if (hasErrors()) {
      throw new DiagnosedException(all());
    }
  }
}
