package pnnc.passes.upgrade;

/** Ends a rule: what the operator does cannot be said in the other version. No stack trace. */
final class CannotUpgrade extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param reason a clause that can follow a colon, with values
   */
  CannotUpgrade(String reason) {
    super(reason, null, false, false);
  }

  String reason() {
    return getMessage();
  }
}
