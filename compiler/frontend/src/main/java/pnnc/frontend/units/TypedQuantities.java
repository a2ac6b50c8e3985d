package pnnc.frontend.units;

import pnnc.base.units.Quantity;
import pnnc.base.units.Unit;

/**
 * The way from exact quantities of programs to the typed doubles of public APIs. It goes one way
 * only: what was rounded never becomes exact again.
 */
public final class TypedQuantities {
  private TypedQuantities() {}

  /**
   * {@code measure} as a quantity that counts {@code unit}s.
   *
   * @throws IllegalArgumentException if it is of another dimension
   */
  public static <Q extends Quantity> Q of(Measure measure, Unit<Q> unit) {
    String symbol = unit.symbol().equals("um2") ? "um^2" : unit.symbol();
    return unit.of().apply(measure.in(Units.scale(symbol)).toDouble());
  }
}
