package pnnc.cli.command;

import com.google.gson.JsonObject;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import pnnc.driver.Outcome;

/** {@code pnnc completion}: a script that makes a shell complete pnnc's command lines. */
final class CompletionCommand implements Command {
  @Override
  public String name() {
    return "completion";
  }

  @Override
  public String summary() {
    return "print a completion script: source <(pnnc completion bash)";
  }

  @Override
  public String operands() {
    return "bash|zsh|fish";
  }

  @Override
  public List<String> operandChoices() {
    return List.of("bash", "zsh", "fish");
  }

  @Override
  public Outcome run(CommandLine line, Run run) {
    Arguments.requireAtMost(1, line, this);
    String shell = line.getArgList().isEmpty() ? "" : line.getArgList().get(0);
    String script =
        switch (shell) {
          case "bash" -> BashCompletion.script();
          case "zsh" -> ZshCompletion.script();
          case "fish" -> FishCompletion.script();
          default -> throw Usage.in(this, "which shell? bash, zsh or fish");
        };
    JsonObject summary = new JsonObject();
    summary.addProperty("script", script);
    return Outcome.ok(script, summary);
  }
}
