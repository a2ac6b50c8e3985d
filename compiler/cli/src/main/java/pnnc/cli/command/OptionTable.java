package pnnc.cli.command;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/**
 * How options are written down. The name of an option's argument says what it takes: {@code FILE}
 * and {@code DIR} are paths, {@code a|b|c} are the only values allowed, the rest is free.
 */
public final class OptionTable {
  static final String FILE = "FILE";
  static final String DIR = "DIR";

  private OptionTable() {}

  /** An option that is there or not; {@code letter} may be empty. */
  static Option flag(String letter, String word, String text) {
    return start(letter, word, text).get();
  }

  /** An option with a value. */
  static Option value(String letter, String word, String argument, String text) {
    return start(letter, word, text).hasArg().argName(argument).get();
  }

  private static Option.Builder start(String letter, String word, String text) {
    Option.Builder builder = letter.isEmpty() ? Option.builder() : Option.builder(letter);
    return (word.isEmpty() ? builder : builder.longOpt(word)).desc(text);
  }

  /** The options together. */
  static Options of(Option... options) {
    Options all = new Options();
    Arrays.stream(options).forEach(all::addOption);
    return all;
  }

  /** The only values an option takes; empty if it takes others. */
  static List<String> choices(Option option) {
    String argument = option.hasArg() ? option.getArgName() : "";
    return argument.contains("|") && argument.equals(argument.toLowerCase(Locale.ROOT))
        ? List.of(argument.split("\\|", -1))
        : List.of();
  }

  /** The option as one types it: {@code --output}. */
  public static String name(Option option) {
    return option.hasLongOpt() ? "--" + option.getLongOpt() : "-" + option.getOpt();
  }

  /** All spellings: {@code -o}, {@code --output}. */
  public static List<String> spellings(Option option) {
    if (option.getOpt() == null) {
      return List.of(name(option));
    }
    return option.hasLongOpt()
        ? List.of("-" + option.getOpt(), name(option))
        : List.of("-" + option.getOpt());
  }
}
