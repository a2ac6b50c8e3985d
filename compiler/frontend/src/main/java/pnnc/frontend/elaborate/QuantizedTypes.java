package pnnc.frontend.elaborate;

import java.util.Optional;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.frontend.ast.Argument;
import pnnc.frontend.ast.Expr;
import pnnc.frontend.ast.Name;
import pnnc.frontend.ast.Type;
import pnnc.frontend.source.Span;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.Value;
import pnnc.passes.shape.TensorFact;

/**
 * Types of whole numbers that stand for reals: {@code q(8 bit, scale: s, zero: z, axis: 0)[N, C]}.
 * The bits say how they are stored, signed unless {@code zero} is a tensor of an unsigned type. In
 * a function {@code s} and {@code z} are bound to the argument's where they are new.
 */
final class QuantizedTypes {
  private final Context context;
  private final Evaluator evaluator;
  private final Emit emit;

  QuantizedTypes(Context context, Evaluator evaluator, Emit emit) {
    this.context = context;
    this.evaluator = evaluator;
    this.emit = emit;
  }

  /** The type without what its numbers stand for. */
  Type.TensorType stored(Type.QuantizedType type, Scope scope) {
    Name element = new Name(type.q().span(), storage(type, scope).toString());
    return new Type.TensorType(type.span(), element, type.dimensions());
  }

  private ElementType storage(Type.QuantizedType type, Scope scope) {
    boolean isUnsigned =
        argument(type, "zero")
            .filter(z -> Free.isBound(z, scope))
            .map(z -> evaluator.eval(z, scope))
            .flatMap(this::element)
            .filter(e -> e.toString().startsWith("u"))
            .isPresent();
    int bits = bits(type);
    return ElementType.ofWord((isUnsigned ? "u" : "i") + bits)
        .orElseThrow(() -> unfit(type, "there are no whole numbers of %d bits".formatted(bits)));
  }

  private Optional<ElementType> element(Val value) {
    return value instanceof Val.TensorVal t ? context.fact(t).element() : Optional.empty();
  }

  private int bits(Type.QuantizedType type) {
    return type.arguments().stream()
        .filter(a -> a.name().isEmpty())
        .map(Argument::value)
        .findFirst()
        .filter(Expr.QuantityLiteral.class::isInstance)
        .map(Expr.QuantityLiteral.class::cast)
        .filter(q -> q.unit().equals("bit") && q.number().matches("\\d{1,2}"))
        .map(q -> Integer.parseInt(q.number()))
        .orElseThrow(() -> unfit(type, "how many bits? `q(8 bit, scale: s, zero: z)[…]`"));
  }

  private Failed unfit(Type.QuantizedType type, String why) {
    return context.fail(
        type.span(),
        DiagnosticCode.TYPE_MISMATCH
            .error("a quantised type", "q(BITS bit, scale: …, zero: …)", type.span().text())
            .help(why));
  }

  private static Optional<Expr> argument(Type.QuantizedType type, String name) {
    return type.arguments().stream()
        .filter(a -> a.name().map(n -> n.text().equals(name)).orElse(false))
        .map(Argument::value)
        .findFirst();
  }

  /** The stored numbers {@code value} with what {@code type} says of them. */
  Val.TensorVal declared(Type.QuantizedType type, Val.TensorVal value, Scope scope) {
    ElementType storage = storage(type, scope);
    Value scale = part(type, "scale", ElementType.F32, scope);
    Value zero = part(type, "zero", storage, scope);
    return new Val.TensorVal(
        value.value(), Optional.of(new Val.Quantized(scale, zero, axis(type, scope))));
  }

  private Optional<Long> axis(Type.QuantizedType type, Scope scope) {
    return argument(type, "axis").map(a -> evaluator.number(evaluator.eval(a, scope), a));
  }

  private Value part(Type.QuantizedType type, String name, ElementType element, Scope scope) {
    Expr expr =
        argument(type, name).orElseThrow(() -> unfit(type, "it has no `%s`".formatted(name)));
    if (context.isGeneric() && isNew(expr, scope)) {
      Value any = context.draft().fresh(name);
      context.draft().types().define(any, TensorFact.of(Optional.of(element), Optional.empty()));
      scope.bind(((Expr.Reference) expr).name().text(), new Val.TensorVal(any), expr.span());
      return any;
    }
    return emit.operand(evaluator.eval(expr, scope), Optional.of(element), expr.span())
        .orElseThrow(() -> unfit(type, "`%s` is no number and no tensor".formatted(name)));
  }

  private static boolean isNew(Expr expr, Scope scope) {
    return expr instanceof Expr.Reference r && scope.find(r.name().text()).isEmpty();
  }

  /** Holds a quantised tensor against a type, sizes aside, and binds what is new. */
  void accept(Type.QuantizedType type, Val.TensorVal value, Types.Wanted wanted) {
    Val.Quantized given = value.scale().orElseThrow();
    ElementType stored = context.fact(value).element().orElseThrow(Failed::new);
    if (stored.bits() != bits(type)) {
      throw mismatch(type, "%d bit".formatted(stored.bits()), wanted);
    }
    agree(type, "scale", given.scale(), ElementType.F32, wanted);
    agree(type, "zero", given.zero(), stored, wanted);
    if (!axis(type, wanted.scope()).equals(given.axis())) {
      throw mismatch(type, given.axis().map(a -> "axis: " + a).orElse("no axis"), wanted);
    }
  }

  private void agree(
      Type.QuantizedType type, String name, Value given, ElementType element, Types.Wanted wanted) {
    Expr expr =
        argument(type, name).orElseThrow(() -> unfit(type, "it has no `%s`".formatted(name)));
    if (isNew(expr, wanted.scope())) {
      String variable = ((Expr.Reference) expr).name().text();
      wanted.scope().bind(variable, new Val.TensorVal(given), wanted.at());
      return;
    }
    Span at = expr.span();
    Value declared =
        emit.operand(evaluator.eval(expr, wanted.scope()), Optional.of(element), at)
            .orElseThrow(() -> unfit(type, "`%s` is no number and no tensor".formatted(name)));
    if (!isSame(declared, given)) {
      throw mismatch(type, "another " + name, wanted);
    }
  }

  private boolean isSame(Value a, Value b) {
    Optional<Tensor> left = context.draft().types().constant(a);
    return a.equals(b) || (left.isPresent() && left.equals(context.draft().types().constant(b)));
  }

  private Failed mismatch(Type.QuantizedType type, String found, Types.Wanted wanted) {
    Diagnostic fault = DiagnosticCode.TYPE_MISMATCH.error(wanted.what(), type.span().text(), found);
    return context.fail(wanted.at(), fault.related(type.span().place(), "declared here"));
  }
}
