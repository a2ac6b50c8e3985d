package pnnc.frontend.elaborate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.frontend.ast.Argument;
import pnnc.frontend.ast.Expr;
import pnnc.frontend.ast.Name;
import pnnc.frontend.source.Span;

/** Calls of whatever can be called. */
final class Calls {
  private final Context context;
  private final Evaluator evaluator;
  private final Types types;
  private final Describe describe;
  private final Functions functions;
  private final Builtins builtins;
  private final Operators operators;

  Calls(Context context, Evaluator evaluator, Types types, Emit emit) {
    this.context = context;
    this.evaluator = evaluator;
    this.types = types;
    this.describe = new Describe(context);
    this.functions = new Functions(context, evaluator, types);
    this.operators = new Operators(context, emit, evaluator, types);
    this.builtins = new Builtins(context);
  }

  Functions functions() {
    return functions;
  }

  Val call(Expr.Call call, Scope scope) {
    List<Given> given = new ArrayList<>();
    call.piped().ifPresent(p -> given.add(given(Optional.empty(), p, scope)));
    for (Argument argument : call.arguments()) {
      given.add(given(Optional.of(argument), argument.value(), scope));
    }
    requireOrder(given);
    Span at = call.callee().span();
    Val callee = evaluator.eval(call.callee(), scope);
    if (callee instanceof Val.FunctionVal f) {
      return functions.call(f, given, call.span(), at);
    }
    if (callee instanceof Val.OperatorVal o) {
      return operators.call(o, given, at);
    }
    if (callee instanceof Val.BuiltinVal b) {
      return builtins.call(b.name(), given, at);
    }
    if (callee instanceof Val.TypeVal t) {
      return operators.convert(t.type(), given, at);
    }
    if (callee.isUnknown()) {
      return callee;
    }
    throw context.fail(at, DiagnosticCode.NOT_A_FUNCTION.error(describe.value(callee)));
  }

  /** An argument by its place behind one with a name could be taken for the next or the last. */
  private void requireOrder(List<Given> given) {
    for (int i = 1; i < given.size(); i++) {
      Optional<Name> before = given.get(i - 1).name();
      if (before.isPresent() && given.get(i).name().isEmpty()) {
        Span at = given.get(i).span();
        throw context.fail(at, DiagnosticCode.ARGUMENT_ORDER.error(at.text(), before.get()));
      }
    }
  }

  private Given given(Optional<Argument> argument, Expr value, Scope scope) {
    return new Given(argument.flatMap(Argument::name), value(value, scope), value.span(), scope);
  }

  /**
   * A faulty argument is unknown, so that the call itself and the other arguments are looked at.
   */
  private Val value(Expr expr, Scope scope) {
    try {
      return evaluator.evalOrSymbol(expr, scope);
    } catch (Failed reported) {
      return Val.unknown();
    }
  }

  /** {@code x as T[…]}. */
  Val ascribe(Val value, Expr.Ascription a, Scope scope) {
    return types.ascribe(a.type(), value, new Types.Wanted("this", a.of().span(), scope));
  }

  /** A fault that lists what a call could have meant. */
  static Diagnostic listing(Diagnostic fault, List<Callable> candidates) {
    Diagnostic all = fault;
    for (Callable candidate : candidates) {
      all = all.help(Functions.signature(candidate));
    }
    return all;
  }
}
