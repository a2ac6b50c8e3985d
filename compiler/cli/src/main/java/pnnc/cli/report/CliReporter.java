package pnnc.cli.report;

import pnnc.driver.Outcome;
import pnnc.driver.Reporter;

/** A reporter that also shows how the run ended. */
public interface CliReporter extends Reporter {
  /** The result. */
  void outcome(Outcome outcome);

  /** The last phase is over; nothing more is said about progress. */
  void finish();
}
