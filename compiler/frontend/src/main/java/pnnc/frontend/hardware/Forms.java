package pnnc.frontend.hardware;

import pnnc.frontend.ast.Expr;

/** Says of an expression what it is, in a word. */
final class Forms {
  private Forms() {}

  static String describe(Expr expr) {
    if (expr instanceof Expr.StringLiteral text) {
      return "the text \"%s\"".formatted(text.value());
    }
    if (expr instanceof Expr.Reference reference) {
      return "the word `%s`".formatted(reference.name());
    }
    if (expr instanceof Expr.Access) {
      return Names.path(expr).map("the name `%s`"::formatted).orElse("a part of a value");
    }
    if (expr instanceof Expr.Call) {
      return "a call";
    }
    if (expr instanceof Expr.RangeValue) {
      return "a range";
    }
    if (expr instanceof Expr.ListValue) {
      return "a list";
    }
    if (expr instanceof Expr.RecordValue) {
      return "a record";
    }
    return literal(expr);
  }

  private static String literal(Expr expr) {
    if (expr instanceof Expr.TruthLiteral truth) {
      return String.valueOf(truth.value());
    }
    if (expr instanceof Expr.NoneLiteral) {
      return "none";
    }
    if (expr instanceof Expr.NumberLiteral number) {
      return "the number " + number.text();
    }
    if (expr instanceof Expr.QuantityLiteral quantity) {
      return "the quantity %s %s".formatted(quantity.number(), quantity.unit());
    }
    return expr instanceof Expr.Binary binary
        ? "a calculation with `%s`".formatted(binary.operator().symbol())
        : "an expression";
  }

  /** Whether {@code expr} can be data; otherwise it computes something. */
  static boolean isData(Expr expr) {
    return Arithmetic.isNumber(expr)
        || expr instanceof Expr.StringLiteral
        || expr instanceof Expr.Reference
        || expr instanceof Expr.Access
        || expr instanceof Expr.RangeValue
        || expr instanceof Expr.ListValue
        || expr instanceof Expr.RecordValue
        || expr instanceof Expr.TruthLiteral
        || expr instanceof Expr.NoneLiteral
        || (expr instanceof Expr.Binary b && b.operator() == pnnc.frontend.ast.Operator.BY);
  }
}
