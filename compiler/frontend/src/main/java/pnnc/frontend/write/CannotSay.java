package pnnc.frontend.write;

/** Ends the writing: the language has no words for something in the network. No stack trace. */
final class CannotSay extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param what a clause that names it
   */
  CannotSay(String what) {
    super(what, null, false, false);
  }
}
