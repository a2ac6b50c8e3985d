package pnnc.frontend.elaborate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.frontend.ast.Expr;
import pnnc.frontend.ast.Operator;
import pnnc.frontend.source.Span;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Value;
import pnnc.passes.shape.Dims;
import pnnc.passes.shape.Extent;
import pnnc.passes.shape.TensorFact;

/** Infix and prefix operators: on numbers known now they are computed, on tensors emitted. */
final class Arithmetic {
  private static final Map<Operator, String> ONNX =
      Map.ofEntries(
          Map.entry(Operator.PLUS, "Add"),
          Map.entry(Operator.MINUS, "Sub"),
          Map.entry(Operator.TIMES, "Mul"),
          Map.entry(Operator.DIVIDE, "Div"),
          Map.entry(Operator.POWER, "Pow"),
          Map.entry(Operator.REMAINDER, "Mod"),
          Map.entry(Operator.EQUAL, "Equal"),
          Map.entry(Operator.BELOW, "Less"),
          Map.entry(Operator.ABOVE, "Greater"),
          Map.entry(Operator.AT_MOST, "LessOrEqual"),
          Map.entry(Operator.AT_LEAST, "GreaterOrEqual"),
          Map.entry(Operator.AND, "And"),
          Map.entry(Operator.OR, "Or"));

  private final Context context;
  private final Emit emit;
  private final Numbers numbers;
  private final Describe describe;

  Arithmetic(Context context, Emit emit) {
    this.context = context;
    this.emit = emit;
    this.numbers = new Numbers(context);
    this.describe = new Describe(context);
  }

  /** Where an operation stands, and its sides. */
  record Infix(Span whole, Span left, Span right) {
    static Infix of(Expr.Binary binary) {
      return new Infix(binary.span(), binary.left().span(), binary.right().span());
    }
  }

  /** {@code left operator right}. */
  Val apply(Operator operator, Val left, Val right, Infix at) {
    boolean asks = operator == Operator.EQUAL || operator == Operator.NOT_EQUAL;
    boolean isWord = isWord(left) || isWord(right);
    if (!isWord && (left.isUndecided() || right.isUndecided())) {
      return Val.unknown();
    }
    if ((left instanceof Val.TensorVal || right instanceof Val.TensorVal) && !(asks && isWord)) {
      return left.isUnknown() || right.isUnknown()
          ? Val.unknown()
          : tensors(operator, left, right, at);
    }
    return numbers.apply(operator, left, right, at.whole());
  }

  /** What a tensor never equals: {@code b == none} asks whether there is one. */
  private static boolean isWord(Val value) {
    return value instanceof Val.NoneVal || value instanceof Val.SymbolVal;
  }

  private Val tensors(Operator operator, Val left, Val right, Infix at) {
    if (operator == Operator.NOT_EQUAL) {
      return not(tensors(Operator.EQUAL, left, right, at), at.whole());
    }
    String op = ONNX.get(operator);
    if (op == null || isQuantized(left) || isQuantized(right)) {
      throw unfit(operator, left, right, at.whole());
    }
    requireSameElements(operator, left, right, at.whole());
    Optional<ElementType> like = element(left).or(() -> element(right));
    Value a =
        emit.operand(left, like, at.left())
            .orElseThrow(() -> unfit(operator, left, right, at.whole()));
    Value b =
        emit.operand(right, like, at.right())
            .orElseThrow(() -> unfit(operator, left, right, at.whole()));
    Emit.Attributes attributes =
        op.equals("Mod") && isFloat(left, right)
            ? Emit.Attributes.of("fmod", Attribute.of(1))
            : Emit.Attributes.NONE;
    return emit.op(op, at.whole(), attributes, a, b);
  }

  /** The numbers that are stored are not those that are meant. */
  private static boolean isQuantized(Val value) {
    return value instanceof Val.TensorVal t && t.scale().isPresent();
  }

  private void requirePlain(String what, Val value, Span at) {
    if (isQuantized(value)) {
      throw context.fail(at, quantized(what, describe.value(value)));
    }
  }

  /** {@code what} was done with a quantised tensor, whose stored numbers are not those meant. */
  static Diagnostic quantized(String what, String found) {
    return DiagnosticCode.TYPE_MISMATCH
        .error("the tensor of " + what, "one of plain numbers", found)
        .help("`dequantize(…)` gives the reals that the numbers stand for");
  }

