package pnnc.frontend.elaborate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.frontend.ast.Argument;
import pnnc.frontend.ast.Body;
import pnnc.frontend.ast.Expr;
import pnnc.frontend.ast.Name;
import pnnc.frontend.ast.Operator;
import pnnc.frontend.ast.Parameter;
import pnnc.frontend.ast.Statement;
import pnnc.frontend.source.Span;
import pnnc.passes.shape.Extent;

/** Elaborates statements and expressions: what each stands for, operators added as they are met. */
final class Evaluator {
  /** Turns of one {@code repeat}. */
  private static final long MOST_TURNS = 100_000;

  /** Expressions within expressions, those of the functions they call included. */
  private static final int MOST_DEPTH = 5000;

  private final Context context;
  private final Describe describe;
  private final Arithmetic arithmetic;
  private final Calls calls;
  private final Members members;
  private final Indexing indexing;
  private int depth;

  Evaluator(Context context) {
    this.context = context;
    this.describe = new Describe(context);
    Emit emit = new Emit(context);
    Types types = new Types(context, this, emit);
    this.arithmetic = new Arithmetic(context, emit);
    this.members = new Members(context);
    this.calls = new Calls(context, this, types, emit);
    this.indexing = new Indexing(context, this, emit, members);
  }

  Calls calls() {
    return calls;
  }

  /**
   * What the block in {@code scope} results in: the last line. A faulty line spoils only itself.
   */
  Val block(Body.Block block, Scope scope) {
    Val result = Val.unknown();
    boolean isLast = false;
    int left = block.statements().size();
    for (Statement statement : block.statements()) {
      isLast = statement instanceof Statement.Result;
      left--;
      if (isLast && left > 0) {
        context.blame().report(statement.span(), unused((Statement.Result) statement));
      }
      result = statement(statement, scope);
    }
    if (!isLast) {
      Span end = new Span(block.span().source(), block.span().to() - 1, block.span().to());
      throw context.fail(end, withoutResult(block));
    }
    return result;
  }

  private static Diagnostic unused(Statement.Result line) {
    Diagnostic fault = DiagnosticCode.LINE_UNUSED.error();
    return line.value() instanceof Expr.Negation
        ? fault.help("if it goes on with the line above, put both into brackets: `h = (x` … `- y)`")
        : fault.help("give it a name, or take it away");
  }

  private static Diagnostic withoutResult(Body.Block block) {
    List<Statement> statements = block.statements();
    if (statements.isEmpty()) {
      return DiagnosticCode.BLOCK_WITHOUT_RESULT.error("nothing");
    }
    if (statements.get(statements.size() - 1) instanceof Statement.Bind bind) {
      String names = String.join(", ", bind.names().stream().map(Name::text).toList());
      String result = bind.isTuple() ? "(%s)".formatted(names) : names;
      return DiagnosticCode.BLOCK_WITHOUT_RESULT
          .error("`%s = …`".formatted(result))
          .help("say the result on a line of its own: `%s`".formatted(result));
    }
    return DiagnosticCode.BLOCK_WITHOUT_RESULT.error("`weights`");
  }

  private Val statement(Statement statement, Scope scope) {
    if (statement instanceof Statement.Weights w) {
      bind(w.name(), orUnknown(w.value(), scope), scope);
      return Val.unknown();
    }
    if (statement instanceof Statement.Bind b) {
      context.naming().push(b.names().get(0).text());
      try {
        bind(b, orUnknown(b.value(), scope), scope);
      } finally {
        context.naming().pop();
      }
      return Val.unknown();
    }
    return orUnknown(((Statement.Result) statement).value(), scope);
  }

  private void bind(Statement.Bind bind, Val value, Scope scope) {
    if (!bind.isTuple()) {
      bind(bind.names().get(0), value, scope);
      return;
    }
    List<Val> parts = parts(bind, value);
    for (int i = 0; i < bind.names().size(); i++) {
      bind(bind.names().get(i), i < parts.size() ? parts.get(i) : Val.unknown(), scope);
    }
  }

  private void bind(Name name, Val value, Scope scope) {
    scope.bind(name.text(), value, name.span());
    context.found(name.span(), value);
  }

  private List<Val> parts(Statement.Bind bind, Val value) {
    int wanted = bind.names().size();
    if (value.isUnknown()) {
      return List.of();
    }
    if (value instanceof Val.TupleVal t && t.elements().size() == wanted) {
      return t.elements();
    }
    if (value instanceof Val.ListVal l && l.elements().size() == wanted) {
      return l.elements();
    }
    String found = describe.value(value);
    context.blame().report(bind.value().span(), DiagnosticCode.TUPLE_SIZE.error(wanted, found));
    return List.of();
  }

