package pnnc.cli.command;

import org.apache.commons.cli.CommandLine;
import pnnc.driver.InspectRequest;
import pnnc.driver.Outcome;

/** {@code pnnc inspect}: what is in a file. */
final class InspectCommand implements Command {
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
  public Outcome run(CommandLine line, Run run) {
    return run.driver().inspect(new InspectRequest(Arguments.file(line, this)), run.session());
  }
}
