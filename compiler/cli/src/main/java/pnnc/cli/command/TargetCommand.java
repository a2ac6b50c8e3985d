package pnnc.cli.command;

import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import pnnc.driver.Outcome;
import pnnc.driver.TargetRequest;

/** {@code pnnc target}: descriptions of hardware. */
final class TargetCommand implements Command {
  private static final List<String> ACTIONS = List.of("list", "show", "new", "lint");
  private static final Option LIKE =
      OptionTable.value("t", "target", "TARGET", "what a new target is like (default: crossbar)");

  @Override
  public String name() {
    return "target";
  }

  @Override
  public String summary() {
    return "list, show, begin and check descriptions of hardware";
  }

  @Override
  public String operands() {
    return "list|show NAME|new NAME|lint FILE";
  }

  @Override
  public List<String> operandChoices() {
    return ACTIONS;
  }

  @Override
  public Options options() {
    return OptionTable.of(CompileCommand.OVERRIDE, LIKE);
  }

  @Override
  public Outcome run(CommandLine line, Run run) {
    List<String> words = line.getArgList();
    if (words.isEmpty()) {
      throw Usage.in(this, "list, show, new or lint is missing");
    }
    return run.driver().target(request(words.get(0), line), run.session());
  }

  private TargetRequest request(String action, CommandLine line) {
    return switch (action) {
      case "list" -> {
        Arguments.requireAtMost(1, line, this);
        yield new TargetRequest.List();
      }
      case "show" ->
          new TargetRequest.Show(
              operand("NAME", line), Arguments.pairs(line, CompileCommand.OVERRIDE));
      case "new" ->
          new TargetRequest.New(
              operand("NAME", line), Arguments.value(line, LIKE).orElse("crossbar"));
      case "lint" -> new TargetRequest.Lint(Arguments.path(operand("FILE", line)));
      default -> throw Usage.unknown("action of `pnnc target`", action, ACTIONS);
    };
  }

  private String operand(String what, CommandLine line) {
    if (line.getArgList().size() < 2) {
      throw Usage.in(this, "%s is missing".formatted(what));
    }
    Arguments.requireAtMost(2, line, this);
    return line.getArgList().get(1);
  }
}
