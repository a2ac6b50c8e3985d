package pnnc.cli.report;

/** How progress is shown. */
public enum ProgressMode {
  /** One line that changes on a terminal; lines otherwise. */
  AUTO,
  /** A line per 10 %. */
  PLAIN,
  /** Not at all. */
  NONE
}
