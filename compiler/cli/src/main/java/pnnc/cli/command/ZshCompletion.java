package pnnc.cli.command;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.apache.commons.cli.Option;

/** Completion for zsh, made from the option tables. */
final class ZshCompletion {
  private ZshCompletion() {}

  static String script() {
    return """
        #compdef pnnc
        # pnnc completion for zsh; use: source <(pnnc completion zsh)
        _pnnc() {
          local -a commands=(
        %s  )
          local -a global=(
        %s  )
          local context state line
          _arguments -C $global '1:command:->command' '*::argument:->argument'
          case $state in
            command) _describe command commands ;;
            argument)
              case $line[1] in
        %s      esac ;;
          esac
        }
        compdef _pnnc pnnc
        """
        .formatted(
            Commands.present().stream()
                .map(c -> "    '%s:%s'\n".formatted(c.name(), escaped(c.summary())))
                .collect(joining()),
            GlobalOptions.table().getOptions().stream()
                .map(o -> "    " + specification(o) + "\n")
                .collect(joining()),
            Commands.present().stream().map(ZshCompletion::command).collect(joining()));
  }

  private static String command(Command command) {
    String options =
        command.options().getOptions().stream().map(o -> specification(o) + " ").collect(joining());
    List<String> operands = command.operandChoices();
    String rest = operands.isEmpty() ? "_files" : "(%s)".formatted(String.join(" ", operands));
    return "        %s) _arguments $global %s'*:argument:%s' ;;\n"
        .formatted(command.name(), options, rest);
  }

  private static String specification(Option option) {
    List<String> spellings = OptionTable.spellings(option);
    String names =
        spellings.size() == 1
            ? "'" + spellings.get(0)
            : "{%s}'".formatted(String.join(",", spellings));
    return "%s[%s]%s'".formatted(names, escaped(option.getDescription()), value(option));
  }

  private static String value(Option option) {
    if (!option.hasArg()) {
      return "";
    }
    String action =
        switch (option.getArgName()) {
          case OptionTable.FILE -> "_files";
          case OptionTable.DIR -> "_files -/";
          default -> "(%s)".formatted(String.join(" ", OptionTable.choices(option)));
        };
    return ":%s:%s".formatted(escaped(option.getArgName()), action.equals("()") ? "" : action);
  }

  private static String escaped(String text) {
    return text.replace("'", "").replaceAll("[\\[\\]:]", "\\\\$0");
  }
}
