package pnnc.cli.command;

import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import pnnc.driver.Outcome;
import pnnc.driver.StandardRequest;

/** {@code pnnc std}: what is in the standard library. */
final class StdCommand implements Command {
  private static final Option SOURCE =
      OptionTable.flag("", "source", "show the text of what is found, too");

  @Override
  public String name() {
    return "std";
  }

  @Override
  public String summary() {
    return "look up the standard library, or list it";
  }

  @Override
  public String operands() {
    return "[SYMBOL]";
  }

  @Override
  public Options options() {
    return OptionTable.of(SOURCE);
  }

  @Override
  public Outcome run(CommandLine line, Run run) {
    Arguments.requireAtMost(1, line, this);
    StandardRequest request =
        new StandardRequest(line.getArgList().stream().findFirst(), line.hasOption(SOURCE));
    return run.driver().standard(request, run.session());
  }
}
