package pnnc.driver.forbidden;

import pnnc.cli.report.ProgressMode;

/** What the driver must not do: use the command line, print. */
public final class DriverThatPrints {
  private DriverThatPrints() {}

  /** Prints. */
  public static void print(ProgressMode mode) {
    System.out.println(mode);
  }
}