  private Val orUnknown(Expr expr, Scope scope) {
    try {
      return eval(expr, scope);
    } catch (Failed reported) {
      return Val.unknown();
    }
  }

  /**
   * What {@code expr} stands for.
   *
   * @throws Failed if that has a fault, which is then reported
   */
  Val eval(Expr expr, Scope scope) {
    Val value = evaluate(expr, scope);
    context.found(expr.span(), value);
    return value;
  }

  private Val evaluate(Expr expr, Scope scope) {
    if (expr instanceof Expr.Reference r) {
      return reference(r, scope);
    }
    if (depth >= MOST_DEPTH) {
      throw context.blame().tooDeep(expr.span(), "expressions", MOST_DEPTH);
    }
    depth++;
    try {
      return larger(expr, scope);
    } finally {
      depth--;
    }
  }

  private Val larger(Expr expr, Scope scope) {
    if (expr instanceof Expr.Call c) {
      return calls.call(c, scope);
    }
    if (expr instanceof Expr.Binary b) {
      return binary(b, scope);
    }
    if (expr instanceof Expr.Access a) {
      return members.access(eval(a.of(), scope), a);
    }
    if (expr instanceof Expr.Indexing i) {
      return indexing.index(i, scope);
    }
    if (expr instanceof Expr.If i) {
      return branch(i, scope);
    }
    if (expr instanceof Expr.Repeat r) {
      return repeat(r, scope);
    }
    return smaller(expr, scope);
  }

  private Val smaller(Expr expr, Scope scope) {
    if (expr instanceof Expr.Transpose t) {
      return arithmetic.transpose(eval(t.of(), scope), t.span());
    }
    if (expr instanceof Expr.Negation n) {
      return arithmetic.negate(eval(n.of(), scope), n.span());
    }
    if (expr instanceof Expr.Not n) {
      return arithmetic.not(eval(n.of(), scope), n.span());
    }
    if (expr instanceof Expr.Ascription a) {
      return calls.ascribe(eval(a.of(), scope), a, scope);
    }
    if (expr instanceof Expr.RangeValue r) {
      Val step = r.step().map(s -> eval(s, scope)).orElse(Val.of(1));
      return new Val.RangeVal(eval(r.from(), scope), eval(r.to(), scope), step);
    }
    if (expr instanceof Expr.Lambda l) {
      return new Val.LambdaVal(l, scope);
    }
    return collection(expr, scope);
  }

  private Val collection(Expr expr, Scope scope) {
    if (expr instanceof Expr.Tuple t) {
      return tuple(t, scope);
    }
    if (expr instanceof Expr.ListValue l) {
      Val.ListVal all = new Val.ListVal(l.elements().stream().map(e -> eval(e, scope)).toList());
      context.requireFewParts(all, l.span());
      return all;
    }
    if (expr instanceof Expr.SetValue s) {
      return new Val.ListVal(s.elements().stream().map(e -> evalOrWord(e, scope)).toList());
    }
    return literal(expr);
  }

  private Val tuple(Expr.Tuple tuple, Scope scope) {
    List<Val> values = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (Argument field : tuple.fields()) {
      values.add(eval(field.value(), scope));
      field.name().ifPresent(n -> name(n, names));
    }
    Val all = new Val.TupleVal(names.size() == values.size() ? names : List.of(), values);
    context.requireFewParts(all, tuple.span());
    return all;
  }

  private void name(Name part, List<String> names) {
    if (names.contains(part.text())) {
      throw context.fail(part.span(), DiagnosticCode.NAME_TWICE.error(part));
    }
    names.add(part.text());
  }

  private Val literal(Expr expr) {
    if (expr instanceof Expr.NumberLiteral n) {
      return number(n);
    }
    if (expr instanceof Expr.StringLiteral s) {
      return new Val.StringVal(s.value());
    }
    if (expr instanceof Expr.TruthLiteral t) {
      return new Val.BoolVal(t.value());
    }
    if (expr instanceof Expr.NoneLiteral) {
      return Val.none();
    }
    throw context.fail(expr.span(), DiagnosticCode.NOT_IN_NETWORKS.error(expr.span().text()));
  }

