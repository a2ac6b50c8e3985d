package pnnc.driver;

import java.nio.file.Path;
import pnnc.base.diagnostics.Diagnostic;

/** Hears everything and says nothing. */
record SilentReporter() implements Reporter {
  @Override
  public void phase(String name) {}

  @Override
  public void progress(String unit, long done, long total) {}

  @Override
  public void diagnostic(Diagnostic diagnostic) {}

  @Override
  public void artifact(Path path, long bytes) {}
}
