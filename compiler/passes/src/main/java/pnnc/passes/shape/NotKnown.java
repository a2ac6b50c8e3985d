package pnnc.passes.shape;

/**
 * Ends a {@link DimsRule} that lacks a fact it needs. It means "unknown", never a fault, and costs
 * no stack trace: rules read like the standard's formulas because they need not ask at each step.
 */
public final class NotKnown extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NotKnown() {
    super("not known", null, false, false);
  }
}
