package pnnc.cli.command;

import static pnnc.cli.command.OptionTable.flag;
import static pnnc.cli.command.OptionTable.value;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.cli.report.ProgressMode;
import pnnc.cli.report.Verbosity;
import pnnc.driver.Settings;

/** Options that every command takes, before or after its name. */
public final class GlobalOptions {
  static final Option THREADS =
      value("j", "jobs", "N", "use at most N threads (default: one per core)");
  static final Option SEED = value("", "seed", "S", "seed of everything random (default: 0)");
  static final Option DIM =
      value("", "dim", "NAME=SIZE", "fix a symbolic dimension of the model; repeatable");
  static final Option RUN_LIMIT =
      value("", "run-limit", "SECONDS", "time for one run of a model on a sample (default: 600)");
  static final Option FORMAT =
      value("", "message-format", "human|json", "messages for people, or as JSON lines");
  static final Option PROGRESS =
      value("", "progress", "auto|plain|none", "one line that moves, a line per 10 %, or nothing");
  static final Option COLOR =
      value("", "color", "auto|always|never", "colours in messages (NO_COLOR is heeded)");
  static final Option VERBOSE = flag("v", "verbose", "say more: phases, notes, files written");
  static final Option QUIET = flag("q", "quiet", "say nothing but errors");
  static final Option ENGINE =
      value("", "engine", "local|spark:MASTER", "where tiles are worked on (default: local)");
  static final Option CACHE =
      value("", "cache", "DIR|off", "keep results worth keeping in DIR (default: off)");
  static final Option HELP = flag("h", "help", "explain the command and its options");

  static final Option VERSION = flag("", "version", "same as `pnnc version`");

  private GlobalOptions() {}

  /** All of them. */
  public static Options table() {
    return OptionTable.of(
        THREADS, SEED, DIM, RUN_LIMIT, ENGINE, CACHE, FORMAT, PROGRESS, COLOR, VERBOSE, QUIET, HELP,
        VERSION);
  }

  /** Whether help was asked for. */
  public static boolean wantsHelp(CommandLine line) {
    return line.hasOption(HELP);
  }

  /** Whether the version was asked for. */
  public static boolean wantsVersion(CommandLine line) {
    return line.hasOption(VERSION);
  }

  /** What the driver needs to know; throws for values out of range. */
  public static Settings settings(CommandLine line) {
    Arguments.value(line, ENGINE).ifPresent(GlobalOptions::requireLocal);
    int cores = Runtime.getRuntime().availableProcessors();
    return new Settings(
        Arguments.value(line, THREADS)
            .map(word -> (int) Arguments.whole("--jobs", word, 1, Integer.MAX_VALUE))
            .orElse(cores),
        Arguments.value(line, SEED)
            .map(word -> Arguments.whole("--seed", word, Long.MIN_VALUE, Long.MAX_VALUE))
            .orElse(0L),
        dims(line),
        cache(line),
        runLimit(line));
  }

  private static void requireLocal(String engine) {
    if (engine.startsWith("spark:")) {
      throw new DiagnosedException(
          DiagnosticCode.NOT_YET
              .error("--engine " + engine, "the Spark engine")
              .help("`--engine local` works on all cores of this machine"));
    }
    if (!engine.equals("local")) {
      throw Usage.error("--engine %s: expected local or spark:MASTER".formatted(engine));
    }
  }

  private static SortedMap<String, Long> dims(CommandLine line) {
    SortedMap<String, Long> dims = new TreeMap<>();
    SortedMap<String, String> pairs = Arguments.pairs(line, DIM);
    if (pairs.size() < Arguments.values(line, DIM).size()) {
      throw Usage.error("--dim: a dimension has one size, and one is given several");
    }
    pairs.forEach(
        (name, size) -> dims.put(name, Arguments.whole("--dim " + name, size, 0, Long.MAX_VALUE)));
    return dims;
  }

  private static Duration runLimit(CommandLine line) {
    return Arguments.value(line, RUN_LIMIT)
        .map(word -> Arguments.whole("--run-limit", word, 1, Integer.MAX_VALUE))
        .map(Duration::ofSeconds)
        .orElse(Settings.RUN_LIMIT);
  }

  private static Optional<Path> cache(CommandLine line) {
    return Arguments.value(line, CACHE).filter(word -> !word.equals("off")).map(Arguments::path);
  }

  /** How much is said. */
  public static Verbosity verbosity(CommandLine line) {
    if (line.hasOption(QUIET) && line.hasOption(VERBOSE)) {
      throw Usage.error("--verbose and --quiet ask for more and for less at once");
    }
    if (line.hasOption(QUIET)) {
      return Verbosity.QUIET;
    }
    return line.hasOption(VERBOSE) ? Verbosity.VERBOSE : Verbosity.NORMAL;
  }

  /** How progress is shown. */
  public static ProgressMode progress(CommandLine line) {
    return Arguments.value(line, PROGRESS)
        .map(word -> ProgressMode.valueOf(word.toUpperCase(Locale.ROOT)))
        .orElse(ProgressMode.AUTO);
  }

  /** Whether messages are JSON lines. */
  public static boolean isJson(CommandLine line) {
    return Arguments.value(line, FORMAT).filter("json"::equals).isPresent();
  }

  /**
   * Whether messages are coloured.
   *
   * @param otherwise what {@code auto} means here
   */
  public static boolean colors(CommandLine line, boolean otherwise) {
    return switch (Arguments.value(line, COLOR).orElse("auto")) {
      case "always" -> true;
      case "never" -> false;
      default -> otherwise;
    };
  }
}