  private boolean isFloat(Val left, Val right) {
    return element(left).or(() -> element(right)).map(ElementType::isFloat).orElse(false);
  }

  private Optional<ElementType> element(Val value) {
    return value instanceof Val.TensorVal t ? context.fact(t).element() : Optional.empty();
  }

  /** There is no silent conversion between element types. */
  private void requireSameElements(Operator operator, Val left, Val right, Span at) {
    Optional<ElementType> a = element(left);
    Optional<ElementType> b = element(right);
    if (a.isPresent() && b.isPresent() && !a.equals(b) && operator != Operator.POWER) {
      throw context.fail(
          at,
          DiagnosticCode.ELEMENTS_DIFFER
              .error(operator.symbol(), describe.value(left), describe.value(right))
              .help("convert one of them: `%s(…)`".formatted(a.get())));
    }
  }

  private Failed unfit(Operator operator, Val left, Val right, Span at) {
    return context.fail(
        at,
        DiagnosticCode.OPERATOR_UNFIT.error(
            operator.symbol(), describe.value(left), describe.value(right)));
  }

  /** {@code -x}. */
  Val negate(Val value, Span at) {
    requirePlain("`-`", value, at);
    if (value instanceof Val.TensorVal t) {
      return emit.op("Neg", at, Emit.Attributes.NONE, t.value());
    }
    if (value.isUndecided()) {
      return Val.unknown();
    }
    return value instanceof Val.RealVal r
        ? new Val.RealVal(-r.value())
        : numbers.apply(Operator.MINUS, Val.of(0), value, at);
  }

  /** {@code not a}. */
  Val not(Val value, Span at) {
    if (value instanceof Val.BoolVal b) {
      return new Val.BoolVal(!b.value());
    }
    requirePlain("`not`", value, at);
    if (value instanceof Val.TensorVal t) {
      return emit.op("Not", at, Emit.Attributes.NONE, t.value());
    }
    if (value.isUndecided()) {
      return Val.unknown();
    }
    throw context.fail(
        at, DiagnosticCode.TYPE_MISMATCH.error("`not`", "bool", describe.value(value)));
  }

  /** {@code x'}: the last two dimensions exchanged. */
  Val transpose(Val value, Span at) {
    if (value.isUndecided()) {
      return Val.unknown();
    }
    if (!(value instanceof Val.TensorVal t)) {
      throw context.fail(
          at, DiagnosticCode.TYPE_MISMATCH.error("`'`", "a tensor", describe.value(value)));
    }
    requirePlain("`'`", value, at);
    Optional<Dims> dims = context.fact(t).dims();
    if (dims.isEmpty()) {
      return Val.unknown();
    }
    int rank = dims.get().rank();
    if (rank < 2) {
      throw context.fail(
          at,
          DiagnosticCode.TYPE_MISMATCH.error(
              "`'`", "a tensor of two dimensions or more", describe.value(value)));
    }
    long[] order =
        IntStream.range(0, rank)
            .mapToLong(i -> i < rank - 2 ? i : i == rank - 2 ? rank - 1 : rank - 2)
            .toArray();
    return emit.op("Transpose", at, Emit.Attributes.of("perm", Attribute.ofInts(order)), t.value());
  }

  /** What is known of a value that is one of two: their common type, as a tensor of its own. */
  Val common(Val a, Val b) {
    if (!(a instanceof Val.TensorVal s) || !(b instanceof Val.TensorVal t)) {
      return a.equals(b) ? a : Val.unknown();
    }
    TensorFact left = context.fact(s);
    TensorFact right = context.fact(t);
    if (left.dims().isEmpty()
        || right.dims().map(Dims::rank).orElse(-1) != left.dims().get().rank()) {
      return Val.unknown();
    }
    List<Extent> sizes =
        IntStream.range(0, left.dims().get().rank())
            .mapToObj(i -> common(left.dims().get().at(i), right.dims().orElseThrow().at(i)))
            .toList();
    Value value = context.draft().fresh("either");
    context
        .draft()
        .types()
        .define(
            value, TensorFact.of(left.element().or(right::element), Optional.of(new Dims(sizes))));
    return new Val.TensorVal(value);
  }

  private Extent common(Extent a, Extent b) {
    return context.sizes().compare(a, b) == Sizes.Relation.EQUAL ? a : Extent.UNKNOWN;
  }
}
