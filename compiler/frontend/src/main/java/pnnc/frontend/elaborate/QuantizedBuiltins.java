package pnnc.frontend.elaborate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.frontend.source.Span;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Value;

/**
 * {@code quantize(x, scale, zero, axis: 1, bits: 8)} and {@code dequantize(q)}: the way from reals
 * to whole numbers that stand for them, and back.
 */
final class QuantizedBuiltins {
  private static final String TAKES =
      "a tensor, a scale and a zero, then `bits: 4`, `8` or `16` and `axis: …`";

  private final Context context;
  private final Emit emit;

  QuantizedBuiltins(Context context) {
    this.context = context;
    this.emit = new Emit(context);
  }

  /** Rounds to the nearest, ties to even; what is too large saturates. */
  Val quantize(List<Given> given, Span at) {
    Map<String, Val> arguments = named(given);
    if (!(arguments.get("x") instanceof Val.TensorVal x) || !arguments.containsKey("scale")) {
      throw unfit(at);
    }
    Optional<ElementType> real = context.fact(x).element();
    ElementType storage =
        ElementType.ofWord("i" + number(arguments, "bits", at).orElse(8L))
            .orElseThrow(() -> unfit(at));
    Value scale = operand(arguments.get("scale"), real, at);
    Value zero = operand(arguments.getOrDefault("zero", Val.of(0)), Optional.of(storage), at);
    Optional<Long> axis = number(arguments, "axis", at);
    Val.TensorVal stored = emit.op("QuantizeLinear", at, attributes(axis), x.value(), scale, zero);
    return new Val.TensorVal(stored.value(), Optional.of(new Val.Quantized(scale, zero, axis)));
  }

  /** The reals that the numbers stand for. */
  Val dequantize(List<Given> given, Span at) {
    if (given.size() == 1
        && given.get(0).value() instanceof Val.TensorVal q
        && q.scale().isPresent()) {
      Val.Quantized how = q.scale().get();
      return emit.op(
          "DequantizeLinear", at, attributes(how.axis()), q.value(), how.scale(), how.zero());
    }
    throw context.fail(
        at, DiagnosticCode.BUILTIN_ARGUMENTS.error("dequantize", "one quantised tensor"));
  }

  private static Emit.Attributes attributes(Optional<Long> axis) {
    return axis.map(a -> Emit.Attributes.of("axis", Attribute.of(a))).orElse(Emit.Attributes.NONE);
  }

  private Map<String, Val> named(List<Given> given) {
    List<String> places = List.of("x", "scale", "zero", "axis", "bits");
    Map<String, Val> arguments = new HashMap<>();
    for (int i = 0; i < given.size(); i++) {
      String place = i < 3 ? places.get(i) : "";
      String name = given.get(i).name().map(n -> n.text()).orElse(place);
      if (!places.contains(name) || arguments.put(name, given.get(i).value()) != null) {
        throw unfit(given.get(i).span());
      }
    }
    return arguments;
  }

  private Failed unfit(Span at) {
    return context.fail(at, DiagnosticCode.BUILTIN_ARGUMENTS.error("quantize", TAKES));
  }

  private Value operand(Val value, Optional<ElementType> like, Span at) {
    return emit.operand(value, like, at).orElseThrow(() -> unfit(at));
  }

  private Optional<Long> number(Map<String, Val> arguments, String name, Span at) {
    Val value = arguments.get(name);
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof Val.IntVal i && i.extent().number().isPresent()) {
      return Optional.of(i.extent().number().getAsLong());
    }
    throw unfit(at);
  }
}
