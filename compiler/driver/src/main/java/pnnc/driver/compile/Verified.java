package pnnc.driver.compile;

import pnnc.driver.report.Report;
import pnnc.sim.equivalence.Verdict;

/**
 * What a check came to.
 *
 * @param verdict as the report says it
 * @param reason why the verdict is inconclusive; null if it is not
 * @param details null if nothing was checked
 * @param measured beside that
 */
record Verified(String verdict, String reason, Report.Verification details, Measured measured) {
  static final String EQUIVALENT = "equivalent";
  static final String NOT_EQUIVALENT = "not-equivalent";
  static final String INCONCLUSIVE = "inconclusive";

  /** The user asked for no verdict. */
  static Verified notChecked() {
    return new Verified("not-checked", null, null, Measured.NOTHING);
  }

  static String word(Verdict verdict) {
    return switch (verdict) {
      case EQUIVALENT -> EQUIVALENT;
      case NOT_EQUIVALENT -> NOT_EQUIVALENT;
      case INCONCLUSIVE -> INCONCLUSIVE;
    };
  }
}
