package pnnc.base.units;

/** A finite number with a unit: what public APIs pass instead of a bare {@code double}. */
public sealed interface Quantity
    permits Amperes,
        Decibels,
        Farads,
        Micrometres,
        Ohms,
        Radians,
        Seconds,
        Siemens,
        SquareMicrometres,
        Volts,
        Watts {
  /** The number, finite. */
  double value();

  /** The unit that {@link #value} counts. */
  Unit<?> unit();

  /** The number and its unit, {@code 0.78 ohm}. */
  default String describe() {
    return value() + " " + unit().symbol();
  }

  /**
   * Checks that this is above zero.
   *
   * @param what the quantity's name in the message
   * @throws IllegalArgumentException if it is not
   */
  default void requirePositive(String what) {
    if (!(value() > 0)) {
      throw new IllegalArgumentException("%s %s is not positive".formatted(what, describe()));
    }
  }

  /**
   * Checks that this is not below zero.
   *
   * @param what the quantity's name in the message
   * @throws IllegalArgumentException if it is
   */
  default void requireNotNegative(String what) {
    if (!(value() >= 0)) {
      throw new IllegalArgumentException("%s %s is negative".formatted(what, describe()));
    }
  }
}
