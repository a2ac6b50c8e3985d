package pnnc.cli;

import java.util.List;
import org.apache.commons.cli.CommandLine;
import pnnc.base.diagnostics.Paint;
import pnnc.cli.command.GlobalOptions;
import pnnc.cli.report.CliReporter;
import pnnc.cli.report.Console;
import pnnc.cli.report.HumanReporter;
import pnnc.cli.report.JsonReporter;
import pnnc.cli.report.ProgressMode;
import pnnc.cli.report.Verbosity;

/**
 * How a run talks.
 *
 * @param json in JSON lines
 * @param colors in colours
 * @param verbosity how much
 * @param progress how it shows progress
 */
record Presentation(boolean json, boolean colors, Verbosity verbosity, ProgressMode progress) {
  /**
   * What the options say.
   *
   * @throws pnnc.base.diagnostics.DiagnosedException if one has a value it does not take
   */
  static Presentation of(CommandLine line, Console console) {
    return new Presentation(
        GlobalOptions.isJson(line),
        GlobalOptions.colors(line, console.colors()),
        GlobalOptions.verbosity(line),
        GlobalOptions.progress(line));
  }

  /** What the words seem to say, when they cannot be taken apart. */
  static Presentation guess(List<String> words, Console console) {
    int format = words.indexOf("--message-format");
    boolean json =
        words.contains("--message-format=json")
            || (format >= 0 && words.subList(format, words.size()).indexOf("json") == 1);
    return new Presentation(json, console.colors(), Verbosity.NORMAL, ProgressMode.NONE);
  }

  CliReporter reporter(Console console) {
    return json
        ? new JsonReporter(console, verbosity, progress)
        : new HumanReporter(console, new Paint(colors), verbosity, progress);
  }
}
