package pnnc.cli.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.cli.CommandLine;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.diagnostics.ExitStatus;
import pnnc.driver.Outcome;

/** {@code pnnc explain}: what a diagnostic means. */
final class ExplainCommand implements Command {
  @Override
  public String name() {
    return "explain";
  }

  @Override
  public String summary() {
    return "explain a diagnostic code, or list them all";
  }

  @Override
  public String operands() {
    return "[CODE]";
  }

  @Override
  public List<String> operandChoices() {
    return Arrays.stream(DiagnosticCode.values()).map(DiagnosticCode::id).toList();
  }

  @Override
  public Outcome run(CommandLine line, Run run) {
    Arguments.requireAtMost(1, line, this);
    if (line.getArgList().isEmpty()) {
      return list();
    }
    String id = line.getArgList().get(0);
    return explain(
        DiagnosticCode.byId(id)
            .orElseThrow(() -> Usage.unknown("diagnostic", id, operandChoices())));
  }

  private static Outcome explain(DiagnosticCode code) {
    String text =
        "%s: %s\n\n%s\n\n%s\n"
            .formatted(code.id(), sentence(code), code.explanation(), consequence(code));
    return Outcome.ok(text, json(code));
  }

  private static String consequence(DiagnosticCode code) {
    return code.exit() == ExitStatus.OK
        ? "A warning; the run goes on."
        : "As an error it ends the run with exit status %d.".formatted(code.exit().code());
  }

  private static Outcome list() {
    String text =
        Arrays.stream(DiagnosticCode.values())
            .map(code -> "%s  %s\n".formatted(code.id(), sentence(code)))
            .collect(Collectors.joining());
    JsonArray all = new JsonArray();
    Arrays.stream(DiagnosticCode.values()).map(ExplainCommand::json).forEach(all::add);
    JsonObject summary = new JsonObject();
    summary.add("codes", all);
    return Outcome.ok(text, summary);
  }

  /** The sentence, its gaps as dots. */
  private static String sentence(DiagnosticCode code) {
    return code.template().replaceAll("%[sd]", "…");
  }

  private static JsonObject json(DiagnosticCode code) {
    JsonObject json = new JsonObject();
    json.addProperty("code", code.id());
    json.addProperty("message", sentence(code));
    json.addProperty("explanation", code.explanation());
    json.addProperty("exitStatus", code.exit().code());
    return json;
  }
}
