package pnnc.frontend.elaborate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.frontend.ast.Body;
import pnnc.frontend.ast.Expr;
import pnnc.frontend.ast.Parameter;
import pnnc.frontend.ast.Type;
import pnnc.frontend.program.Library;
import pnnc.frontend.source.Span;
import pnnc.passes.shape.Extent;

/**
 * Calls of functions that are written in the language: which of several is meant, what its
 * variables stand for, whether its goals hold, and what its body then gives.
 */
final class Functions {
  private final Context context;
  private final Evaluator evaluator;
  private final Types types;

  Functions(Context context, Evaluator evaluator, Types types) {
    this.context = context;
    this.evaluator = evaluator;
    this.types = types;
  }

  /** {@code fn linear(x: T[..B, I], …) -> T[..B, O]}, as it is declared. */
  static String signature(Callable f) {
    String parameters =
        String.join(", ", f.parameters().stream().map(p -> p.span().text()).toList());
    return "fn %s(%s) -> %s".formatted(f.name(), parameters, f.result().span().text());
  }

  Val call(Val.FunctionVal function, List<Given> given, Span call, Span at) {
    Callable chosen = choose(function, given, at);
    if (context.blame().isUnderWay(chosen)) {
      throw context.fail(at, DiagnosticCode.RECURSION.error(chosen.name()));
    }
    Map<Parameter, Given> arguments = match(chosen, given, at, true).orElseThrow(Failed::new);
    boolean isNamed = isNamed(chosen, at);
    if (isNamed) {
      context.naming().push(chosen.name());
    }
    context.blame().enter(call, chosen);
    try {
      return run(chosen, arguments, call);
    } finally {
      context.blame().leave();
      if (isNamed) {
        context.naming().pop();
      }
    }
  }

  /** How the library's layers are made of smaller ones is nobody's path to an operator. */
  private static boolean isNamed(Callable chosen, Span at) {
    return !Library.isStandard(at.source()) || !(chosen.body() instanceof Body.Single);
  }

  /** The first candidate that takes such arguments; the only one is taken whatever it takes. */
  private Callable choose(Val.FunctionVal function, List<Given> given, Span at) {
    if (function.candidates().size() == 1) {
      return function.candidates().get(0);
    }
    return function.candidates().stream()
        .filter(c -> match(c, given, at, false).map(this::isKind).orElse(false))
        .findFirst()
        .orElseThrow(
            () ->
                context.fail(
                    at,
                    Calls.listing(
                        DiagnosticCode.NO_CANDIDATE.error(function.name(), words(given)),
                        function.candidates())));
  }

  private String words(List<Given> given) {
    Describe describe = new Describe(context);
    return String.join(", ", given.stream().map(g -> describe.value(g.value())).toList());
  }

  private boolean isKind(Map<Parameter, Given> arguments) {
    return arguments.entrySet().stream()
        .allMatch(e -> types.isKind(e.getKey().type(), e.getValue().value()));
  }

  /** Arguments by parameter: first those without names in order, then those with names. */
  private Optional<Map<Parameter, Given>> match(
      Callable f, List<Given> given, Span at, boolean reports) {
    Map<Parameter, Given> arguments = new LinkedHashMap<>();
    int next = 0;
    for (Given g : given) {
      Optional<Parameter> parameter = parameter(f, g, next);
      if (g.name().isEmpty()) {
        next++;
      }
      Optional<Diagnostic> fault = fault(f, g, parameter, arguments);
      if (fault.isPresent()) {
        return refuse(g.name().map(n -> n.span()).orElse(g.span()), fault.get(), reports);
      }
      arguments.put(parameter.orElseThrow(), g);
    }
    for (Parameter p : f.parameters()) {
      boolean isOptional = p.otherwise().isPresent();
      if (!arguments.containsKey(p) && !isOptional) {
        Diagnostic missing =
            DiagnosticCode.ARGUMENT_MISSING.error(p.name(), f.name()).help(signature(f));
        return refuse(at, missing, reports);
      }
    }
    return Optional.of(arguments);
  }

  private static Optional<Parameter> parameter(Callable f, Given g, int next) {
    if (g.name().isPresent()) {
      String name = g.name().get().text();
      return f.parameters().stream().filter(p -> p.name().text().equals(name)).findFirst();
    }
    return next < f.parameters().size() ? Optional.of(f.parameters().get(next)) : Optional.empty();
  }

