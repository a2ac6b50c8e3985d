package pnnc.cli.command;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.apache.commons.cli.Option;

/** Completion for fish, made from the option tables. */
final class FishCompletion {
  private static final String BEFORE = "__fish_use_subcommand";

  private FishCompletion() {}

  static String script() {
    return """
        # pnnc completion for fish; use: pnnc completion fish | source
        complete -c pnnc -n %s -f
        %s%s%s"""
        .formatted(
            BEFORE,
            Commands.present().stream()
                .map(c -> line(BEFORE, "-a " + c.name(), c.summary()))
                .collect(joining()),
            GlobalOptions.table().getOptions().stream()
                .map(o -> line("", flags(o), o.getDescription()))
                .collect(joining()),
            Commands.present().stream().map(FishCompletion::command).collect(joining()));
  }

  private static String command(Command command) {
    String within = "'__fish_seen_subcommand_from %s'".formatted(command.name());
    String options =
        command.options().getOptions().stream()
            .map(o -> line(within, flags(o), o.getDescription()))
            .collect(joining());
    List<String> operands = command.operandChoices();
    return operands.isEmpty()
        ? options
        : options + line(within, "-f -a '%s'".formatted(String.join(" ", operands)), "");
  }

  private static String flags(Option option) {
    String letter = option.getOpt() == null ? "" : "-s %s ".formatted(option.getOpt());
    String word = option.hasLongOpt() ? "-l %s ".formatted(option.getLongOpt()) : "";
    return (letter + word + value(option)).strip();
  }

  private static String value(Option option) {
    if (!option.hasArg()) {
      return "";
    }
    return switch (option.getArgName()) {
      case OptionTable.FILE -> "-r -F";
      case OptionTable.DIR -> "-x -a '(__fish_complete_directories)'";
      default -> "-x -a '%s'".formatted(String.join(" ", OptionTable.choices(option)));
    };
  }

  private static String line(String condition, String what, String text) {
    String when = condition.isEmpty() ? "" : " -n " + condition;
    String shown = text.isEmpty() ? "" : " -d '%s'".formatted(text.replace("'", ""));
    return "complete -c pnnc%s %s%s\n".formatted(when, what, shown);
  }
}
