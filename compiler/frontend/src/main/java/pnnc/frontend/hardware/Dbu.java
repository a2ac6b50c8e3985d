package pnnc.frontend.hardware;

import java.math.BigInteger;
import java.util.OptionalDouble;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.frontend.units.Measure;
import pnnc.frontend.units.Rational;

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
    return whole(path, fields, field, unit);
  }

  /** The area {@code field}, in square units, rounded up: no shape is between two of them. */
  long area(Fields fields, String field) {
    Rational count = fields.measure(field).value().over(unit.times(unit).value());
    BigInteger[] parts = count.numerator().divideAndRemainder(count.denominator());
    return Math.addExact(parts[0].longValueExact(), parts[1].signum());
  }

  private long whole(String path, Fields fields, String field, Measure of) {
    Measure value = fields.measure(field);
    Rational count = value.value().over(of.value());
    if (!count.isWhole()) {
      String name = path.equals(field) ? field : path + "." + field;
      report.fault(
          DiagnosticCode.LENGTH_OFF_DBU.error(name, value.toString(), of.toString()),
          fields.get(field).span());
      return 1;
    }
    return count.numerator().longValueExact();
  }

  /** The plain number or angle {@code field} in {@code unit}, if it is set. */
  static OptionalDouble number(Fields fields, String field, String unit) {
    return fields.has(field)
        ? OptionalDouble.of(fields.number(field, unit))
        : OptionalDouble.empty();
  }

  void throwIfFaulty() {
    faults.throwIfErrors();
  }
}