  private static Optional<Diagnostic> fault(
      Callable f, Given g, Optional<Parameter> parameter, Map<Parameter, Given> sofar) {
    if (parameter.isEmpty() && g.name().isPresent()) {
      String name = g.name().get().text();
      Diagnostic unknown = DiagnosticCode.ARGUMENT_UNKNOWN.error(f.name(), name);
      List<String> known = f.parameters().stream().map(p -> p.name().text()).toList();
      return Optional.of(Suggest.like(unknown, name, known).help(signature(f)));
    }
    if (parameter.isEmpty()) {
      return Optional.of(
          DiagnosticCode.ARGUMENTS_TOO_MANY
              .error(f.name(), f.parameters().size())
              .help(signature(f)));
    }
    return sofar.containsKey(parameter.get())
        ? Optional.of(DiagnosticCode.ARGUMENT_TWICE.error(parameter.get().name(), f.name()))
        : Optional.empty();
  }

  private Optional<Map<Parameter, Given>> refuse(Span at, Diagnostic fault, boolean reports) {
    if (reports) {
      context.blame().report(at, fault);
    }
    return Optional.empty();
  }

  private Val run(Callable f, Map<Parameter, Given> arguments, Span call) {
    Scope scope = f.home().inner();
    accept(f, arguments, scope);
    Set<String> late = late(f, scope);
    goals(f, scope, call, false);
    Types.Wanted wanted =
        new Types.Wanted("the result of `%s`".formatted(f.name()), resultSpan(f), scope);
    late.stream().filter(name -> isUsed(f, name)).forEach(name -> solve(f, name, wanted));
    Val result = body(f, scope);
    if (result.isUnknown()) {
      return types.result(f.result(), wanted);
    }
    Val accepted = types.accept(f.result(), result, wanted);
    goals(f, scope, call, true);
    return accepted;
  }

  /** Tensors first: they tell what the variables are that numbers are converted to. */
  private void accept(Callable f, Map<Parameter, Given> arguments, Scope scope) {
    for (boolean tensors : new boolean[] {true, false}) {
      arguments.forEach(
          (p, g) -> {
            if (g.value() instanceof Val.TensorVal == tensors) {
              accept(f, p, g.value(), g.span(), scope);
            }
          });
    }
    for (Parameter p : f.parameters()) {
      if (!arguments.containsKey(p)) {
        Expr otherwise = p.otherwise().orElseThrow();
        accept(f, p, evaluator.evalOrSymbol(otherwise, scope), otherwise.span(), scope);
      } else if (isComputed(p.type()) && arguments.get(p).value() instanceof Val.TensorVal t) {
        accept(f, p, t, arguments.get(p).span(), scope);
      }
    }
  }

  /** Whether a dimension is arithmetic, which can be compared only when its variables are bound. */
  private static boolean isComputed(Type type) {
    if (type instanceof Type.OptionalType o) {
      return isComputed(o.type());
    }
    return type instanceof Type.TensorType t
        && t.dimensions().stream()
            .anyMatch(
                d -> d instanceof Type.Dimension.One o && !(o.size() instanceof Expr.Reference));
  }

  private void accept(Callable f, Parameter p, Val value, Span at, Scope scope) {
    String what = "`%s` of `%s`".formatted(p.name(), f.name());
    Val accepted = types.accept(p.type(), value, new Types.Wanted(what, at, scope));
    scope.bind(p.name().text(), accepted, at);
    context.found(p.name().span(), accepted);
  }

  /**
   * Variables that only the result names. Others that no argument has bound, since too little is
   * known of it or it was left out, are unknown from here on.
   */
  private static Set<String> late(Callable f, Scope scope) {
    Set<String> early = new LinkedHashSet<>();
    f.parameters().forEach(p -> collect(p.type(), early));
    early.stream().filter(n -> scope.find(n).isEmpty()).forEach(n -> scope.bind(n, Val.unknown()));
    Set<String> late = new LinkedHashSet<>();
    collect(f.result(), late);
    late.removeIf(n -> scope.find(n).isPresent());
    return late;
  }

