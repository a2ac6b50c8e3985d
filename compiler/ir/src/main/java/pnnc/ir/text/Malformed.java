package pnnc.ir.text;

/** Characters that make no token. */
public final class Malformed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String expected;
  private final String found;
  private final int start;

  /**
   * Says what is wrong.
   *
   * @param expected what should stand there
   * @param found what does
   * @param start offset of the first wrong character
   */
  public Malformed(String expected, String found, int start) {
    super("expected %s, found %s".formatted(expected, found), null, false, false);
    this.expected = expected;
    this.found = found;
    this.start = start;
  }

  public String expected() {
    return expected;
  }

  public String found() {
    return found;
  }

  public int start() {
    return start;
  }
}