  /** Whole numbers up to 64 bits; anything with a point or an exponent is real. */
  private Val number(Expr.NumberLiteral literal) {
    String text = literal.text().replace("_", "");
    try {
      if (text.startsWith("0x")) {
        return Val.of(Long.parseLong(text.substring(2), 16));
      }
      boolean whole = text.chars().allMatch(Character::isDigit);
      return whole ? Val.of(Long.parseLong(text)) : new Val.RealVal(real(text));
    } catch (NumberFormatException tooLarge) {
      throw context.fail(literal.span(), DiagnosticCode.NUMBER_TOO_LARGE.error(literal.text()));
    }
  }

  private static double real(String text) {
    double number = Double.parseDouble(text);
    if (Double.isInfinite(number)) {
      throw new NumberFormatException(text);
    }
    return number;
  }

  private Val reference(Expr.Reference reference, Scope scope) {
    String name = reference.name().text();
    return scope
        .find(name)
        .orElseThrow(
            () ->
                context.fail(
                    reference.span(),
                    Suggest.like(DiagnosticCode.NAME_UNKNOWN.error(name), name, scope.visible())));
  }

  /** Like {@link #eval}, but a name that nothing defines is a word by itself. */
  Val evalOrSymbol(Expr expr, Scope scope) {
    if (expr instanceof Expr.Reference r && scope.find(r.name().text()).isEmpty()) {
      return new Val.SymbolVal(r.name().text());
    }
    return eval(expr, scope);
  }

  /**
   * Like {@link #eval}, but a name that nothing defines may be one of the words that a parameter of
   * the function under way can be.
   */
  private Val evalOrWord(Expr expr, Scope scope) {
    Val value = evalOrSymbol(expr, scope);
    if (!(value instanceof Val.SymbolVal s)
        || !(expr instanceof Expr.Reference r)
        || scope.find(r.name().text()).isPresent()) {
      return value;
    }
    Set<String> words = new LinkedHashSet<>();
    for (Parameter p : context.blame().parameters()) {
      words.addAll(Types.words(p.type()));
    }
    if (words.contains(s.name())) {
      return value;
    }
    words.addAll(scope.visible());
    throw context.fail(
        expr.span(), Suggest.like(DiagnosticCode.NAME_UNKNOWN.error(s.name()), s.name(), words));
  }

  private Val binary(Expr.Binary b, Scope scope) {
    switch (b.operator()) {
      case OTHERWISE -> {
        Val left = eval(b.left(), scope);
        return left instanceof Val.NoneVal ? eval(b.right(), scope) : left;
      }
      case AND, OR -> {
        return connective(b, scope);
      }
      case EQUAL, NOT_EQUAL, IN -> {
        return arithmetic.apply(
            b.operator(),
            evalOrWord(b.left(), scope),
            evalOrWord(b.right(), scope),
            Arithmetic.Infix.of(b));
      }
      default -> {
        // A fault on the left does not hide one on the right.
        Val left = orUnknown(b.left(), scope);
        return arithmetic.apply(b.operator(), left, eval(b.right(), scope), Arithmetic.Infix.of(b));
      }
    }
  }

  /** The right side is not looked at if the left side decides. */
  private Val connective(Expr.Binary b, Scope scope) {
    Val left = eval(b.left(), scope);
    boolean isAnd = b.operator() == Operator.AND;
    if (left instanceof Val.BoolVal l) {
      return l.value() == isAnd ? eval(b.right(), scope) : l;
    }
    Val right = eval(b.right(), scope);
    if (left.isUnknown() && right instanceof Val.BoolVal r && r.value() != isAnd) {
      return r;
    }
    return arithmetic.apply(b.operator(), left, right, Arithmetic.Infix.of(b));
  }

  private Val branch(Expr.If branch, Scope scope) {
    Val condition = eval(branch.condition(), scope);
    if (condition instanceof Val.BoolVal b) {
      return eval(b.value() ? branch.then() : branch.otherwise(), scope);
    }
    if (condition.isUnknown()) {
      return undecided(branch, scope);
    }
    if (condition instanceof Val.TensorVal) {
      throw context.fail(
          branch.condition().span(),
          DiagnosticCode.CONDITION_IS_DATA
              .error(describe.value(condition))
              .help("`select(condition, a, b)` computes both and chooses by data"));
    }
    throw context.fail(
        branch.condition().span(),
        DiagnosticCode.TYPE_MISMATCH.error("a condition", "bool", describe.value(condition)));
  }

