package pnnc.cli.report;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.Map;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.Severity;
import pnnc.driver.Outcome;

/**
 * Speaks to programs: JSON lines. {@code diagnostic}, {@code phase} and {@code progress} go to
 * standard error; {@code artifact}, {@code verdict} and {@code summary} are results and go to
 * standard output.
 */
public final class JsonReporter implements CliReporter {
  /** Version of the lines' format; grows when a property changes its meaning or goes. */
  public static final int SCHEMA = 1;

  private static final String VERDICT = "verdict";
  private static final String REASON = "reason";

  private final Console console;
  private final Verbosity verbosity;
  private final ProgressMode mode;
  private long step = -1;

  public JsonReporter(Console console, Verbosity verbosity, ProgressMode mode) {
    this.console = console;
    this.verbosity = verbosity;
    this.mode = mode;
  }

  @Override
  public synchronized void phase(String name) {
    step = -1;
    JsonObject line = line("phase");
    line.addProperty("name", name);
    message(line);
  }

  @Override
  public synchronized void progress(String unit, long done, long total) {
    long reached = total > 0 ? (long) (10.0 * done / total) : 0;
    if (mode == ProgressMode.NONE || reached <= step) {
      return;
    }
    step = reached;
    JsonObject line = line("progress");
    line.addProperty("unit", unit);
    line.addProperty("done", done);
    if (total > 0) {
      line.addProperty("total", total);
    }
    message(line);
  }

  @Override
  public synchronized void diagnostic(Diagnostic diagnostic) {
    if (diagnostic.severity() == Severity.ERROR || verbosity != Verbosity.QUIET) {
      JsonObject line = line("diagnostic");
      DiagnosticJson.of(diagnostic).asMap().forEach(line::add);
      message(line);
    }
  }

  @Override
  public synchronized void artifact(Path path, long bytes) {
    JsonObject line = line("artifact");
    line.addProperty("path", path.toString());
    line.addProperty("bytes", bytes);
    result(line);
  }

  @Override
  public synchronized void outcome(Outcome outcome) {
    JsonObject summary = outcome.summary();
    if (summary.has(VERDICT)) {
      JsonObject line = line(VERDICT);
      line.add(VERDICT, summary.get(VERDICT));
      if (summary.has(REASON) && !summary.get(REASON).isJsonNull()) {
        line.add(REASON, summary.get(REASON));
      }
      result(line);
    }
    JsonObject line = line("summary");
    for (Map.Entry<String, JsonElement> property : summary.entrySet()) {
      line.add(property.getKey(), property.getValue());
    }
    line.addProperty("exit", outcome.status().code());
    result(line);
  }

  @Override
  public void finish() {
    // Every line has been handed over already.
  }

  private static JsonObject line(String kind) {
    JsonObject line = new JsonObject();
    line.addProperty("schema", SCHEMA);
    line.addProperty("kind", kind);
    return line;
  }

  private void message(JsonObject line) {
    console.err().line(line.toString());
    console.err().flush();
  }

  private void result(JsonObject line) {
    console.out().line(line.toString());
    console.out().flush();
  }
}
