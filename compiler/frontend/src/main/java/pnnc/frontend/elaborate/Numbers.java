package pnnc.frontend.elaborate;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.frontend.ast.Operator;
import pnnc.frontend.source.Span;
import pnnc.passes.shape.Extent;

/** Operators on what is known now: whole numbers and sizes, reals, truths, words, lists. */
final class Numbers {
  private final Context context;
  private final Describe describe;

  Numbers(Context context) {
    this.context = context;
    this.describe = new Describe(context);
  }

  Val apply(Operator operator, Val left, Val right, Span at) {
    if (operator == Operator.IN) {
      return isIn(left, right, at);
    }
    if (operator == Operator.EQUAL || operator == Operator.NOT_EQUAL) {
      return equality(operator, left, right);
    }
    if (left.isUnknown() || right.isUnknown()) {
      return Val.unknown();
    }
    if (left instanceof Val.IntVal a && right instanceof Val.IntVal b) {
      return whole(operator, a.extent(), b.extent(), at);
    }
    if (isNumber(left) && isNumber(right)) {
      return real(operator, left, right, at);
    }
    if (left instanceof Val.BoolVal a && right instanceof Val.BoolVal b) {
      return truth(operator, a.value(), b.value(), left, right, at);
    }
    if (operator == Operator.PLUS
        && left instanceof Val.ListVal a
        && right instanceof Val.ListVal b) {
      Val.ListVal all =
          new Val.ListVal(Stream.concat(a.elements().stream(), b.elements().stream()).toList());
      context.requireFewParts(all, at);
      return all;
    }
    throw unfit(operator, left, right, at);
  }

  private static boolean isNumber(Val value) {
    return value instanceof Val.IntVal || value instanceof Val.RealVal;
  }

  private Failed unfit(Operator operator, Val left, Val right, Span at) {
    Diagnostic fault =
        DiagnosticCode.OPERATOR_UNFIT.error(
            operator.symbol(), describe.value(left), describe.value(right));
    boolean units = left instanceof Val.SymbolVal || right instanceof Val.SymbolVal;
    return context.fail(at, units ? fault.help("is a name misspelt?") : fault);
  }

  private Val whole(Operator operator, Extent left, Extent right, Span at) {
    Extent a = context.sizes().resolve(left);
    Extent b = context.sizes().resolve(right);
    return switch (operator) {
      case PLUS -> fitting(a, b, a.plus(b), at);
      case MINUS -> fitting(a, b, a.minus(b), at);
      case TIMES -> fitting(a, b, a.times(b), at);
      case DIVIDE -> quotient(a, b, at);
      case REMAINDER -> remainder(a, b, at);
      case POWER -> power(a, b, at);
      case AT_MOST, AT_LEAST, BELOW, ABOVE -> order(operator, a, b);
      default -> throw unfit(operator, new Val.IntVal(a), new Val.IntVal(b), at);
    };
  }

  /** The result of two sizes, which is lost when it does not fit 64 bits. */
  private Val fitting(Extent a, Extent b, Extent result, Span at) {
    if (!result.isKnown() && isShort(a) && isShort(b)) {
      throw context.fail(at, DiagnosticCode.NUMBER_TOO_LARGE.error("`%s`".formatted(at.text())));
    }
    return new Val.IntVal(result);
  }

  /** Whether two such sizes have a result of a few terms. */
  private static boolean isShort(Extent size) {
    return size.terms().filter(t -> t.size() <= 2).isPresent();
  }

  private Val quotient(Extent a, Extent b, Span at) {
    if (b.is(0)) {
      throw context.fail(at, DiagnosticCode.DIVISION_BY_ZERO.error(context.describe(a)));
    }
    Extent exact = a.dividedBy(b);
    if (exact.isKnown()) {
      return new Val.IntVal(exact);
    }
    if (a.number().isPresent() && b.number().isPresent()) {
      long rest = a.number().getAsLong() % b.number().getAsLong();
      throw context.fail(
          at,
          DiagnosticCode.DIVISION_INEXACT
              .error(context.describe(a), context.describe(b), rest)
              .help("`floor_div` and `ceil_div` round; with `.0` behind a number it is real"));
    }
    if (context.isGeneric() || !a.isKnown() || !b.isKnown()) {
      return Val.unknown();
    }
    throw context.fail(at, undecided(a, b));
  }

  private Diagnostic undecided(Extent a, Extent b) {
    String goal = "%s %% %s == 0".formatted(context.describe(a), context.describe(b));
    return DiagnosticCode.GOAL_UNDECIDED
        .error(goal)
        .help("say so in the network's signature: `where %s`".formatted(goal));
  }

  private Val remainder(Extent a, Extent b, Span at) {
    if (b.is(0)) {
      throw context.fail(at, DiagnosticCode.DIVISION_BY_ZERO.error(context.describe(a)));
    }
    if (a.number().isPresent() && b.number().isPresent()) {
      return Val.of(Math.floorMod(a.number().getAsLong(), b.number().getAsLong()));
    }
    return a.dividedBy(b).isKnown() ? Val.of(0) : Val.unknown();
  }

