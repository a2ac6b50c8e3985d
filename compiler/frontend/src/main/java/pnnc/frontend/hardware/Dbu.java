package pnnc.frontend.hardware;

import java.math.BigInteger;
import java.util.OptionalDouble;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.frontend.units.Measure;
import pnnc.frontend.units.Rational;
import pnnc.frontend.units.Units;

/** Lengths and areas as whole database units. Gathers those that are none. */
final class Dbu {
  private final Measure unit;
  private final Diagnostics faults = new Diagnostics();
  private final Report report = new Report(faults);

  Dbu(Measure unit) {
    if (unit.value().signum() <= 0) {
      throw new IllegalArgumentException("a database unit of " + unit);
    }
    this.unit = unit;
  }

  /** The length {@code field} of {@code fields}, which are called {@code path}; 1 if faulty. */
  long length(String path, Fields fields, String field) {
    return length(path, fields, field, 0);
  }

  /** The same of a length that may not be 0. */
  long positive(String path, Fields fields, String field) {
    return length(path, fields, field, 1);
  }

  private long length(String path, Fields fields, String field, long least) {
    Measure value = fields.measure(field);
    Rational count = value.value().over(unit.value());
    if (!count.isWhole()) {
      String name = name(path, field);
      report.fault(
          DiagnosticCode.LENGTH_OFF_DBU.error(name, value.toString(), unit.toString()),
          fields.get(field).span());
      return 1;
    }
    boolean isGood =
        count.compareTo(Rational.of(least)) >= 0
            && count.compareTo(Rational.of(Integer.MAX_VALUE)) <= 0;
    String range = "%d to %d database units of %s".formatted(least, Integer.MAX_VALUE, unit);
    return require(isGood, path, fields, field, value.toString(), range)
        ? count.numerator().longValueExact()
        : 1;
  }

  private static String name(String path, String field) {
    return path.equals(field) ? field : path + "." + field;
  }

  /** The area {@code field}, in square units, rounded up: no shape is between two of them. */
  long area(String path, Fields fields, String field) {
    Measure value = fields.measure(field);
    Rational count = value.value().over(unit.times(unit).value());
    boolean isGood = count.signum() >= 0 && count.compareTo(Rational.of(Long.MAX_VALUE)) < 0;
    String range = "0 to less than %d square database units of %s".formatted(Long.MAX_VALUE, unit);
    if (!require(isGood, path, fields, field, value.toString(), range)) {
      return 1;
    }
    BigInteger[] parts = count.numerator().divideAndRemainder(count.denominator());
    return Math.addExact(parts[0].longValueExact(), parts[1].signum());
  }

  /** The plain number or angle {@code field} in {@code unit}, if it is set. */
  static OptionalDouble number(Fields fields, String field, String unit) {
    return fields.has(field)
        ? OptionalDouble.of(fields.number(field, unit))
        : OptionalDouble.empty();
  }

  /** The same of a number of a rule; {@code least} if it is below that or above {@code most}. */
  OptionalDouble number(
      String path, Fields fields, String field, String unit, int least, int most) {
    OptionalDouble number = number(fields, field, unit);
    if (number.isEmpty()) {
      return number;
    }
    double value = number.getAsDouble();
    String range = "%d to %d %s".formatted(least, most, unit).trim();
    return require(
            least <= value && value <= most,
            path,
            fields,
            field,
            fields.measure(field).text(unit),
            range)
        ? number
        : OptionalDouble.of(least);
  }

  /** Reports what is no number for a rule, with the range that it wants; returns {@code isGood}. */
  boolean require(
      boolean isGood, String path, Fields fields, String field, String value, String range) {
    if (!isGood) {
      report.fault(
          DiagnosticCode.RULE_NUMBER.error(name(path, field), value, range),
          fields.get(field).span());
    }
    return isGood;
  }

  /** Half the width of what {@code field} may be, in {@code unit}; 0 if nobody says. */
  static double tolerance(Fields fields, String field, String unit) {
    return fields.get(field).value() instanceof DataValue.Quantity q
        ? q.measured().tolerance().map(t -> t.in(Units.scale(unit)).toDouble()).orElse(0.0)
        : 0;
  }

  void throwIfFaulty() {
    faults.throwIfErrors();
  }
}
