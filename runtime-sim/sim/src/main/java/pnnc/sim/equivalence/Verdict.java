package pnnc.sim.equivalence;

/** What a check found. */
public enum Verdict {
  /** The criterion is met. */
  EQUIVALENT,
  /** The samples neither show that the criterion is met nor that it is not. Never a pass. */
  INCONCLUSIVE,
  /** The criterion is not met. */
  NOT_EQUIVALENT;

  /** The worse of two. */
  public Verdict and(Verdict other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
