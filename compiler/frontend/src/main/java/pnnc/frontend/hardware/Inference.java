package pnnc.frontend.hardware;

import java.util.List;
import java.util.Optional;
import pnnc.frontend.ast.Expr;
import pnnc.frontend.ast.Operator;
import pnnc.frontend.units.Measured;

/** What fields of hardware without a schema hold: whatever their values are. */
final class Inference {
  private final Arithmetic arithmetic;

  Inference(Report report) {
    this.arithmetic = new Arithmetic(report);
  }

  /** The kind of {@code expr}; empty if its value is wrong in itself, which has been reported. */
  Optional<FieldKind> kind(Expr expr) {
    if (expr instanceof Expr.StringLiteral) {
      return Optional.of(new FieldKind.Text());
    }
    if (expr instanceof Expr.TruthLiteral) {
      return Optional.of(new FieldKind.Truth());
    }
    if (expr instanceof Expr.Reference word) {
      return Optional.of(new FieldKind.Symbols(List.of(word.name().text())));
    }
    if (expr instanceof Expr.RangeValue range) {
      return kind(range.from()).map(FieldKind.Interval::new);
    }
    if (expr instanceof Expr.ListValue list) {
      return list.elements().isEmpty()
          ? Optional.of(new FieldKind.Many(new FieldKind.Truth()))
          : kind(list.elements().get(0)).map(FieldKind.Many::new);
    }
    return expr instanceof Expr.Binary by && by.operator() == Operator.BY
        ? Optional.of(new FieldKind.Size())
        : arithmetic.measured(expr).map(Inference::quantity);
  }

  private static FieldKind quantity(Measured measured) {
    String unit = measured.nominal().unit();
    return unit.isEmpty() ? new FieldKind.Numeric(false) : new FieldKind.InUnit(unit);
  }
}
