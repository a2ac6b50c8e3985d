package pnnc.frontend.units;

import java.util.Optional;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;

/**
 * A quantity and how far the truth may be from it.
 *
 * @param nominal the quantity
 * @param tolerance half the width of the interval around it, in the same dimension, not negative;
 *     empty if nothing is known
 */
public record Measured(Measure nominal, Optional<Measure> tolerance) {
  public Measured {
    if (tolerance.isPresent()
        && (!tolerance.get().dimension().equals(nominal.dimension())
            || tolerance.get().value().signum() < 0)) {
      throw new IllegalArgumentException("%s +- %s".formatted(nominal, tolerance.get()));
    }
  }

  /** Of unknown tolerance. */
  public static Measured exactly(Measure nominal) {
    return new Measured(nominal, Optional.empty());
  }

  /**
   * {@code nominal +- tolerance}. A plain number or percentage beside a quantity with a unit is a
   * share of it: {@code 5 kohm +- 5 %}.
   *
   * @throws DiagnosedException if the two do not go together; without a place
   */
  public static Measured of(Measure nominal, Measure tolerance) {
    boolean isShare = tolerance.dimension().isNone() && !nominal.dimension().isNone();
    Measure width =
        isShare
            ? tolerance.times(new Measure(nominal.value().abs(), nominal.dimension()))
            : tolerance;
    if (!width.dimension().equals(nominal.dimension()) || width.value().signum() < 0) {
      throw new DiagnosedException(
          DiagnosticCode.TOLERANCE_INVALID.error(tolerance.described(), nominal.described()));
    }
    return new Measured(nominal, Optional.of(width));
  }

  /** Exactly, in {@code unit}; evaluates to this again. */
  public String text(String unit) {
    return tolerance
        .map(t -> nominal.text(unit) + " +- " + t.text(unit))
        .orElseGet(() -> nominal.text(unit));
  }

  @Override
  public String toString() {
    return nominal.rounded() + tolerance.map(t -> " +- " + t.rounded()).orElse("");
  }
}
