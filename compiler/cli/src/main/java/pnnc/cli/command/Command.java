package pnnc.cli.command;

import java.io.IOException;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import pnnc.driver.Outcome;

/** One word that can follow {@code pnnc}. */
public interface Command {
  /** The word. */
  String name();

  /** What it does: a verb phrase of at most 60 characters. */
  String summary();

  /** What follows the word besides options, as help shows it: {@code MODEL}. */
  String operands();

  /** The operands that are not files, for shell completion. */
  default List<String> operandChoices() {
    return List.of();
  }

  /** The options of this command, besides the global ones. */
  default Options options() {
    return new Options();
  }

  /**
   * Does it.
   *
   * @param line parsed with the global options and {@link #options}
   * @throws IOException if a result cannot be written
   */
  Outcome run(CommandLine line, Run run) throws IOException;
}
