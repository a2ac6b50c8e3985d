package pnnc.cli.command;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.cli.Option;

/** Completion for bash, made from the option tables. File names are left to bash itself. */
final class BashCompletion {
  private BashCompletion() {}

  static String script() {
    return """
        # pnnc completion for bash; use: source <(pnnc completion bash)
        _pnnc() {
          local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}
          local command= i
          COMPREPLY=()
          for ((i = 1; i < COMP_CWORD; i++)); do
            case ${COMP_WORDS[i]} in
              %s) ((i++)) ;;
              -*) ;;
              *) command=${COMP_WORDS[i]}; break ;;
            esac
          done
          case $prev in
        %s    %s) return ;;
          esac
          local options='%s' operands=
          case $command in
            '') operands='%s' ;;
        %s  esac
          if [[ $cur == -* ]]; then
            COMPREPLY=($(compgen -W "$options" -- "$cur"))
          elif [[ -n $operands ]]; then
            COMPREPLY=($(compgen -W "$operands" -- "$cur"))
          fi
        }
        complete -o bashdefault -o default -F _pnnc pnnc
        """
        .formatted(
            spellings(all().filter(Option::hasArg), "|"),
            choices(),
            spellings(all().filter(o -> o.hasArg() && OptionTable.choices(o).isEmpty()), "|"),
            spellings(GlobalOptions.table().getOptions().stream(), " "),
            Commands.present().stream().map(Command::name).collect(joining(" ")),
            commands());
  }

  private static Stream<Option> all() {
    return Stream.concat(
            GlobalOptions.table().getOptions().stream(),
            Commands.present().stream().flatMap(c -> c.options().getOptions().stream()))
        .distinct();
  }

  private static String spellings(Stream<Option> options, String between) {
    return options
        .map(OptionTable::spellings)
        .flatMap(Collection::stream)
        .distinct()
        .collect(joining(between));
  }

  private static String choices() {
    return all()
        .filter(option -> !OptionTable.choices(option).isEmpty())
        .map(
            option ->
                "    %s) COMPREPLY=($(compgen -W '%s' -- \"$cur\")); return ;;\n"
                    .formatted(
                        spellings(Stream.of(option), "|"),
                        String.join(" ", OptionTable.choices(option))))
        .collect(joining());
  }

  private static String commands() {
    return Commands.present().stream().map(BashCompletion::command).collect(joining());
  }

  private static String command(Command command) {
    String options = spellings(command.options().getOptions().stream(), " ");
    List<String> operands = command.operandChoices();
    String first = options.isEmpty() ? "" : " options+=' %s'".formatted(options);
    String second =
        operands.isEmpty() ? "" : " operands='%s'".formatted(String.join(" ", operands));
    String body = first.isEmpty() || second.isEmpty() ? first + second : first + ";" + second;
    return body.isEmpty() ? "" : "    %s)%s ;;\n".formatted(command.name(), body);
  }
}
