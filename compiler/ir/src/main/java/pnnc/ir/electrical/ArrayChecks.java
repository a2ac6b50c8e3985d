package pnnc.ir.electrical;

import pnnc.ir.circuit.Reals;

/** Ranges of arrays of numbers. */
final class ArrayChecks {
  private ArrayChecks() {}

  static void positive(String what, Reals values) {
    if (!(values.min() > 0)) {
      throw new IllegalArgumentException("%s %s is not positive".formatted(what, values.min()));
    }
  }

  static void notNegative(String what, Reals values) {
    if (!(values.min() >= 0)) {
      throw new IllegalArgumentException("%s %s is negative".formatted(what, values.min()));
    }
  }

  static void counts(String what, Reals values) {
    notNegative(what, values);
    if (!values.areWhole() || values.max() > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("%s are not all whole numbers".formatted(what));
    }
  }
}
