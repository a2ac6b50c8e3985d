package pnnc.frontend.units;

import java.util.Optional;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;

/**
 * An exact quantity.
 *
 * @param value in base units
 * @param dimension of those
 */
public record Measure(Rational value, Dimension dimension) {
  /** Powers beyond this are no physics. */
  private static final int MOST_POWER = 64;

  /** A plain number. */
  public static Measure number(Rational value) {
    return new Measure(value, Dimension.NONE);
  }

  /**
   * {@code number} of {@code unit}, both as programs write them.
   *
   * @param unit empty for a plain number
   * @throws DiagnosedException if there is no such unit or the number is absurd; without a place
   */
  public static Measure of(String number, String unit) {
    return of(Rational.parse(number), Units.scale(unit));
  }

  /** {@code count} of {@code unit}. */
  public static Measure of(Rational count, Scale unit) {
    return new Measure(count.times(unit.factor()), unit.dimension());
  }

  /**
   * The sum.
   *
   * @throws DiagnosedException if the dimensions differ; without a place
   */
  public Measure plus(Measure other) {
    require(other, "added");
    return new Measure(value.plus(other.value), dimension);
  }

  /**
   * The difference.
   *
   * @throws DiagnosedException if the dimensions differ; without a place
   */
  public Measure minus(Measure other) {
    require(other, "subtracted");
    return new Measure(value.minus(other.value), dimension);
  }

  private void require(Measure other, String verb) {
    if (!dimension.equals(other.dimension)) {
      throw new DiagnosedException(
          DiagnosticCode.UNITS_DIFFER.error(described(), other.described(), verb));
    }
  }

  public Measure negated() {
    return new Measure(value.negated(), dimension);
  }

  public Measure times(Measure other) {
    return new Measure(value.times(other.value), dimension.times(other.dimension));
  }

  /**
   * The quotient.
   *
   * @throws DiagnosedException if {@code other} is 0; without a place
   */
  public Measure over(Measure other) {
    if (other.value.signum() == 0) {
      throw new DiagnosedException(
          DiagnosticCode.QUANTITY_OPERATION.error("/", described(), "0: it divides by zero"));
    }
    return new Measure(value.over(other.value), dimension.over(other.dimension));
  }

  /**
   * This to a whole power.
   *
   * @throws DiagnosedException if {@code exponent} is not a whole number within ±64, or 0 would be
   *     divided by; without a place
   */
  public Measure power(Measure exponent) {
    boolean fits =
        exponent.dimension.isNone()
            && exponent.value.isWhole()
            && exponent.value.abs().compareTo(Rational.of(MOST_POWER)) <= 0
            && (value.signum() != 0 || exponent.value.signum() >= 0);
    if (!fits) {
      throw new DiagnosedException(
          DiagnosticCode.QUANTITY_OPERATION.error(
              "^", described(), exponent.described() + ", no whole power"));
    }
    int power = exponent.value.numerator().intValueExact();
    return new Measure(value.power(power), dimension.power(power));
  }

  /**
   * Below 0, 0 or above 0 as this is less than, equal to or more than {@code other}.
   *
   * @throws DiagnosedException if the dimensions differ; without a place
   */
  public int compare(Measure other) {
    require(other, "compared");
    return value.compareTo(other.value);
  }

  /**
   * How many of {@code unit} this is.
   *
   * @throws IllegalArgumentException if that is a unit of something else
   */
  public Rational in(Scale unit) {
    if (!unit.dimension().equals(dimension)) {
      throw new IllegalArgumentException(
          "%s is %s, not %s".formatted(this, kind(), Kinds.name(unit.dimension())));
    }
    return value.over(unit.factor());
  }

  /** What it is: {@code a conductance}. */
  public String kind() {
    return Kinds.name(dimension);
  }

  /** The value and what it is, for messages: {@code 5 kohm (a resistance)}, {@code 5}. */
  public String described() {
    return dimension.isNone() ? rounded() : "%s (%s)".formatted(rounded(), kind());
  }

  /** In its best unit, to six digits. */
  public String rounded() {
    String unit = unit();
    return join(in(Units.scale(unit)).rounded(6), unit);
  }

  /**
   * Exactly, in {@code unit}: {@code 2.5 mm^2}; an expression {@code 1 mm / 3} if no decimal
   * fraction is it. Evaluates to this again.
   */
  public String text(String unit) {
    Rational count = in(Units.scale(unit));
    if (count.isDecimal()) {
      return join(count.toString(), unit);
    }
    return join(count.numerator().toString(), unit) + " / " + count.denominator();
  }

  /** Exactly, in its best unit. */
  @Override
  public String toString() {
    return text(unit());
  }

  private static String join(String number, String unit) {
    return unit.isEmpty() ? number : number + " " + unit;
  }

  /** The unit that it is printed in: the largest of which it is at least one; may be empty. */
  public String unit() {
    Optional<Kinds.Kind> kind = Kinds.of(dimension);
    if (kind.isEmpty() || kind.get().units().isEmpty()) {
      return dimension.toString();
    }
    if (value.signum() == 0) {
      return kind.get().usual();
    }
    String best = kind.get().units().get(0);
    for (String unit : kind.get().units()) {
      if (value.abs().compareTo(Units.scale(unit).factor()) >= 0) {
        best = unit;
      }
    }
    return best;
  }
}
