package pnnc.frontend.elaborate;

import java.util.ArrayList;
import java.util.List;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.shape.Shape;
import pnnc.ir.network.ElementType;

/** Tensors written out: {@code i64([[1, 2], [3, 4]])}. */
final class Constants {
  private final Context context;
  private final Emit emit;
  private final Numbers numbers;

  Constants(Context context, Emit emit) {
    this.context = context;
    this.emit = emit;
    this.numbers = new Numbers(context);
  }

  /** A number, or lists of numbers, of lists of numbers and so on, all of one length each. */
  Val of(ElementType type, Given given) {
    List<Long> sizes = new ArrayList<>();
    List<Double> elements = new ArrayList<>();
    if (!collect(given.value(), 0, sizes, elements)) {
      throw context.fail(
          given.span(),
          DiagnosticCode.TYPE_MISMATCH.error(
              "`%s`".formatted(type),
              "a tensor, a number or lists of numbers of equal length",
              new Describe(context).value(given.value())));
    }
    Shape shape = Shape.of(sizes.stream().mapToLong(Long::longValue).toArray());
    double[] all = elements.stream().mapToDouble(Double::doubleValue).toArray();
    return new Val.TensorVal(
        context.draft().constant("c", emit.tensor(type, shape, given.span(), all)));
  }

  private boolean collect(Val value, int depth, List<Long> sizes, List<Double> elements) {
    if (value instanceof Val.ListVal list) {
      long size = list.elements().size();
      if (depth == sizes.size() && elements.isEmpty()) {
        sizes.add(size);
      }
      return depth < sizes.size()
          && sizes.get(depth) == size
          && list.elements().stream().allMatch(e -> collect(e, depth + 1, sizes, elements));
    }
    if (value instanceof Val.BoolVal b) {
      elements.add(b.value() ? 1.0 : 0.0);
      return depth == sizes.size();
    }
    Numbers.OptionalReal real = numbers.asReal(value);
    elements.add(real.value());
    return real.isKnown() && depth == sizes.size();
  }
}
