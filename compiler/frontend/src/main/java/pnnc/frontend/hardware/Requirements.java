package pnnc.frontend.hardware;

import java.util.Optional;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.frontend.ast.CheckEntry;
import pnnc.frontend.ast.Expr;
import pnnc.frontend.ast.Name;
import pnnc.frontend.ast.Operator;
import pnnc.frontend.units.Expectations;
import pnnc.frontend.units.Measure;
import pnnc.frontend.units.Measured;
import pnnc.frontend.units.Rational;

/** Reads {@code require} lines. */
final class Requirements {
  /** {@code snr(output)}. */
  private record Measurand(Metric metric, Optional<String> output) {}

  private final Report report;
  private final Arithmetic arithmetic;

  Requirements(Report report) {
    this.report = report;
    this.arithmetic = new Arithmetic(report);
  }

  /** What {@code line} requires; empty if a fault has been reported. */
  Optional<ResolvedCheck.Requirement> read(CheckEntry.Requirement line) {
    Optional<Measure> confidence = line.confidence().flatMap(this::confidence);
    if (!(line.condition() instanceof Expr.Binary binary) || !isBound(binary.operator())) {
      report.fault(
          DiagnosticCode.REQUIREMENT_FORM.error(Forms.describe(line.condition())),
          line.condition().span());
      return Optional.empty();
    }
    Optional<Measurand> of = measurand(binary.left());
    Optional<Measure> bound = of.isPresent() ? bound(binary, of.get().metric()) : Optional.empty();
    if (of.isEmpty() || bound.isEmpty() || !goTogether(line, binary, of.get())) {
      return Optional.empty();
    }
    return Optional.of(
        new ResolvedCheck.Requirement(
            of.get().metric(),
            of.get().output(),
            line.each().isPresent(),
            binary.operator(),
            bound.get(),
            confidence,
            line.span()));
  }

  /** The output that {@code entry} speaks of: {@code require snr(output) >= 30 dB}. */
  static Optional<Name> output(CheckEntry entry) {
    return entry instanceof CheckEntry.Requirement line
            && line.condition() instanceof Expr.Binary binary
            && binary.left() instanceof Expr.Call call
            && call.arguments().size() == 1
            && call.arguments().get(0).value() instanceof Expr.Reference output
        ? Optional.of(output.name())
        : Optional.empty();
  }

  private static boolean isBound(Operator operator) {
    return switch (operator) {
      case AT_MOST, AT_LEAST, BELOW, ABOVE -> true;
      default -> false;
    };
  }

  private Optional<Measure> confidence(Expr expr) {
    Optional<Measure> value = arithmetic.measure(expr);
    if (value.isEmpty()) {
      return value;
    }
    Measure found = value.get();
    boolean isShare =
        found.dimension().isNone()
            && found.value().signum() > 0
            && found.value().compareTo(Rational.ONE) < 0;
    if (!isShare) {
      report.fault(DiagnosticCode.CONFIDENCE_INVALID.error(found.described()), expr.span());
    }
    return value.filter(v -> isShare);
  }

  private Optional<Measurand> measurand(Expr expr) {
    if (expr instanceof Expr.Call call
        && call.piped().isEmpty()
        && call.arguments().size() == 1
        && call.callee() instanceof Expr.Reference name
        && call.arguments().get(0).value() instanceof Expr.Reference output) {
      return metric(name).map(m -> new Measurand(m, Optional.of(output.name().text())));
    }
    if (expr instanceof Expr.Reference name) {
      return metric(name).map(m -> new Measurand(m, Optional.empty()));
    }
    report.fault(DiagnosticCode.REQUIREMENT_FORM.error(Forms.describe(expr)), expr.span());
    return Optional.empty();
  }

  private Optional<Metric> metric(Expr.Reference name) {
    String word = name.name().text();
    Optional<Metric> metric = Metric.called(word);
    if (metric.isEmpty()) {
      report.fault(
          Words.hint(DiagnosticCode.METRIC_UNKNOWN.error(word), word, Metric.names()), name.span());
    }
    return metric;
  }

  private Optional<Measure> bound(Expr.Binary binary, Metric metric) {
    Expr expr = binary.right();
    Optional<Measure> bound = arithmetic.measure(expr);
    if (bound.isEmpty()) {
      return bound;
    }
    var fault = Expectations.fault(bound.get(), metric.unit());
    fault.ifPresent(f -> report.fault(f, expr.span()));
    boolean isShare = bound.get().value().compareTo(Rational.ONE) <= 0;
    if (fault.isEmpty() && metric.isShare() && !isShare) {
      report.fault(
          DiagnosticCode.CHECK_VALUE.error(metric, "a share of at most 1", bound.get().rounded()),
          expr.span());
    }
    return bound.filter(b -> fault.isEmpty() && (isShare || !metric.isShare()));
  }

  private boolean goTogether(CheckEntry.Requirement line, Expr.Binary binary, Measurand of) {
    boolean isLower = binary.operator() == Operator.AT_LEAST || binary.operator() == Operator.ABOVE;
    String fault = null;
    if (isLower != of.metric().isMoreBetter()) {
      fault =
          "is good when it is %s"
              .formatted(isLower ? "small: bound it with <=" : "large: bound it with >=");
    } else if (of.metric().isShare() && (line.each().isPresent() || of.output().isPresent())) {
      fault = "is of the whole network, not of a part";
    } else if (!of.metric().isShare() && line.confidence().isPresent()) {
      fault = "is no share of samples and has no confidence";
    } else if (line.each().filter(e -> !e.text().equals("layer")).isPresent()) {
      fault = "can be required of each layer, not of each " + line.each().get();
    } else if (line.each().isPresent() && of.output().isPresent()) {
      fault = "is required of each layer or of one output, not both";
    }
    if (fault != null) {
      report.fault(DiagnosticCode.REQUIREMENT_MISFIT.error(of.metric(), fault), line.span());
    }
    return fault == null;
  }

  /** A quantity or a range of the kind that {@code field} holds; empty if that was reported. */
  Optional<DataValue> variation(Expr expr, Resolved field, String name) {
    FieldKind of = field.kind() instanceof FieldKind.Interval i ? i.of() : field.kind();
    Scalars scalars = new Scalars(report);
    Scalars.Place place = new Scalars.Place(name, field.range(), java.util.Set.of());
    return expr instanceof Expr.RangeValue
        ? scalars.value(expr, new FieldKind.Interval(of), place)
        : scalars.value(expr, field.kind(), place);
  }

  /** A whole number from {@code least} to a million; empty if that has been reported. */
  Optional<Long> count(String what, Expr expr, long least) {
    Optional<Measured> value = arithmetic.measured(expr);
    Optional<Long> count =
        value
            .map(Measured::nominal)
            .filter(m -> m.dimension().isNone() && m.value().isWhole())
            .map(m -> m.value().numerator())
            .filter(n -> n.bitLength() < Integer.SIZE)
            .map(java.math.BigInteger::longValueExact)
            .filter(n -> n >= least && n <= 1_000_000);
    if (value.isPresent() && count.isEmpty()) {
      report.fault(
          DiagnosticCode.CHECK_VALUE.error(
              what,
              "a whole number from %d to 1000000".formatted(least),
              value.get().nominal().described()),
          expr.span());
    }
    return count;
  }
}
