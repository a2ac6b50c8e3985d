package pnnc.ir.circuit;

import java.util.Map;
import java.util.TreeMap;
import pnnc.base.units.Unit;

/**
 * How far two numbers may be apart and still be one: {@code |a − b| ≤ absolute + relative ·
 * max(|a|, |b|)}.
 *
 * @param relative for every number
 * @param absolute by the symbol of the unit; none means 0. The manufacturing grid goes here
 */
public record Tolerance(double relative, Map<String, Double> absolute) {
  /** Numbers must be equal. */
  public static final Tolerance EXACT = relative(0);

  public Tolerance {
    absolute = Map.copyOf(absolute);
    if (!(relative >= 0) || absolute.values().stream().anyMatch(a -> !(a >= 0))) {
      throw new IllegalArgumentException("not a tolerance: %s %s".formatted(relative, absolute));
    }
  }

  /** The same relative tolerance for every number. */
  public static Tolerance relative(double relative) {
    return new Tolerance(relative, Map.of());
  }

  /** This tolerance with {@code value} allowed in addition for quantities in {@code unit}. */
  public Tolerance with(Unit<?> unit, double value) {
    Map<String, Double> more = new TreeMap<>(absolute);
    more.put(unit.symbol(), value);
    return new Tolerance(relative, more);
  }

  /** Whether {@code a} and {@code b}, both in {@code unit}, count as the same. */
  boolean accepts(double a, double b, String unit) {
    return excess(a, b, unit) <= 0;
  }

  /** By how much they are further apart than they may be. */
  double excess(double a, double b, String unit) {
    double most = Math.max(Math.abs(a), Math.abs(b));
    return Math.abs(a - b) - absolute.getOrDefault(unit, 0.0) - relative * most;
  }
}