  private Val power(Extent a, Extent b, Span at) {
    OptionalLong exponent = b.number();
    if (exponent.isEmpty() || exponent.getAsLong() < 0 || exponent.getAsLong() > 62) {
      throw unfit(Operator.POWER, new Val.IntVal(a), new Val.IntVal(b), at);
    }
    Extent product = Extent.ONE;
    for (long i = 0; i < exponent.getAsLong(); i++) {
      product = product.times(a);
    }
    return new Val.IntVal(product);
  }

  private static Val order(Operator operator, Extent a, Extent b) {
    return switch (operator) {
      case AT_MOST -> atLeast(b, a, Extent.ZERO);
      case AT_LEAST -> atLeast(a, b, Extent.ZERO);
      case BELOW -> atLeast(b, a, Extent.ONE);
      default -> atLeast(a, b, Extent.ONE);
    };
  }

  /** Whether {@code a} is at least {@code b} and {@code more}, as far as that can be told. */
  private static Val atLeast(Extent a, Extent b, Extent more) {
    Extent enough = b.plus(more);
    if (a.isAtLeast(enough)) {
      return new Val.BoolVal(true);
    }
    return enough.isAtLeast(a.plus(1)) ? new Val.BoolVal(false) : Val.unknown();
  }

  private Val real(Operator operator, Val left, Val right, Span at) {
    OptionalReal a = asReal(left);
    OptionalReal b = asReal(right);
    if (!a.isKnown() || !b.isKnown()) {
      return Val.unknown();
    }
    double x = a.value();
    double y = b.value();
    return switch (operator) {
      case PLUS -> new Val.RealVal(x + y);
      case MINUS -> new Val.RealVal(x - y);
      case TIMES -> new Val.RealVal(x * y);
      case DIVIDE -> new Val.RealVal(x / y);
      case POWER -> new Val.RealVal(Math.pow(x, y));
      case AT_MOST -> new Val.BoolVal(x <= y);
      case AT_LEAST -> new Val.BoolVal(x >= y);
      case BELOW -> new Val.BoolVal(x < y);
      case ABOVE -> new Val.BoolVal(x > y);
      default -> throw unfit(operator, left, right, at);
    };
  }

  /** A real number, if it is one now. */
  record OptionalReal(boolean isKnown, double value) {}

  /** {@code value} as a real number; sizes that only a run knows are none. */
  OptionalReal asReal(Val value) {
    if (value instanceof Val.RealVal r) {
      return new OptionalReal(true, r.value());
    }
    if (value instanceof Val.IntVal i) {
      OptionalLong number = context.sizes().resolve(i.extent()).number();
      return new OptionalReal(number.isPresent(), number.orElse(0));
    }
    return new OptionalReal(false, 0);
  }

  private Val truth(Operator operator, boolean a, boolean b, Val left, Val right, Span at) {
    return switch (operator) {
      case AND -> new Val.BoolVal(a && b);
      case OR -> new Val.BoolVal(a || b);
      default -> throw unfit(operator, left, right, at);
    };
  }

  private Val equality(Operator operator, Val left, Val right) {
    Val equal = isEqual(left, right);
    return equal instanceof Val.BoolVal b && operator == Operator.NOT_EQUAL
        ? new Val.BoolVal(!b.value())
        : equal;
  }

  private Val isEqual(Val left, Val right) {
    if (left.isUnknown() || right.isUnknown()) {
      return Val.unknown();
    }
    if (left instanceof Val.IntVal a && right instanceof Val.IntVal b) {
      return switch (context.sizes().compare(a.extent(), b.extent())) {
        case EQUAL -> new Val.BoolVal(true);
        case DIFFERENT -> new Val.BoolVal(false);
        case UNDECIDED -> Val.unknown();
      };
    }
    if (isNumber(left) && isNumber(right)) {
      OptionalReal a = asReal(left);
      OptionalReal b = asReal(right);
      return a.isKnown() && b.isKnown() ? new Val.BoolVal(a.value() == b.value()) : Val.unknown();
    }
    if (left instanceof Val.SymbolVal || right instanceof Val.SymbolVal) {
      return new Val.BoolVal(left.word().isPresent() && left.word().equals(right.word()));
    }
    return new Val.BoolVal(left.equals(right));
  }

  private Val isIn(Val left, Val right, Span at) {
    if (left.isUnknown() || right.isUnknown()) {
      return Val.unknown();
    }
    if (!(right instanceof Val.ListVal list)) {
      throw unfit(Operator.IN, left, right, at);
    }
    List<Val> answers = list.elements().stream().map(e -> isEqual(left, e)).toList();
    if (answers.contains(new Val.BoolVal(true))) {
      return new Val.BoolVal(true);
    }
    return answers.stream().anyMatch(Val::isUnknown) ? Val.unknown() : new Val.BoolVal(false);
  }
}
