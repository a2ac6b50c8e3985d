package pnnc.cli.command;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import pnnc.driver.Outcome;

/** Help texts, made from the option tables. */
public final class Help {
  private static final int COLUMN = 30;

  private Help() {}

  /** The commands and the global options. */
  public static String overall() {
    StringBuilder text =
        new StringBuilder("pnnc compiles neural networks into physical objects.\n\n");
    text.append("usage: pnnc [global options] COMMAND [options] FILE\n\ncommands:\n");
    Commands.present().forEach(c -> text.append(row(c.name(), c.summary())));
    text.append("\nnot in this version yet: ");
    text.append(
        Commands.later().stream().map(LaterCommand::name).collect(Collectors.joining(", ")));
    text.append("\n\nglobal options (before or after the command):\n");
    GlobalOptions.table().getOptions().forEach(o -> text.append(row(head(o), o.getDescription())));
    return text
        + """

        FILE is a model (.pnn, .pnnir, .onnx). Results go to standard output, messages to standard
        error. Exit status: 0 ok, 1 errors in the input, 2 usage, 3 not equivalent, 4 inconclusive,
        5 limit missed, 6 unsupported, 7 files or environment, 70 internal error, 130 interrupted.
        """;
  }

  /** One command and its options. */
  public static String of(Command command) {
    StringBuilder text = new StringBuilder();
    text.append("pnnc %s: %s\n\n".formatted(command.name(), command.summary()));
    Collection<Option> options = own(command.options());
    String usage = "usage: pnnc %s%s %s";
    String shown = options.isEmpty() ? "" : " [options]";
    text.append(usage.formatted(command.name(), shown, command.operands()).stripTrailing());
    text.append('\n');
    if (!options.isEmpty()) {
      text.append("\noptions:\n");
      options.forEach(option -> text.append(row(head(option), option.getDescription())));
    }
    return text.append("\n`pnnc help` lists the global options.\n").toString();
  }

  /** {@link #of} as a result. */
  public static Outcome outcome(Command command) {
    return HelpCommand.outcome(of(command));
  }

  /** {@link #overall} as a result. */
  public static Outcome outcome() {
    return HelpCommand.outcome(overall());
  }

  private static List<Option> own(Options options) {
    return List.copyOf(options.getOptions());
  }

  private static String head(Option option) {
    String names = String.join(", ", OptionTable.spellings(option));
    String indented = names.startsWith("--") ? "    " + names : names;
    return option.hasArg() ? indented + " " + option.getArgName() : indented;
  }

  private static String row(String left, String right) {
    String head = "  " + left;
    return head.length() < COLUMN
        ? head + " ".repeat(COLUMN - head.length()) + right + "\n"
        : head + "\n" + " ".repeat(COLUMN) + right + "\n";
  }
}
