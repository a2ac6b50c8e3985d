package pnnc.frontend.elaborate;

import pnnc.frontend.ast.Expr;

/** Finds names that nothing defines yet in the arithmetic of dimensions. */
final class Free {
  private Free() {}

  /** Whether every name in {@code expr} means something in {@code scope}. */
  static boolean isBound(Expr expr, Scope scope) {
    if (expr instanceof Expr.Reference r) {
      return scope.find(r.name().text()).isPresent();
    }
    if (expr instanceof Expr.Binary b) {
      return isBound(b.left(), scope) && isBound(b.right(), scope);
    }
    if (expr instanceof Expr.If i) {
      return isBound(i.condition(), scope)
          && isBound(i.then(), scope)
          && isBound(i.otherwise(), scope);
    }
    if (expr instanceof Expr.Call c) {
      return c.arguments().stream().allMatch(a -> isBound(a.value(), scope));
    }
    if (expr instanceof Expr.Indexing i) {
      return isBound(i.of(), scope);
    }
    return !(expr instanceof Expr.Tuple t)
        || t.fields().stream().allMatch(f -> isBound(f.value(), scope));
  }

  /** Whether {@code name} stands anywhere in the arithmetic of {@code expr}. */
  static boolean mentions(Expr expr, String name) {
    if (expr instanceof Expr.Reference r) {
      return r.name().text().equals(name);
    }
    if (expr instanceof Expr.Binary b) {
      return mentions(b.left(), name) || mentions(b.right(), name);
    }
    return false;
  }
}
