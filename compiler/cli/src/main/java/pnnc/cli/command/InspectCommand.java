package pnnc.cli.command;

import static pnnc.cli.command.OptionTable.value;

import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import pnnc.driver.InspectRequest;
import pnnc.driver.Outcome;

/** {@code pnnc inspect}: what is in a file. */
final class InspectCommand implements Command {
  private static final Option TECHNOLOGY =
      value(
          "",
          "technology",
          "NAME",
          "check a layout by its rules and extract its devices: std.tech.rom130, FILE.pnn#name");

  @Override
  public String name() {
    return "inspect";
  }

  @Override
  public String summary() {
    return "show what is in a model or a layout";
  }

  @Override
  public String operands() {
    return "FILE";
  }

  @Override
  public Options options() {
    return OptionTable.of(TECHNOLOGY);
  }

  @Override
  public Outcome run(CommandLine line, Run run) {
    InspectRequest request =
        new InspectRequest(Arguments.file(line, this), Arguments.value(line, TECHNOLOGY));
    return run.driver().inspect(request, run.session());
  }
}
