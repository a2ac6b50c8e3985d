package pnnc.frontend.elaborate;

import java.util.List;
import java.util.stream.Collectors;
import pnnc.ir.network.ElementType;
import pnnc.passes.shape.Dims;
import pnnc.passes.shape.TensorFact;

/** Words for values, as messages use them. */
final class Describe {
  private final Context context;

  Describe(Context context) {
    this.context = context;
  }

  /** What {@code value} is: {@code f32[N, 784]}, {@code the number 3}. */
  String value(Val value) {
    if (value instanceof Val.TensorVal t) {
      return (t.scale().isPresent() ? "quantised " : "") + type(context.fact(t));
    }
    if (value instanceof Val.IntVal i) {
      return "the whole number " + context.describe(i.extent());
    }
    if (value instanceof Val.RealVal r) {
      return "the number " + r.value();
    }
    if (value instanceof Val.BoolVal b) {
      return Boolean.toString(b.value());
    }
    if (value instanceof Val.StringVal s) {
      return "the string \"%s\"".formatted(s.value());
    }
    if (value instanceof Val.SymbolVal s) {
      return "`%s`".formatted(s.name());
    }
    return other(value);
  }

  private String other(Val value) {
    if (value instanceof Val.ListVal l) {
      return "a list of " + l.elements().size();
    }
    if (value instanceof Val.TupleVal t) {
      return t.elements().stream().map(this::value).collect(Collectors.joining(", ", "(", ")"));
    }
    if (value instanceof Val.ParamsVal p) {
      return "the group of weights " + p.group().describe();
    }
    if (value instanceof Val.FunctionVal f) {
      return "the function `%s`".formatted(f.name());
    }
    if (value instanceof Val.TypeVal t) {
      return "the type " + t.type();
    }
    return constructs(value);
  }

  private static String constructs(Val value) {
    if (value instanceof Val.BuiltinVal b) {
      return "the function `%s`".formatted(b.name());
    }
    if (value instanceof Val.OperatorVal o) {
      return "the operator `%s`".formatted(o.name());
    }
    if (value instanceof Val.DomainVal d) {
      return d.domain().isEmpty() ? "`op`" : "the operators of " + d.domain();
    }
    if (value instanceof Val.LambdaVal) {
      return "a function without a name";
    }
    if (value instanceof Val.ModuleVal) {
      return "the file";
    }
    return value instanceof Val.RangeVal ? "a range" : "none";
  }

  /** {@code f32[N, 784]}. */
  String type(TensorFact fact) {
    String element = fact.element().map(ElementType::toString).orElse("?");
    return element + fact.dims().map(this::shape).orElse("[..]");
  }

  /** {@code [N, 784]}. */
  String shape(Dims dims) {
    return dims.sizes().stream().map(context::describe).collect(Collectors.joining(", ", "[", "]"));
  }

  /** {@code a, b or c}. */
  static String oneOf(List<String> words) {
    return words.size() < 2
        ? String.join("", words)
        : String.join(", ", words.subList(0, words.size() - 1))
            + " or "
            + words.get(words.size() - 1);
  }
}
