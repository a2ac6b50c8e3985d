package pnnc.cli.command;

import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import pnnc.driver.FormatRequest;
import pnnc.driver.Outcome;

/** {@code pnnc fmt}: programs laid out in the one canonical way. */
final class FmtCommand implements Command {
  private static final String STREAM = "-";
  private static final Option CHECK =
      OptionTable.flag("", "check", "change nothing: name what would be, and end with status 1");

  @Override
  public String name() {
    return "fmt";
  }

  @Override
  public String summary() {
    return "lay programs out; - reads one from standard input";
  }

  @Override
  public String operands() {
    return "FILE|DIR|-…";
  }

  @Override
  public Options options() {
    return OptionTable.of(CHECK);
  }

  @Override
  public Outcome run(CommandLine line, Run run) {
    List<String> words = line.getArgList();
    boolean isCheck = line.hasOption(CHECK);
    if (words.isEmpty()) {
      throw Usage.in(this, "FILE is missing");
    }
    if (words.contains(STREAM)) {
      if (words.size() > 1) {
        throw Usage.in(this, "`-` stands for standard input and stands alone");
      }
      return run.driver().format(new FormatRequest.Stream(System.in, isCheck), run.session());
    }
    return run.driver()
        .format(
            new FormatRequest.Files(words.stream().map(Arguments::path).toList(), isCheck),
            run.session());
  }
}
