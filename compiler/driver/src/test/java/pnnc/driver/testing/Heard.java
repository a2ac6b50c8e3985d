package pnnc.driver.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.driver.Reporter;

/** Keeps the diagnostics of a run. */
public final class Heard implements Reporter {
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  /** All diagnostics so far, in order. */
  public synchronized List<Diagnostic> diagnostics() {
    return List.copyOf(diagnostics);
  }

  @Override
  public void phase(String name) {}

  @Override
  public void progress(String unit, long done, long total) {}

  @Override
  public synchronized void diagnostic(Diagnostic diagnostic) {
    diagnostics.add(diagnostic);
  }

  @Override
  public void artifact(Path path, long bytes) {}
}
