package pnnc.cli.command;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import pnnc.base.diagnostics.DiagnosedException;

/** Values out of a parsed command line. Of an option given twice the last counts. */
public final class Arguments {
  private Arguments() {}

  /** The last value of {@code option}, if it was given; one of its choices if it has any. */
  public static Optional<String> value(CommandLine line, Option option) {
    List<String> values = values(line, option);
    return values.isEmpty() ? Optional.empty() : Optional.of(values.get(values.size() - 1));
  }

  /** All values of {@code option}, in order. */
  public static List<String> values(CommandLine line, Option option) {
    String[] values = line.getOptionValues(option);
    List<String> all = values == null ? List.of() : Arrays.asList(values);
    all.forEach(value -> requireChoice(option, value));
    return all;
  }

  private static void requireChoice(Option option, String value) {
    List<String> choices = OptionTable.choices(option);
    if (!choices.isEmpty() && !choices.contains(value)) {
      throw Usage.noChoice(OptionTable.name(option), value, choices);
    }
  }

  /** {@code NAME=VALUE} pairs. */
  public static SortedMap<String, String> pairs(CommandLine line, Option option) {
    SortedMap<String, String> pairs = new TreeMap<>();
    for (String pair : values(line, option)) {
      int equals = pair.indexOf('=');
      if (equals < 1) {
        throw Usage.error(
            "%s %s: expected %s".formatted(OptionTable.name(option), pair, option.getArgName()));
      }
      pairs.put(pair.substring(0, equals), pair.substring(equals + 1));
    }
    return pairs;
  }

  /**
   * {@code word} as a whole number.
   *
   * @param what the option, for the message
   */
  public static long whole(String what, String word, long least, long largest) {
    try {
      long value = Long.parseLong(word);
      if (value >= least && value <= largest) {
        return value;
      }
    } catch (NumberFormatException notANumber) {
      throw badNumber(what, word, least, largest);
    }
    throw badNumber(what, word, least, largest);
  }

  private static DiagnosedException badNumber(String what, String word, long least, long largest) {
    String range =
        least == Long.MIN_VALUE
            ? "of 64 bits"
            : largest == Integer.MAX_VALUE || largest == Long.MAX_VALUE
                ? "of at least " + least
                : "from %d to %d".formatted(least, largest);
    return Usage.error("%s %s: expected a whole number %s".formatted(what, word, range));
  }

  /** {@code word} as a path. */
  public static Path path(String word) {
    if (word.isEmpty()) {
      throw Usage.error("a path is missing: an empty word names no file or folder");
    }
    try {
      return Path.of(word);
    } catch (InvalidPathException e) {
      throw Usage.error("`%s` is no path: %s".formatted(word, e.getReason()));
    }
  }

  /** The only operand, a path. */
  static Path file(CommandLine line, Command command) {
    List<String> operands = line.getArgList();
    if (operands.isEmpty()) {
      throw Usage.in(command, "%s is missing".formatted(command.operands()));
    }
    requireAtMost(1, line, command);
    return path(operands.get(0));
  }

  /** Refuses operands the command does not take. */
  static void requireAtMost(int most, CommandLine line, Command command) {
    List<String> operands = line.getArgList();
    if (operands.size() > most) {
      throw Usage.in(command, "`%s` is one argument too many".formatted(operands.get(most)));
    }
  }
}
