package pnnc.frontend.elaborate;

/** Ends the elaboration of an expression whose fault has been reported. */
final class Failed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Failed() {
    super("reported", null, false, false);
  }
}
