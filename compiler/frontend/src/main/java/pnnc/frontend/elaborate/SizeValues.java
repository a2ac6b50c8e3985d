package pnnc.frontend.elaborate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.frontend.source.Span;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.OpType;
import pnnc.ir.network.Value;
import pnnc.passes.shape.Extent;

/**
 * Computes sizes that only a run knows: {@code N·4} becomes {@code Shape} of the input that brings
 * {@code N}, and a product.
 */
final class SizeValues {
  private final Context context;
  private final Emit emit;
  private final Span at;

  SizeValues(Context context, Emit emit, Span at) {
    this.context = context;
    this.emit = emit;
    this.at = at;
  }

  /** A vector of the sizes, as shapes are given. */
  Value vector(List<Extent> sizes) {
    List<Extent> known = sizes.stream().map(context.sizes()::resolve).toList();
    if (known.stream().allMatch(s -> s.number().isPresent())) {
      return emit.longs(known.stream().mapToLong(s -> s.number().getAsLong()).toArray());
    }
    List<Value> parts = known.stream().map(this::one).toList();
    return emit.op(OpType.of("Concat"), at, Map.of("axis", Attribute.of(0)), parts, 1).get(0);
  }

  /** The size as a tensor without dimensions. */
  Value scalar(Extent size, ElementType type) {
    Value vector = one(size);
    Value scalar = emit.op("Reshape", at, Emit.Attributes.NONE, vector, emit.longs()).value();
    return type == ElementType.I64
        ? scalar
        : emit.op("Cast", at, Emit.Attributes.of("to", Attribute.of(type.onnxCode())), scalar)
            .value();
  }

  /** The size as a vector of one. */
  private Value one(Extent size) {
    if (size.number().isPresent()) {
      return emit.longs(size.number().getAsLong());
    }
    if (!size.isKnown() || context.sizes().isOpen(size)) {
      throw context.isGeneric()
          ? new Failed()
          : context.fail(
              at,
              DiagnosticCode.UNDECIDED.error(size.isKnown() ? context.describe(size) : at.text()));
    }
    Optional<Value> sum = Optional.empty();
    for (Map.Entry<List<String>, Long> term : size.terms().orElseThrow().entrySet()) {
      Value product = product(term.getKey(), term.getValue());
      sum = Optional.of(sum.map(s -> binary("Add", s, product)).orElse(product));
    }
    return sum.orElseThrow();
  }

  private Value product(List<String> names, long coefficient) {
    List<Value> factors = new ArrayList<>();
    if (coefficient != 1 || names.isEmpty()) {
      factors.add(emit.longs(coefficient));
    }
    names.forEach(n -> factors.add(variable(n)));
    return factors.stream().reduce((a, b) -> binary("Mul", a, b)).orElseThrow();
  }

  private Value binary(String op, Value a, Value b) {
    return emit.op(op, at, Emit.Attributes.NONE, a, b).value();
  }

  private Value variable(String name) {
    Context.Bringer from = context.bringer(name).orElseThrow(Failed::new);
    Value shape = emit.op("Shape", at, Emit.Attributes.NONE, from.input()).value();
    Value index = emit.longs(from.axis());
    Value size =
        emit.op("Gather", at, Emit.Attributes.of("axis", Attribute.of(0)), shape, index).value();
    return from.divisor() == 1 ? size : binary("Div", size, emit.longs(from.divisor()));
  }
}
