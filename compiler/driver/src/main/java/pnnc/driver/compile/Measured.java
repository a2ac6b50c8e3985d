package pnnc.driver.compile;

import pnnc.driver.report.Report;

/**
 * What was measured of hardware beside what it computes; null where it was not.
 *
 * @param areaUm2 of the die as it was read
 * @param costs of one inference
 */
record Measured(Double areaUm2, Report.Costs costs) {
  static final Measured NOTHING = new Measured(null, null);
}