  /**
   * The branch whose condition waits for something that is not known yet: if only one of them makes
   * sense it is that one, else what both have in common.
   */
  private Val undecided(Expr.If branch, Scope scope) {
    if (!context.isGeneric()) {
      if (context.blame().hasErrors()) {
        // What is not known may be what has a fault.
        throw new Failed();
      }
      throw context.fail(
          branch.condition().span(),
          DiagnosticCode.UNDECIDED
              .error(branch.condition().span().text())
              .help("fix the size in the network's signature, or with `--dim NAME=SIZE`"));
    }
    Optional<Val> then = context.attempt(() -> eval(branch.then(), scope));
    Optional<Val> otherwise = context.attempt(() -> eval(branch.otherwise(), scope));
    if (then.isPresent() != otherwise.isPresent()) {
      return then.or(() -> otherwise).get();
    }
    return then.isEmpty() || then.get().isUnknown() || otherwise.orElseThrow().isUnknown()
        ? Val.unknown()
        : arithmetic.common(then.get(), otherwise.get());
  }

  private Val repeat(Expr.Repeat repeat, Scope scope) {
    long[] turns = turns(repeat, eval(repeat.range(), scope));
    List<Val> state = new ArrayList<>();
    for (Expr.Repeat.State s : repeat.states()) {
      Expr first = s.first().orElse(new Expr.Reference(s.name().span(), s.name()));
      state.add(eval(first, scope));
    }
    for (long turn : turns) {
      state = turn(repeat, turn, state, scope);
    }
    return repeat.isTuple() ? new Val.TupleVal(List.of(), state) : state.get(0);
  }

  private List<Val> turn(Expr.Repeat repeat, long turn, List<Val> state, Scope scope) {
    Scope inner = scope.inner();
    bind(repeat.variable(), Val.of(turn), inner);
    for (int i = 0; i < state.size(); i++) {
      bind(repeat.states().get(i).name(), state.get(i), inner);
    }
    context.step(repeat.span());
    context.naming().push(Long.toString(turn));
    try {
      Val result = block(repeat.body(), inner);
      if (result.isUnknown()) {
        throw new Failed();
      }
      return next(repeat, result);
    } finally {
      context.naming().pop();
    }
  }

  private List<Val> next(Expr.Repeat repeat, Val result) {
    if (!repeat.isTuple()) {
      return List.of(result);
    }
    int wanted = repeat.states().size();
    if (result instanceof Val.TupleVal t && t.elements().size() == wanted) {
      return t.elements();
    }
    throw context.fail(
        repeat.body().span(), DiagnosticCode.TUPLE_SIZE.error(wanted, describe.value(result)));
  }

  private long[] turns(Expr.Repeat repeat, Val range) {
    if (range.isUnknown()) {
      throw new Failed();
    }
    if (!(range instanceof Val.RangeVal r)) {
      throw context.fail(
          repeat.range().span(),
          DiagnosticCode.TYPE_MISMATCH.error("repeat", "a range", describe.value(range)));
    }
    long from = number(r.from(), repeat.range());
    long to = number(r.to(), repeat.range());
    long step = number(r.step(), repeat.range());
    long count = count(from, to, step);
    if (count < 0 || count > MOST_TURNS) {
      throw context.fail(repeat.range().span(), DiagnosticCode.REPEAT_RANGE.error(MOST_TURNS));
    }
    long[] turns = new long[(int) count];
    for (int i = 0; i < turns.length; i++) {
      turns[i] = from + i * step;
    }
    return turns;
  }

  /** Turns from {@code from} to {@code to}, the end exclusive; -1 if they are beyond counting. */
  private static long count(long from, long to, long step) {
    try {
      return step == 0
          ? -1
          : Math.max(0, -Math.floorDiv(Math.negateExact(Math.subtractExact(to, from)), step));
    } catch (ArithmeticException beyond) {
      return -1;
    }
  }

  /** A whole number that must be known now. */
  long number(Val value, Expr at) {
    if (value instanceof Val.IntVal i) {
      Extent extent = context.sizes().resolve(i.extent());
      return extent
          .number()
          .orElseThrow(
              () ->
                  context.isGeneric()
                      ? new Failed()
                      : context.fail(
                          at.span(), DiagnosticCode.UNDECIDED.error(context.describe(extent))));
    }
    if (value.isUnknown()) {
      throw new Failed();
    }
    throw context.fail(
        at.span(),
        DiagnosticCode.TYPE_MISMATCH.error("this", "a whole number", describe.value(value)));
  }
}
