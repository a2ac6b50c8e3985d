package pnnc.frontend.hardware;

import java.util.Optional;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.frontend.ast.Expr;
import pnnc.frontend.ast.Operator;
import pnnc.frontend.units.Measure;
import pnnc.frontend.units.Measured;
import pnnc.frontend.units.Units;

/** Calculates with quantities. Reports what is wrong with them where it stands. */
final class Arithmetic {
  private final Report report;

  Arithmetic(Report report) {
    this.report = report;
  }

  /** Whether {@code expr} is a calculation at all. */
  static boolean isNumber(Expr expr) {
    return expr instanceof Expr.NumberLiteral
        || expr instanceof Expr.QuantityLiteral
        || expr instanceof Expr.Negation
        || (expr instanceof Expr.Binary binary && isArithmetic(binary.operator()));
  }

  private static boolean isArithmetic(Operator operator) {
    return switch (operator) {
      case POWER, TIMES, DIVIDE, PLUS, MINUS, TOLERANCE -> true;
      default -> false;
    };
  }

  /** The value of {@code expr}; empty if that has been reported. */
  Optional<Measured> measured(Expr expr) {
    if (expr instanceof Expr.Binary binary && binary.operator() == Operator.TOLERANCE) {
      Optional<Measure> nominal = measure(binary.left());
      Optional<Measure> tolerance = measure(binary.right());
      return nominal.isPresent() && tolerance.isPresent()
          ? report.attempt(binary.right().span(), () -> Measured.of(nominal.get(), tolerance.get()))
          : Optional.empty();
    }
    return measure(expr).map(Measured::exactly);
  }

  /** The value of {@code expr}, which has no tolerance; empty if that has been reported. */
  Optional<Measure> measure(Expr expr) {
    if (expr instanceof Expr.NumberLiteral number) {
      return report.attempt(expr.span(), () -> Measure.of(number.text(), ""));
    }
    if (expr instanceof Expr.QuantityLiteral quantity) {
      return report.attempt(expr.span(), () -> Measure.of(quantity.number(), quantity.unit()));
    }
    if (expr instanceof Expr.Negation negation) {
      return measure(negation.of()).map(Measure::negated);
    }
    if (expr instanceof Expr.Binary binary && isArithmetic(binary.operator())) {
      return binary(binary);
    }
    report.fault(
        DiagnosticCode.NOT_DATA.error(Forms.describe(expr) + " among numbers"), expr.span());
    return Optional.empty();
  }

  private Optional<Measure> binary(Expr.Binary binary) {
    Optional<Measure> left = measure(binary.left());
    if (isLooseUnit(binary)) {
      String joined =
          binary.left().span().text() + binary.operator().symbol() + binary.right().span().text();
      report.fault(
          DiagnosticCode.NOT_DATA
              .error("the unit `%s` without a number".formatted(binary.right().span().text()))
              .help("write `%s`, without blanks inside the unit".formatted(joined)),
          binary.right().span());
      return Optional.empty();
    }
    Optional<Measure> right = measure(binary.right());
    return left.isEmpty() || right.isEmpty()
        ? Optional.empty()
        : report.attempt(binary.span(), () -> apply(binary.operator(), left.get(), right.get()));
  }

  /** {@code 2 dB / cm}: the rest of a unit behind a blank. */
  private static boolean isLooseUnit(Expr.Binary binary) {
    return binary.left() instanceof Expr.QuantityLiteral
        && (binary.operator() == Operator.DIVIDE || binary.operator() == Operator.TIMES)
        && binary.right() instanceof Expr.Reference unit
        && Units.isUnit(unit.name().text());
  }

  private static Measure apply(Operator operator, Measure left, Measure right) {
    return switch (operator) {
      case PLUS -> left.plus(right);
      case MINUS -> left.minus(right);
      case TIMES -> left.times(right);
      case DIVIDE -> left.over(right);
      case POWER -> left.power(right);
      default ->
          throw new DiagnosedException(
              DiagnosticCode.QUANTITY_OPERATION.error(
                  operator.symbol(),
                  left.described(),
                  right.described() + " inside a calculation; put it last"));
    };
  }
}
