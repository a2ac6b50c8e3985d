package pnnc.frontend.hardware;

import java.util.Optional;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.frontend.ast.Expr;
import pnnc.frontend.source.Span;
import pnnc.frontend.units.Expectations;
import pnnc.frontend.units.Measure;
import pnnc.frontend.units.Measured;

/** Quantities and ranges of them, against the kind that their field wants. */
final class Intervals {
  private Intervals() {}

  /** The range {@code ends}, each end of kind {@code of}; empty if that has been reported. */
  static Optional<DataValue.Interval> read(
      Expr.RangeValue ends, FieldKind of, Arithmetic arithmetic, Report report) {
    Optional<Measured> from =
        arithmetic.measured(ends.from()).filter(m -> fits(m, of, ends.from().span(), report));
    Optional<Measured> to =
        arithmetic.measured(ends.to()).filter(m -> fits(m, of, ends.to().span(), report));
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    DataValue.Interval interval = new DataValue.Interval(from.get(), to.get());
    if (from.get().nominal().value().compareTo(to.get().nominal().value()) > 0) {
      report.fault(
          DiagnosticCode.RANGE_REVERSED.error(interval.from() + " .. " + interval.to()),
          ends.span());
      return Optional.empty();
    }
    return Optional.of(interval);
  }

  /** Whether {@code measured} is of {@code kind}; otherwise it has been said. */
  static boolean fits(Measured measured, FieldKind kind, Span span, Report report) {
    String unit = kind instanceof FieldKind.InUnit in ? in.unit() : "";
    Measure nominal = measured.nominal();
    Optional<Diagnostic> fault = Expectations.fault(nominal, unit);
    boolean isBroken =
        kind instanceof FieldKind.Numeric number && number.isWhole() && !nominal.value().isWhole();
    if (fault.isEmpty() && isBroken) {
      fault = Optional.of(DiagnosticCode.UNIT_MISFIT.error(kind.describe(), nominal.rounded()));
    }
    fault.ifPresent(f -> report.fault(f, span));
    return fault.isEmpty();
  }

  /** Whether {@code measured} lies in {@code range}, ends included. */
  static boolean contains(DataValue.Interval range, Measured measured) {
    var value = measured.nominal().value();
    return range.from().nominal().value().compareTo(value) <= 0
        && range.to().nominal().value().compareTo(value) >= 0;
  }
}
