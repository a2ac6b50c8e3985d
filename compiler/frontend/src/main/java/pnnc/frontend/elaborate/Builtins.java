package pnnc.frontend.elaborate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.LongStream;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.frontend.source.Span;
import pnnc.passes.shape.Extent;

/** Functions on what is known when a program is compiled, and files of weights. */
final class Builtins {
  /** Their names, for the outermost scope. */
  static final List<String> NAMES =
      List.of(
          "ceil_div",
          "dequantize",
          "dim",
          "element",
          "exp2",
          "floor_div",
          "len",
          "log2",
          "max_of",
          "min_of",
          "npy",
          "npz",
          "onnx",
          "quantize",
          "random",
          "rank",
          "root",
          "safetensors",
          "shape",
          "times");

  private final Context context;
  private final Describe describe;
  private final Numbers numbers;

  Builtins(Context context) {
    this.context = context;
    this.describe = new Describe(context);
    this.numbers = new Numbers(context);
  }

  Val call(String name, List<Given> given, Span at) {
    if (given.stream().anyMatch(g -> g.value().isUnknown())) {
      return Val.unknown();
    }
    return switch (name) {
      case "onnx", "npy", "npz", "safetensors" -> weights(name, given, at);
      case "random" -> random(given, at);
      case "quantize" -> new QuantizedBuiltins(context).quantize(given, at);
      case "dequantize" -> new QuantizedBuiltins(context).dequantize(given, at);
      case "shape" -> shape(one(name, given, at), at);
      case "rank" ->
          Val.of(((Val.ListVal) list(shape(one(name, given, at), at))).elements().size());
      case "dim" -> dim(given, at);
      case "element" -> element(one(name, given, at), at);
      case "len" -> len(one(name, given, at), at);
      case "times" -> times(given, at);
      case "floor_div", "ceil_div" -> divide(name, given, at);
      case "min_of", "max_of" -> extreme(name, given, at);
      case "root" -> real(name, given, at, Math::sqrt);
      case "exp2" -> real(name, given, at, x -> Math.pow(2, x));
      default -> real(name, given, at, x -> Math.log(x) / Math.log(2));
    };
  }

  private Val one(String name, List<Given> given, Span at) {
    if (given.size() != 1 || given.get(0).name().isPresent()) {
      throw context.fail(at, DiagnosticCode.BUILTIN_ARGUMENTS.error(name, "one argument"));
    }
    return given.get(0).value();
  }

  private Failed unfit(String name, String wanted, Span at) {
    return context.fail(at, DiagnosticCode.BUILTIN_ARGUMENTS.error(name, wanted));
  }

  private Val weights(String name, List<Given> given, Span at) {
    if (!(one(name, given, at) instanceof Val.StringVal path)) {
      throw unfit(name, "the path of a file in quotes", at);
    }
    weightsRule(path.value())
        .ifPresent(
            rule -> {
              throw context.fail(
                  given.get(0).span(), DiagnosticCode.WEIGHTS_PATH.error(name, path.value(), rule));
            });
    WeightFiles.Kind kind = WeightFiles.Kind.valueOf(name.toUpperCase(Locale.ROOT));
    try {
      WeightSource source = context.files().open(kind, path.value(), at.source());
      WeightGroup group = WeightGroup.of(source);
      return kind == WeightFiles.Kind.NPY
          ? new Val.TensorVal(
              context
                  .root()
                  .constant(path.value(), source.tensor(source.names().first()).orElseThrow()))
          : new Val.ParamsVal(group);
    } catch (DiagnosedException unreadable) {
      for (Diagnostic d : unreadable.diagnostics()) {
        context.blame().report(given.get(0).span(), d);
      }
      throw new Failed();
    }
  }

  /** The rule that the path of a file of weights breaks, if it does. */
  private static Optional<String> weightsRule(String path) {
    if (path.isBlank()) {
      return Optional.of("it names no file");
    }
    return path.matches("[A-Za-z][A-Za-z0-9+.-]*://.*")
        ? Optional.of("it is an address, and nothing is fetched from a network")
        : Optional.empty();
  }

  private Val random(List<Given> given, Span at) {
    boolean named =
        given.size() == 1 && given.get(0).name().map(n -> n.text().equals("seed")).orElse(true);
    if (named && given.get(0).value() instanceof Val.IntVal seed) {
      OptionalLong number = context.sizes().resolve(seed.extent()).number();
      if (number.isPresent()) {
        return new Val.ParamsVal(WeightGroup.random(number.getAsLong()));
      }
    }
    throw unfit("random", "a seed: `random(seed: 7)`", at);
  }

  private Val shape(Val value, Span at) {
    if (!(value instanceof Val.TensorVal t)) {
      throw context.fail(
          at, DiagnosticCode.TYPE_MISMATCH.error("`shape`", "a tensor", describe.value(value)));
    }
    return context
        .fact(t)
        .dims()
        .<Val>map(d -> new Val.ListVal(d.sizes().stream().<Val>map(Val.IntVal::new).toList()))
        .orElse(Val.unknown());
  }