  private static void collect(Type type, Set<String> names) {
    if (type instanceof Type.TensorType t) {
      for (Type.Dimension d : t.dimensions()) {
        if (d instanceof Type.Dimension.One o && o.size() instanceof Expr.Reference r) {
          names.add(r.name().text());
        } else if (d instanceof Type.Dimension.Many m) {
          names.add(m.name().text());
        }
      }
    } else if (type instanceof Type.OptionalType o) {
      collect(o.type(), names);
    } else if (type instanceof Type.TupleType t) {
      t.fields().forEach(f -> collect(f.type(), names));
    }
  }

  /** Whether the body or a goal speaks of {@code name}; a comment that does costs a second look. */
  private static boolean isUsed(Callable f, String name) {
    Pattern word = Pattern.compile("\\b" + Pattern.quote(name) + "\\b");
    return word.matcher(f.body().span().text()).find()
        || f.where().stream().anyMatch(w -> word.matcher(w.span().text()).find());
  }

  /** Finds a variable that only the result names, by looking at the body without it first. */
  private void solve(Callable f, String name, Types.Wanted wanted) {
    if (wanted.scope().find(name).isPresent()) {
      return;
    }
    Optional<Extent> found =
        context
            .attempt(
                () -> {
                  Scope trial = wanted.scope().inner();
                  Scope names = wanted.scope().inner();
                  names.bind(name, Val.unknown());
                  Val result = body(f, names);
                  types.accept(
                      f.result(), result, new Types.Wanted(wanted.what(), wanted.at(), trial));
                  return trial.own(name).orElse(Val.unknown());
                })
            .flatMap(v -> v instanceof Val.IntVal i ? Optional.of(i.extent()) : Optional.empty())
            .filter(Extent::isKnown);
    if (found.isPresent()) {
      wanted.scope().bind(name, new Val.IntVal(found.get()), wanted.at());
    } else if (context.isGeneric()) {
      wanted.scope().bind(name, Val.unknown(), wanted.at());
    } else {
      throw context.fail(
          f.result().span(), DiagnosticCode.DIMENSION_UNSOLVED.error(name, f.name()));
    }
  }

  private Val body(Callable f, Scope scope) {
    return f.body() instanceof Body.Block b
        ? evaluator.block(b, scope.inner())
        : evaluator.eval(((Body.Single) f.body()).value(), scope);
  }

  private static Span resultSpan(Callable f) {
    if (f.body() instanceof Body.Block b && !b.statements().isEmpty()) {
      return b.statements().get(b.statements().size() - 1).span();
    }
    return f.body() instanceof Body.Single s ? s.value().span() : f.body().span();
  }

  /**
   * Checks what the signature asks for.
   *
   * @param isLate whether the result is known: goals about it wait for that
   */
  private void goals(Callable f, Scope scope, Span call, boolean isLate) {
    for (Expr goal : f.where()) {
      boolean waits = !Free.isBound(goal, scope);
      if (waits && !isLate) {
        continue;
      }
      if (!waits || isLate) {
        check(f, goal, evaluator.eval(goal, scope), scope, call);
      }
    }
  }

  private void check(Callable f, Expr goal, Val value, Scope scope, Span call) {
    if (value instanceof Val.BoolVal b && b.value()) {
      return;
    }
    String text = goal.span().text();
    if (value instanceof Val.BoolVal) {
      throw context.fail(
          call,
          DiagnosticCode.GOAL_MISSED
              .error(f.name(), text, values(goal, scope))
              .related(goal.span().place(), "`%s` asks for this".formatted(f.name())));
    }
    if (value.isUnknown() && !context.isGeneric()) {
      throw context.fail(
          call,
          DiagnosticCode.GOAL_UNDECIDED
              .error(text)
              .help("with " + values(goal, scope))
              .related(goal.span().place(), "`%s` asks for this".formatted(f.name())));
    }
    if (!value.isUnknown()) {
      throw context.fail(
          goal.span(),
          DiagnosticCode.TYPE_MISMATCH.error("a goal", "bool", new Describe(context).value(value)));
    }
  }

  /** {@code H = 31, s = 2}. */
  private String values(Expr goal, Scope scope) {
    List<String> all = new ArrayList<>();
    for (String name : scope.visible()) {
      if (Free.mentions(goal, name) && scope.find(name).get() instanceof Val.IntVal i) {
        all.add("%s = %s".formatted(name, context.describe(i.extent())));
      }
    }
    return all.isEmpty() ? "these arguments" : String.join(", ", all);
  }
}
