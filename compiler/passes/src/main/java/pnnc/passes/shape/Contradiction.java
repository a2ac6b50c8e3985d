package pnnc.passes.shape;

/** Ends a rule whose operator cannot run at all: its inputs do not fit together. */
public final class Contradiction extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Says what does not fit.
   *
   * @param what one clause with the values, {@code inner dimensions 768 and 784 differ}
   */
  public Contradiction(String what) {
    super(what, null, false, false);
  }

  /** Throws if both are numbers and differ. */
  public static void unlessEqual(Extent a, Extent b, String what) {
    if (a.number().isPresent() && b.number().isPresent() && !a.equals(b)) {
      throw new Contradiction("%s %s and %s differ".formatted(what, a, b));
    }
  }
}
