package pnnc.cli.command;

import com.google.gson.JsonObject;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import pnnc.driver.Outcome;

/** {@code pnnc help}: what there is. */
final class HelpCommand implements Command {
  @Override
  public String name() {
    return "help";
  }

  @Override
  public String summary() {
    return "explain a command, or list them all";
  }

  @Override
  public String operands() {
    return "[COMMAND]";
  }

  @Override
  public List<String> operandChoices() {
    return Commands.present().stream().map(Command::name).toList();
  }

  @Override
  public Outcome run(CommandLine line, Run run) {
    Arguments.requireAtMost(1, line, this);
    List<String> operands = line.getArgList();
    String text = operands.isEmpty() ? Help.overall() : Help.of(Commands.named(operands.get(0)));
    return outcome(text);
  }

  /** Help as a result. */
  static Outcome outcome(String text) {
    JsonObject summary = new JsonObject();
    summary.addProperty("help", text);
    return Outcome.ok(text, summary);
  }
}
