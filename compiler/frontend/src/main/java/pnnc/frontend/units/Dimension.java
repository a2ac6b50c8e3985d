package pnnc.frontend.units;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntBinaryOperator;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;

/**
 * What a quantity is a quantity of: a product of powers of base dimensions.
 *
 * @param powers one for each {@link Base}, in that order, within ±64
 */
public record Dimension(List<Integer> powers) {
  /** The base dimensions, each with its base unit. */
  public enum Base {
    LENGTH("m"),
    MASS("kg"),
    TIME("s"),
    CURRENT("A"),
    TEMPERATURE("K"),
    AMOUNT("mol"),
    LUMINOSITY("cd"),
    ANGLE("rad"),
    DATA("bit"),
    SAMPLE("Sa"),
    DECIBEL("dB"),
    SQUARE("sq");

    private final String unit;

    Base(String unit) {
      this.unit = unit;
    }

    /** The symbol of its unit. */
    public String unit() {
      return unit;
    }
  }

  private static final List<Base> BASES = List.of(Base.values());

  /** Of plain numbers. */
  public static final Dimension NONE = new Dimension(Collections.nCopies(Base.values().length, 0));

  private static final int MOST = 64;

  /**
   * A product of powers.
   *
   * @throws DiagnosedException if a power is beyond ±64; without a place
   */
  public Dimension {
    powers = List.copyOf(powers);
    if (powers.stream().anyMatch(p -> Math.abs(p) > MOST)) {
      throw new DiagnosedException(
          DiagnosticCode.QUANTITY_BEYOND.error("a unit", "to a power beyond " + MOST));
    }
  }

  /** Of one base. */
  public static Dimension of(Base base) {
    List<Integer> powers = new ArrayList<>(NONE.powers);
    powers.set(BASES.indexOf(base), 1);
    return new Dimension(powers);
  }

  public Dimension times(Dimension other) {
    return with(other, Integer::sum);
  }

  public Dimension over(Dimension other) {
    return with(other, (a, b) -> a - b);
  }

  private Dimension with(Dimension other, IntBinaryOperator operator) {
    List<Integer> result = new ArrayList<>();
    for (int i = 0; i < powers.size(); i++) {
      result.add(operator.applyAsInt(powers.get(i), other.powers.get(i)));
    }
    return new Dimension(result);
  }

  /** This to the power {@code exponent}, within ±64. */
  public Dimension power(int exponent) {
    return new Dimension(powers.stream().map(p -> p * exponent).toList());
  }

  /** Whether plain numbers have it. */
  public boolean isNone() {
    return equals(NONE);
  }

  /** Base units, {@code m^2*kg*s^-3}; empty for plain numbers. */
  @Override
  public String toString() {
    List<String> factors = new ArrayList<>();
    for (int i = 0; i < powers.size(); i++) {
      Base base = BASES.get(i);
      int power = powers.get(i);
      if (power != 0) {
        factors.add(power == 1 ? base.unit() : base.unit() + "^" + power);
      }
    }
    return String.join("*", factors);
  }
}
