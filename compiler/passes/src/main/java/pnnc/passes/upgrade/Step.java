package pnnc.passes.upgrade;

/**
 * A change of the standard to one operator.
 *
 * @param operator as ONNX spells it
 * @param version of the operator set that brought the change
 * @param verdict what it means for a network
 * @param note why; for {@link Verdict#IMPOSSIBLE}, a clause for the user
 */
record Step(String operator, int version, Verdict verdict, String note) {
  /** What a change means for a network. */
  enum Verdict {
    /** Whatever the operator could say before, the same words say after. */
    SAME,
    /** A rule says it in other words, perhaps not in all cases. */
    REWRITTEN,
    /** Never possible. */
    IMPOSSIBLE
  }
}
