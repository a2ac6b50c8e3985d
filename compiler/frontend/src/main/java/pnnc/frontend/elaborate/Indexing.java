package pnnc.frontend.elaborate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.frontend.ast.Expr;
import pnnc.frontend.ast.Index;
import pnnc.frontend.source.Span;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.Value;
import pnnc.passes.shape.Dims;
import pnnc.passes.shape.Extent;

/** What brackets take out of weights, lists, tuples and tensors. */
final class Indexing {
  private final Context context;
  private final Evaluator evaluator;
  private final Emit emit;
  private final Members members;
  private final Describe describe;

  Indexing(Context context, Evaluator evaluator, Emit emit, Members members) {
    this.context = context;
    this.evaluator = evaluator;
    this.emit = emit;
    this.members = members;
    this.describe = new Describe(context);
  }

  Val index(Expr.Indexing indexing, Scope scope) {
    Val of = evaluator.eval(indexing.of(), scope);
    if (of.isUnknown()) {
      return of;
    }
    if (of instanceof Val.TensorVal t) {
      if (t.scale().isPresent()) {
        throw context.fail(indexing.span(), Arithmetic.quantized("`[…]`", describe.value(of)));
      }
      return tensor(t, indexing, scope);
    }
    if (indexing.indices().size() == 1 && indexing.indices().get(0) instanceof Index.At at) {
      return one(of, evaluator.eval(at.value(), scope), at.span(), indexing);
    }
    if (of instanceof Val.ParamsVal p && !p.group().isKnown() && !p.group().isRandom()) {
      return Val.unknown();
    }
    throw unfit(of, indexing);
  }

  private Failed unfit(Val of, Expr.Indexing indexing) {
    return context.fail(indexing.span(), DiagnosticCode.NOT_INDEXABLE.error(describe.value(of)));
  }

  private Val one(Val of, Val index, Span at, Expr.Indexing indexing) {
    if (index.isUnknown()) {
      return Val.unknown();
    }
    if (of instanceof Val.ParamsVal p && index instanceof Val.StringVal s) {
      return members.weight(p.group(), s.value(), false, at);
    }
    OptionalLong number =
        index instanceof Val.IntVal i
            ? context.sizes().resolve(i.extent()).number()
            : OptionalLong.empty();
    if (of instanceof Val.ParamsVal p && number.isPresent()) {
      return members.weight(p.group(), Long.toString(number.getAsLong()), false, at);
    }
    List<Val> elements =
        of instanceof Val.ListVal l
            ? l.elements()
            : of instanceof Val.TupleVal t ? t.elements() : List.of();
    if (number.isEmpty() || !(of instanceof Val.ListVal || of instanceof Val.TupleVal)) {
      throw unfit(of, indexing);
    }
    long position =
        number.getAsLong() < 0 ? number.getAsLong() + elements.size() : number.getAsLong();
    if (position < 0 || position >= elements.size()) {
      throw context.fail(
          at, DiagnosticCode.INDEX_OUTSIDE.error(number.getAsLong(), describe.value(of)));
    }
    return elements.get((int) position);
  }

  /** Ranges first, all in one {@code Slice}; then single positions from the last axis on. */
  private Val tensor(Val.TensorVal tensor, Expr.Indexing indexing, Scope scope) {
    List<Index> indices = indexing.indices();
    Optional<Dims> dims = context.fact(tensor).dims();
    if (dims.isPresent() && indices.size() > dims.get().rank()) {
      throw context.fail(
          indexing.span(),
          DiagnosticCode.INDEX_OUTSIDE.error(indices.size() + " indices", describe.value(tensor)));
    }
    Val.TensorVal sliced = slice(tensor, indices, indexing.span(), scope);
    for (int axis = indices.size() - 1; axis >= 0; axis--) {
      if (!Val.isSlice(indices.get(axis))) {
        sliced = at(sliced, axis, (Index.At) indices.get(axis), scope);
      }
    }
    return sliced;
  }