  private static Val list(Val value) {
    if (value.isUnknown()) {
      throw new Failed();
    }
    return value;
  }

  private Val dim(List<Given> given, Span at) {
    if (given.size() != 2 || !(given.get(1).value() instanceof Val.IntVal axis)) {
      throw unfit("dim", "a tensor and an axis", at);
    }
    Val shape = shape(given.get(0).value(), at);
    OptionalLong number = context.sizes().resolve(axis.extent()).number();
    if (shape.isUnknown() || number.isEmpty()) {
      return Val.unknown();
    }
    List<Val> sizes = ((Val.ListVal) shape).elements();
    long index = number.getAsLong() < 0 ? number.getAsLong() + sizes.size() : number.getAsLong();
    if (index < 0 || index >= sizes.size()) {
      throw context.fail(
          at,
          DiagnosticCode.INDEX_OUTSIDE.error(
              number.getAsLong(), describe.value(given.get(0).value())));
    }
    return sizes.get((int) index);
  }

  private Val element(Val value, Span at) {
    if (!(value instanceof Val.TensorVal t)) {
      throw context.fail(
          at, DiagnosticCode.TYPE_MISMATCH.error("`element`", "a tensor", describe.value(value)));
    }
    return context.fact(t).element().<Val>map(Val.TypeVal::new).orElse(Val.unknown());
  }

  private Val len(Val value, Span at) {
    if (value instanceof Val.ListVal l) {
      return Val.of(l.elements().size());
    }
    if (value instanceof Val.TupleVal t) {
      return Val.of(t.elements().size());
    }
    if (value instanceof Val.ParamsVal p && p.group().isKnown()) {
      return Val.of(p.group().members().size());
    }
    throw context.fail(
        at,
        DiagnosticCode.TYPE_MISMATCH.error("`len`", "a list or a group", describe.value(value)));
  }

  /** {@code times([0, 1], 2)}: a list several times over. */
  private Val times(List<Given> given, Span at) {
    if (given.size() == 2
        && given.get(0).value() instanceof Val.ListVal list
        && given.get(1).value() instanceof Val.IntVal count) {
      OptionalLong n = context.sizes().resolve(count.extent()).number();
      if (n.isEmpty()) {
        return Val.unknown();
      }
      if (n.getAsLong() >= 0 && n.getAsLong() * list.elements().size() <= 10_000) {
        List<Val> all = new ArrayList<>();
        LongStream.range(0, n.getAsLong()).forEach(i -> all.addAll(list.elements()));
        return new Val.ListVal(all);
      }
    }
    throw unfit("times", "a list and how often (at most 10000 elements)", at);
  }

  private Val divide(String name, List<Given> given, Span at) {
    if (given.size() == 2
        && given.get(0).value() instanceof Val.IntVal a
        && given.get(1).value() instanceof Val.IntVal b) {
      OptionalLong by = context.sizes().resolve(b.extent()).number();
      Extent whole = context.sizes().resolve(a.extent());
      if (by.isEmpty() || by.getAsLong() > 0) {
        Extent quotient =
            by.isEmpty()
                ? whole.dividedBy(context.sizes().resolve(b.extent()))
                : name.equals("floor_div")
                    ? whole.floorDividedBy(by.getAsLong())
                    : whole.ceilDividedBy(by.getAsLong());
        return quotient.isKnown() ? new Val.IntVal(quotient) : Val.unknown();
      }
    }
    throw unfit(name, "two whole numbers, the second above 0", at);
  }

  private Val extreme(String name, List<Given> given, Span at) {
    if (given.isEmpty()) {
      throw unfit(name, "numbers", at);
    }
    Optional<Val> best = Optional.empty();
    for (Given g : given) {
      Numbers.OptionalReal real = numbers.asReal(g.value());
      if (!real.isKnown()) {
        if (g.value() instanceof Val.IntVal) {
          return Val.unknown();
        }
        throw unfit(name, "numbers", at);
      }
      double before = best.map(b -> numbers.asReal(b).value()).orElse(real.value());
      boolean better = name.equals("min_of") ? real.value() <= before : real.value() >= before;
      best = better ? Optional.of(g.value()) : best;
    }
    return best.orElseThrow();
  }

  private Val real(String name, List<Given> given, Span at, DoubleUnaryOperator function) {
    Val value = one(name, given, at);
    Numbers.OptionalReal real = numbers.asReal(value);
    if (real.isKnown()) {
      return new Val.RealVal(function.applyAsDouble(real.value()));
    }
    if (value instanceof Val.IntVal) {
      return Val.unknown();
    }
    throw context.fail(
        at,
        DiagnosticCode.TYPE_MISMATCH.error(
            "`%s`".formatted(name), "a number", describe.value(value)));
  }
}
