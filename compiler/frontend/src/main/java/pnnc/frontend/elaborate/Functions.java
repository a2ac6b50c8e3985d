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
import pnnc.frontend.ast.Operator;
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
  /** Calls within calls. */
  private static final int MOST_DEPTH = 100;

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
      throw context.blame().circle(at, chosen);
    }
    if (context.blame().isEndless(chosen)) {
      throw new Failed();
    }
    Map<Parameter, Given> arguments = match(chosen, given, at, true).orElseThrow(Failed::new);
    if (context.blame().depth() >= MOST_DEPTH) {
      throw context.blame().tooDeep(at, "calls", MOST_DEPTH);
    }
    context.step(call);
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
        .filter(c -> misfits(c, given, at) == 0)
        .findFirst()
        .or(() -> nearest(function, given, at))
        .orElseThrow(
            () ->
                context.fail(
                    at,
                    Calls.listing(
                        DiagnosticCode.NO_CANDIDATE.error(function.name(), words(given)),
                        function.candidates())));
  }

  /** The one candidate that fits but for one argument, so that this one is spoken of. */
  private Optional<Callable> nearest(Val.FunctionVal function, List<Given> given, Span at) {
    List<Callable> near =
        function.candidates().stream().filter(c -> misfits(c, given, at) == 1).toList();
    boolean isUnknownName = given.stream().anyMatch(g -> g.value() instanceof Val.SymbolVal);
    return near.size() == 1 || (isUnknownName && !near.isEmpty())
        ? Optional.of(near.get(0))
        : Optional.empty();
  }

  /** How many arguments are of another kind than {@code f} takes. */
  private long misfits(Callable f, List<Given> given, Span at) {
    return match(f, given, at, false)
        .map(
            all ->
                all.entrySet().stream()
                    .filter(e -> !isWanted(e.getKey().type(), e.getValue().value()))
                    .count())
        .orElse(Long.MAX_VALUE);
  }

  /** Of random weights only the name tells whether a tensor is meant or a group. */
  private boolean isWanted(Type type, Val value) {
    if (value instanceof Val.ParamsVal p && p.group().isRandom()) {
      boolean isGroup = type instanceof Type.NamedType n && n.name().text().equals("params");
      return isGroup != p.group().isLeaf();
    }
    return types.isKind(type, value);
  }

  private String words(List<Given> given) {
    Describe describe = new Describe(context);
    return String.join(", ", given.stream().map(g -> describe.value(g.value())).toList());
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
        Span name = g.name().map(n -> n.span()).orElse(g.span());
        return refuse(name, helped(fault.get(), f), reports);
      }
      arguments.put(parameter.orElseThrow(), g);
    }
    for (Parameter p : f.parameters()) {
      boolean isOptional = p.otherwise().isPresent();
      if (!arguments.containsKey(p) && !isOptional) {
        Diagnostic missing =
            DiagnosticCode.ARGUMENT_MISSING.error(p.name(), f.name()).help(signature(f));
        return refuse(at, helped(missing, f), reports);
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
              .error(f.name(), count(f.parameters().size()))
              .help(signature(f)));
    }
    return sofar.containsKey(parameter.get())
        ? Optional.of(DiagnosticCode.ARGUMENT_TWICE.error(parameter.get().name(), f.name()))
        : Optional.empty();
  }

  private static Diagnostic helped(Diagnostic fault, Callable f) {
    return hiding(f).map(fault::help).orElse(fault);
  }

  /** Says that {@code f} stands before functions of the library, if it does. */
  private static Optional<String> hiding(Callable f) {
    return f.home()
        .shadowed(f.name())
        .filter(v -> !Library.isStandard(f.span().source()) && v instanceof Val.FunctionVal)
        .map(
            v ->
                "`%s` of the standard library is hidden by the one at %s"
                    .formatted(f.name(), f.span().place().describe()));
  }

  private static String count(int arguments) {
    return arguments == 1 ? "1 argument" : arguments + " arguments";
  }

  private Optional<Map<Parameter, Given>> refuse(Span at, Diagnostic fault, boolean reports) {
    if (reports) {
      context.blame().report(at, fault);
    }
    return Optional.empty();
  }

  private Val run(Callable f, Map<Parameter, Given> arguments, Span call) {
    Scope scope = signatureScope(f);
    accept(f, arguments, scope);
    Set<String> late = late(f, scope);
    goals(f, scope, call, false);
    Types.Wanted wanted =
        new Types.Wanted("the result of `%s`".formatted(f.name()), resultSpan(f), scope);
    late.stream().filter(name -> isUsed(f, name)).forEach(name -> solve(f, name, wanted));
    Val result = knownBody(f, scope, call);
    if (result.isUnknown()) {
      return types.result(f.result(), wanted);
    }
    Val accepted = types.accept(f.result(), result, wanted);
    goals(f, scope, call, true);
    return accepted;
  }

  /** What the body gives; what is unknown of it without a fault is one. */
  private Val knownBody(Callable f, Scope scope, Span call) {
    try {
      Val result = body(f, scope);
      if (result.hasUnknown()) {
        requireKnown(f, scope, call);
      }
      return result;
    } catch (Failed failed) {
      requireKnown(f, scope, call);
      throw failed;
    }
  }

  /** Blames the function that has a name for what is unknown, and was not just given it. */
  private void requireKnown(Callable f, Scope scope, Span call) {
    if (context.isGeneric() || context.blame().hasErrors()) {
      return;
    }
    String body = f.body().span().text();
    List<String> unknown =
        scope.visible().stream()
            .filter(name -> scope.find(name).orElseThrow().hasUnknown())
            .filter(name -> isWord(name, body))
            .toList();
    if (f.parameters().stream().anyMatch(p -> unknown.contains(p.name().text()))) {
      throw new Failed();
    }
    String why =
        unknown.isEmpty()
            ? "it depends on what is known only in a run"
            : "no argument says what `%s` is".formatted(String.join("` or `", unknown));
    throw context.fail(call, DiagnosticCode.RESULT_UNKNOWN.error(f.name(), why).help(signature(f)));
  }

  /** What the signature of {@code f} sees: its file, but for names that are its own variables. */
  static Scope signatureScope(Callable f) {
    Scope scope = f.home().inner();
    Set<String> variables = new LinkedHashSet<>();
    f.parameters().forEach(p -> collect(p.type(), variables));
    collect(f.result(), variables);
    variables.forEach(scope::hide);
    return scope;
  }

  /** Tensors first: they tell what the variables are that numbers are converted to. */
  private void accept(Callable f, Map<Parameter, Given> arguments, Scope scope) {
    for (boolean tensors : new boolean[] {true, false}) {
      arguments.forEach(
          (p, g) -> {
            if (g.value() instanceof Val.TensorVal == tensors) {
              accept(f, p, g, scope);
            }
          });
    }
    for (Parameter p : f.parameters()) {
      if (!arguments.containsKey(p)) {
        Expr otherwise = p.otherwise().orElseThrow();
        Val value = evaluator.evalOrSymbol(otherwise, scope);
        accept(f, p, new Given(Optional.empty(), value, otherwise.span(), scope), scope);
      } else if (isComputed(p.type()) && arguments.get(p).value() instanceof Val.TensorVal) {
        accept(f, p, arguments.get(p), scope);
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

  private void accept(Callable f, Parameter p, Given g, Scope scope) {
    String what = "`%s` of `%s`".formatted(p.name(), f.name());
    Types.Wanted wanted = new Types.Wanted(what, g.span(), scope, g.scope(), hiding(f));
    Val accepted = types.accept(p.type(), g.value(), wanted);
    scope.bind(p.name().text(), accepted, g.span());
    context.found(p.name().span(), accepted);
  }

  /**
   * Variables that only the result names. Others that no argument has bound, since too little is
   * known of it or it was left out, are unknown from here on.
   */
  static Set<String> late(Callable f, Scope scope) {
    Set<String> early = new LinkedHashSet<>();
    f.parameters().forEach(p -> collect(p.type(), early));
    early.stream().filter(n -> scope.find(n).isEmpty()).forEach(n -> scope.bind(n, Val.unknown()));
    Set<String> late = new LinkedHashSet<>();
    collect(f.result(), late);
    late.removeIf(n -> scope.find(n).isPresent());
    return late;
  }

  static void collect(Type type, Set<String> names) {
    if (type instanceof Type.TensorType t) {
      for (Type.Dimension d : t.dimensions()) {
        if (d instanceof Type.Dimension.One o && o.size() instanceof Expr.Reference r) {
          names.add(r.name().text());
        } else if (d instanceof Type.Dimension.Many m) {
          names.add(m.name().text());
        }
      }
    } else if (type instanceof Type.QuantizedType q) {
      collect(new Type.TensorType(q.span(), q.q(), q.dimensions()), names);
    } else if (type instanceof Type.OptionalType o) {
      collect(o.type(), names);
    } else if (type instanceof Type.TupleType t) {
      t.fields().forEach(f -> collect(f.type(), names));
    }
  }

  /** Whether the body or a goal speaks of {@code name}; a comment that does costs a second look. */
  private static boolean isUsed(Callable f, String name) {
    return isWord(name, f.body().span().text())
        || f.where().stream().anyMatch(w -> isWord(name, w.span().text()));
  }

  private static boolean isWord(String name, String text) {
    return Pattern.compile("\\b" + Pattern.quote(name) + "\\b").matcher(text).find();
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
              .error(f.name(), text, found(goal, scope))
              .related(goal.span().place(), "`%s` asks for this".formatted(f.name())));
    }
    if (value.isUnknown() && (isSolved(goal, scope) || isLeftToTheRun(goal, scope))) {
      return;
    }
    if (value.isUnknown() && !context.isGeneric()) {
      throw context.fail(
          call,
          DiagnosticCode.GOAL_UNDECIDED
              .error(text)
              .help(
                  with(values(goal, scope))
                      + "promise it in the network's signature, or fix a size")
              .related(goal.span().place(), "`%s` asks for this".formatted(f.name())));
    }
    if (!value.isUnknown()) {
      throw context.fail(
          goal.span(),
          DiagnosticCode.TYPE_MISMATCH.error("a goal", "bool", new Describe(context).value(value)));
    }
  }

  /** Whether the goal says what a size that is still to be found must be; then it is that. */
  private boolean isSolved(Expr goal, Scope scope) {
    return goal instanceof Expr.Binary b
        && b.operator() == Operator.EQUAL
        && evaluator.eval(b.left(), scope) instanceof Val.IntVal left
        && evaluator.eval(b.right(), scope) instanceof Val.IntVal right
        && context.sizes().equate(left.extent(), right.extent()) == Sizes.Relation.EQUAL;
  }

  /** Whether the goal speaks of a size of which nothing is known, not even a name. */
  private boolean isLeftToTheRun(Expr goal, Scope scope) {
    return scope.visible().stream()
        .filter(name -> Free.mentions(goal, name))
        .map(name -> scope.find(name).orElseThrow())
        .anyMatch(
            v ->
                v.isUnknown()
                    || (v instanceof Val.IntVal i
                        && !context.sizes().resolve(i.extent()).isKnown()));
  }

  private static String with(String values) {
    return values.isEmpty() ? "" : "with %s; ".formatted(values);
  }

  /** What makes {@code goal} false. */
  String found(Expr goal, Scope scope) {
    String values = values(goal, scope);
    return values.isEmpty() ? "that is false" : values;
  }

  /** {@code H = 31, s = 2}. */
  private String values(Expr goal, Scope scope) {
    List<String> all = new ArrayList<>();
    for (String name : scope.visible()) {
      if (Free.mentions(goal, name) && scope.find(name).get() instanceof Val.IntVal i) {
        String size = context.describe(i.extent());
        if (!size.equals(name)) {
          all.add("%s = %s".formatted(name, size));
        }
      }
    }
    return String.join(", ", all);
  }
}
