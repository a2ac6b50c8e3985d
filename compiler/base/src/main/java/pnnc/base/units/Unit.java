package pnnc.base.units;

import java.util.function.DoubleFunction;

/**
 * A unit of measurement and the type that carries it.
 *
 * @param symbol letters only, as text forms write it after a number: {@code ohm}
 * @param of makes a quantity of this unit; throws IllegalArgumentException if not finite
 */
public record Unit<Q extends Quantity>(String symbol, DoubleFunction<Q> of) {
  /** Checks that {@code value} is a number at all. */
  void requireFinite(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("not a quantity: %s %s".formatted(value, symbol));
    }
  }
}
