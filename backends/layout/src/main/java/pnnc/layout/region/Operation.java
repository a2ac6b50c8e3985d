package pnnc.layout.region;

/** Which points two sets make together. */
enum Operation {
  UNION,
  INTERSECTION,
  DIFFERENCE,
  XOR;

  /**
   * Whether a point that lies {@code a} times in the first set and {@code b} in the second is in.
   */
  boolean isInside(int a, int b) {
    return switch (this) {
      case UNION -> (a | b) != 0;
      case INTERSECTION -> a != 0 && b != 0;
      case DIFFERENCE -> a != 0 && b == 0;
      case XOR -> (a != 0) != (b != 0);
    };
  }
}
