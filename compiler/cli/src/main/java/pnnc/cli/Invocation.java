package pnnc.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.MissingArgumentException;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.UnrecognizedOptionException;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.cli.command.Command;
import pnnc.cli.command.Commands;
import pnnc.cli.command.GlobalOptions;
import pnnc.cli.command.Help;
import pnnc.cli.command.OptionTable;
import pnnc.cli.command.Usage;
import pnnc.driver.Outcome;

/**
 * A command line taken apart: global options may stand before the command and after it.
 *
 * @param command what to run; empty if help was asked for in general
 * @param line options and operands
 */
record Invocation(Optional<Command> command, CommandLine line) {
  /**
   * Takes {@code words} apart.
   *
   * @throws DiagnosedException for what nobody knows
   */
  static Invocation parse(List<String> words) {
    Options global = GlobalOptions.table();
    List<String> rest = parse(global, words, true).getArgList();
    if (rest.isEmpty()) {
      return withoutCommand(parse(global, words, false));
    }
    if (rest.get(0).startsWith("-")) {
      throw unknownOption(rest.get(0), global);
    }
    Command command = Commands.named(rest.get(0));
    List<String> others = new ArrayList<>(words.subList(0, words.size() - rest.size()));
    others.addAll(rest.subList(1, rest.size()));
    Options all = GlobalOptions.table();
    command.options().getOptions().forEach(all::addOption);
    CommandLine line = parse(all, others, false);
    return new Invocation(
        Optional.of(GlobalOptions.wantsVersion(line) ? version() : command), line);
  }

  private static Invocation withoutCommand(CommandLine line) {
    if (GlobalOptions.wantsVersion(line)) {
      return new Invocation(Optional.of(version()), line);
    }
    if (!GlobalOptions.wantsHelp(line)) {
      throw Usage.error("which command?", "`pnnc help` lists them");
    }
    return new Invocation(Optional.empty(), line);
  }

  private static Command version() {
    return Commands.named("version");
  }

  private static CommandLine parse(Options options, List<String> words, boolean stopAtCommand) {
    DefaultParser parser =
        DefaultParser.builder()
            .setAllowPartialMatching(false)
            .setStripLeadingAndTrailingQuotes(false)
            .get();
    try {
      return parser.parse(options, words.toArray(String[]::new), stopAtCommand);
    } catch (UnrecognizedOptionException e) {
      throw unknownOption(e.getOption(), options);
    } catch (MissingArgumentException e) {
      throw Usage.error("%s: its value is missing".formatted(OptionTable.name(e.getOption())));
    } catch (ParseException e) {
      throw Usage.error(String.valueOf(e.getMessage()));
    }
  }

  private static DiagnosedException unknownOption(String word, Options options) {
    int equals = word.indexOf('=');
    String name = equals < 0 ? word : word.substring(0, equals);
    List<String> known =
        options.getOptions().stream()
            .map(OptionTable::spellings)
            .flatMap(Collection::stream)
            .filter(spelling -> spelling.length() > 2)
            .toList();
    return Usage.unknown("option", name, known);
  }

  /** The help that was asked for, if any. */
  Optional<Outcome> help() {
    if (command.isPresent() && !GlobalOptions.wantsHelp(line)) {
      return Optional.empty();
    }
    return Optional.of(command.map(Help::outcome).orElseGet(Help::outcome));
  }
}
