package pnnc.cli.report;

/** How much is said. */
public enum Verbosity {
  /** Errors only. */
  QUIET,
  /** Errors, warnings, progress. */
  NORMAL,
  /** Phases, notes and artifacts too. */
  VERBOSE
}
