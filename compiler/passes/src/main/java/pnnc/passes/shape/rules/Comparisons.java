package pnnc.passes.shape.rules;

import pnnc.passes.shape.Extent;

/** Comparisons of sizes: 1 for true, 0 for false, unknown where the names decide. */
final class Comparisons {
  private Comparisons() {}

  static Extent equal(Extent a, Extent b) {
    if (a.isKnown() && a.equals(b)) {
      return Extent.ONE;
    }
    boolean apart = a.isAtLeast(b.plus(1)) || b.isAtLeast(a.plus(1));
    return apart ? Extent.ZERO : Extent.UNKNOWN;
  }

  static Extent notEqual(Extent a, Extent b) {
    return not(equal(a, b));
  }

  static Extent atLeast(Extent a, Extent b) {
    if (a.isAtLeast(b)) {
      return Extent.ONE;
    }
    return b.isAtLeast(a.plus(1)) ? Extent.ZERO : Extent.UNKNOWN;
  }

  static Extent not(Extent truth) {
    return Extent.ONE.minus(truth);
  }
}
