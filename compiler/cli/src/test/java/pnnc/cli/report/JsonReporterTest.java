package pnnc.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.diagnostics.ExitStatus;
import pnnc.base.diagnostics.Place;
import pnnc.cli.Terminal;
import pnnc.driver.Outcome;

class JsonReporterTest {
  private final Terminal terminal = new Terminal();
  private final JsonReporter reporter =
      new JsonReporter(terminal.console(false), Verbosity.NORMAL, ProgressMode.AUTO);

  @Test
  void messagesGoToStandardError() {
    reporter.phase("read model");
    reporter.progress("nodes", 1, 3);
    reporter.progress("nodes", 1, 3);
    reporter.progress("nodes", 3, 3);
    assertThat(terminal.err())
        .isEqualTo(
            """
            {"schema":1,"kind":"phase","name":"read model"}
            {"schema":1,"kind":"progress","unit":"nodes","done":1,"total":3}
            {"schema":1,"kind":"progress","unit":"nodes","done":3,"total":3}
            """);
    assertThat(terminal.out()).isEmpty();
  }

  @Test
  void aDiagnosticHasItsPlaces() {
    reporter.diagnostic(
        DiagnosticCode.DATA_MALFORMED
            .error("a.csv", "CSV", "\"x\"")
            .at(new Place.TextSpan("a.csv", 2, 3, 4, "…"))
            .related(new Place.ByteOffset("b", 5), "see")
            .help("h"));
    assertThat(terminal.err())
        .isEqualTo(
            """
            {"schema":1,"kind":"diagnostic","code":"PNN3020","severity":"error",\
            "message":"a.csv is not readable as CSV: \\"x\\"",\
            "place":{"file":"a.csv","line":2,"column":3,"length":4},\
            "related":[{"place":{"file":"b","offset":5},"text":"see"}],"help":["h"]}
            """);
  }

  @Test
  void resultsGoToStandardOutput() {
    reporter.artifact(Path.of("design.json"), 12);
    JsonObject summary = new JsonObject();
    summary.addProperty("verdict", "equivalent");
    reporter.outcome(new Outcome(ExitStatus.OK, "for people", summary));
    assertThat(terminal.out())
        .isEqualTo(
            """
            {"schema":1,"kind":"artifact","path":"design.json","bytes":12}
            {"schema":1,"kind":"verdict","verdict":"equivalent"}
            {"schema":1,"kind":"summary","verdict":"equivalent","exit":0}
            """);
    assertThat(terminal.err()).isEmpty();
  }

  @Test
  void anInconclusiveVerdictSaysWhy() {
    JsonObject summary = new JsonObject();
    summary.addProperty("verdict", "inconclusive");
    summary.addProperty("reason", "too few samples");
    reporter.outcome(new Outcome(ExitStatus.INCONCLUSIVE, "for people", summary));
    assertThat(terminal.out())
        .startsWith(
            """
            {"schema":1,"kind":"verdict","verdict":"inconclusive","reason":"too few samples"}
            """);
  }
}
