package pnnc.frontend.hardware;

import java.util.OptionalDouble;

/**
 * Resistances of a technology in one corner and at the technology's {@code temperature}:
 *
 * <pre>{@code R = R(corner) · (1 + tcr · (T − 300 K))}</pre>
 *
 * <p>{@code R(corner)} is the field of that corner ({@code sheet_slow}); without one it is the
 * nominal value, its tolerance added in the slow corner and taken off in the fast one, never below
 * 0; without a tolerance the nominal value. {@code tcr} is the entry's own; without one {@code
 * metal_tcr} for conductors and cuts, and 0 for the rest.
 */
final class Resistances {
  /** What the values of technologies are for, in kelvin; assumed of all of them. */
  private static final double REFERENCE_KELVIN = 300;

  private static final String TCR = "tcr";

  private final ProcessCorner corner;
  private final double kelvin;
  private final double metal;

  /**
   * Those of {@code technology}.
   *
   * @param technology its fields
   */
  Resistances(Fields technology, ProcessCorner corner) {
    this.corner = corner;
    this.kelvin = Dbu.number(technology, "temperature", "K").orElse(REFERENCE_KELVIN);
    this.metal = Dbu.number(technology, "metal_tcr", "K^-1").orElse(0);
  }

  /** Ohms per square of a layer. */
  OptionalDouble sheet(Fields layer) {
    boolean isMetal = layer.symbol("purpose").equals("conductor");
    return warm(at(layer, "sheet", "ohm/sq"), layer, isMetal ? metal : 0);
  }

  /** Ohms of a cut. */
  OptionalDouble cut(Fields via) {
    return warm(at(via, "resistance", "ohm"), via, metal);
  }

  /** Ohms per square of an element's body, where it has a value of its own. */
  OptionalDouble body(Fields element) {
    return warm(at(element, "sheet", "ohm/sq"), element, 0);
  }

  private OptionalDouble at(Fields fields, String field, String unit) {
    OptionalDouble own = Dbu.number(fields, field + corner.suffix(), unit);
    OptionalDouble nominal = Dbu.number(fields, field, unit);
    if (own.isPresent() || nominal.isEmpty()) {
      return own;
    }
    double spread = Dbu.tolerance(fields, field, unit);
    return OptionalDouble.of(Math.max(0, nominal.getAsDouble() + corner.sign() * spread));
  }

  private OptionalDouble warm(OptionalDouble ohms, Fields fields, double otherwise) {
    double tcr = Dbu.number(fields, TCR, "K^-1").orElse(otherwise);
    double factor = 1 + tcr * (kelvin - REFERENCE_KELVIN);
    return ohms.isEmpty() ? ohms : OptionalDouble.of(Math.max(0, ohms.getAsDouble() * factor));
  }
}
