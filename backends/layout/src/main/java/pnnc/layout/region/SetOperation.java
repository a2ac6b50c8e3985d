package pnnc.layout.region;

/** What becomes of the points of two sets. */
public enum SetOperation {
  /** In both. */
  AND(Operation.INTERSECTION),
  /** In either. */
  OR(Operation.UNION),
  /** In the first, not in the second. */
  NOT(Operation.DIFFERENCE),
  /** In one of them only. */
  XOR(Operation.XOR);

  private final Operation operation;

  SetOperation(Operation operation) {
    this.operation = operation;
  }

  /** The points that are left of {@code first} and {@code second}. */
  public Region of(Region first, Region second) {
    return first.combine(operation, second);
  }

  /** Whether anything is left of one set where the other is empty. */
  boolean keeps(boolean isFirst) {
    return operation.isInside(isFirst ? 1 : 0, isFirst ? 0 : 1);
  }
}