  private Val.TensorVal at(Val.TensorVal tensor, int axis, Index.At index, Scope scope) {
    Val value = evaluator.eval(index.value(), scope);
    if (value instanceof Val.IntVal i) {
      requireInside(tensor, axis, i.extent(), index.span());
    }
    Value position =
        emit.operand(value, Optional.empty(), index.span())
            .orElseThrow(
                () ->
                    context.fail(
                        index.span(),
                        DiagnosticCode.TYPE_MISMATCH.error(
                            "an index", "a whole number or a tensor", describe.value(value))));
    Emit.Attributes attributes = Emit.Attributes.of("axis", Attribute.of(axis));
    return emit.op("Gather", index.span(), attributes, tensor.value(), position);
  }

  private void requireInside(Val.TensorVal tensor, int axis, Extent index, Span at) {
    OptionalLong number = context.sizes().resolve(index).number();
    OptionalLong size =
        context.fact(tensor).dims().map(d -> d.at(axis).number()).orElse(OptionalLong.empty());
    if (number.isPresent() && size.isPresent()) {
      long position = number.getAsLong();
      if (position < -size.getAsLong() || position >= size.getAsLong()) {
        throw context.fail(
            at, DiagnosticCode.INDEX_OUTSIDE.error(position, describe.value(tensor)));
      }
    }
  }

  private Val.TensorVal slice(Val.TensorVal tensor, List<Index> indices, Span at, Scope scope) {
    List<Extent> from = new ArrayList<>();
    List<Extent> to = new ArrayList<>();
    List<Extent> steps = new ArrayList<>();
    List<Extent> axes = new ArrayList<>();
    for (int axis = 0; axis < indices.size(); axis++) {
      Optional<Val.RangeVal> range = range(indices.get(axis), scope);
      if (range.isPresent()) {
        from.add(extent(range.get().from(), at));
        to.add(extent(range.get().to(), at));
        steps.add(extent(range.get().step(), at));
        axes.add(Extent.of(axis));
        int last = axes.size() - 1;
        bounds(tensor, axis, indices.get(axis))
            .require(from.get(last), to.get(last), steps.get(last));
      }
    }
    if (axes.isEmpty()) {
      return tensor;
    }
    SizeValues sizes = new SizeValues(context, emit, at);
    return emit.op(
        "Slice",
        at,
        Emit.Attributes.NONE,
        tensor.value(),
        sizes.vector(from),
        sizes.vector(to),
        sizes.vector(axes),
        sizes.vector(steps));
  }

  private SliceBounds bounds(Val.TensorVal tensor, int axis, Index index) {
    Extent size = context.fact(tensor).dims().map(d -> d.at(axis)).orElse(Extent.UNKNOWN);
    String words = "axis %d of %s".formatted(axis, describe.value(tensor));
    return new SliceBounds(context, size, words, index.span());
  }

  /** The range that an index means; empty for single positions and for all of an axis. */
  private Optional<Val.RangeVal> range(Index index, Scope scope) {
    if (index instanceof Index.At at) {
      return at.value() instanceof Expr.RangeValue
          ? Optional.of((Val.RangeVal) evaluator.eval(at.value(), scope))
          : Optional.empty();
    }
    Index.Slice slice = (Index.Slice) index;
    if (slice.from().isEmpty() && slice.to().isEmpty() && slice.step().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Val.RangeVal(
            slice.from().map(e -> evaluator.eval(e, scope)).orElse(Val.of(0)),
            slice.to().map(e -> evaluator.eval(e, scope)).orElse(Val.of(SliceBounds.ALL)),
            slice.step().map(e -> evaluator.eval(e, scope)).orElse(Val.of(1))));
  }

  private Extent extent(Val value, Span at) {
    if (value instanceof Val.IntVal i) {
      return i.extent();
    }
    if (value.isUnknown()) {
      throw new Failed();
    }
    throw context.fail(
        at,
        DiagnosticCode.TYPE_MISMATCH.error(
            "the end of a range", "a whole number", describe.value(value)));
  }
}
