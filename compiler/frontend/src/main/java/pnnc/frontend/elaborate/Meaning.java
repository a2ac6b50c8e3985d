package pnnc.frontend.elaborate;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import pnnc.passes.shape.TensorFact;

/**
 * What an expression stands for, in words. Ask when the elaboration is over: sizes that are found
 * out later are then known here too.
 */
public final class Meaning {
  /**
   * What can stand behind a dot.
   *
   * @param type of a tensor, {@code f32[128, 784]}; empty for a group
   */
  public record Member(String name, Optional<String> type) {}

  private final Context context;
  private final Draft draft;
  private final Val value;

  Meaning(Context context, Val value) {
    this.context = context;
    this.draft = context.draft();
    this.value = value;
  }

  /** Whether anything is known. */
  public boolean isKnown() {
    return !value.isUnknown();
  }

  /** Whether it was tried only and its operations thrown away. */
  public boolean isTrial() {
    return draft.isScratch();
  }

  /** A type, with the value if that is known: {@code f32[N, 128]}, {@code int = 3}. */
  public String type() {
    return type(value);
  }

  private String type(Val of) {
    if (of instanceof Val.TensorVal t) {
      TensorFact fact = draft.fact(t.value());
      return new Describe(context).type(fact) + (t.scale().isPresent() ? ", quantised" : "");
    }
    if (of instanceof Val.IntVal i) {
      return "int = " + context.describe(i.extent());
    }
    if (of instanceof Val.RealVal r) {
      return "real = " + r.value();
    }
    if (of instanceof Val.BoolVal b) {
      return "bool = " + b.value();
    }
    if (of instanceof Val.StringVal s) {
      return "string = \"%s\"".formatted(s.value());
    }
    return collection(of);
  }

  private String collection(Val of) {
    if (of instanceof Val.ListVal l) {
      return l.elements().stream().map(this::element).collect(Collectors.joining(", ", "[", "]"));
    }
    if (of instanceof Val.TupleVal t) {
      return IntStream.range(0, t.elements().size())
          .mapToObj(i -> field(t, i))
          .collect(Collectors.joining(", ", "(", ")"));
    }
    if (of instanceof Val.RangeVal r) {
      return "%s .. %s".formatted(element(r.from()), element(r.to()));
    }
    if (of instanceof Val.OperatorVal o) {
      return "operator " + (o.domain().isEmpty() ? "" : o.domain() + ".") + o.name();
    }
    return other(of);
  }

  private String field(Val.TupleVal tuple, int index) {
    String type = type(tuple.elements().get(index));
    return tuple.names().isEmpty() ? type : tuple.names().get(index) + ": " + type;
  }

  /** Inside a list the value of a number says enough. */
  private String element(Val of) {
    String type = type(of);
    int value = type.indexOf(" = ");
    return value < 0 ? type : type.substring(value + 3);
  }

  private String other(Val of) {
    if (of instanceof Val.FunctionVal f) {
      return f.candidates().stream().map(Functions::signature).collect(Collectors.joining("\n"));
    }
    if (of instanceof Val.ParamsVal p && !p.group().isKnown()) {
      return p.group().isRandom() ? "params, random" : "params";
    }
    if (of instanceof Val.DomainVal d) {
      return "operators of " + (d.domain().isEmpty() ? "ONNX" : d.domain());
    }
    if (of instanceof Val.LambdaVal l) {
      return l.lambda().span().text().lines().findFirst().orElse("fn");
    }
    if (of instanceof Val.BuiltinVal b) {
      return "function %s of the language".formatted(b.name());
    }
    return of.isUnknown() ? "unknown" : new Describe(context).value(of);
  }

  /**
   * The names that can stand behind a dot, in order: weights below a prefix, parts of a tuple. A
   * weight's type is read from its file, its elements are not.
   */
  public List<Member> members() {
    if (value instanceof Val.ParamsVal p) {
      return p.group().members().stream().map(m -> member(p.group(), m)).toList();
    }
    if (value instanceof Val.TupleVal t) {
      return IntStream.range(0, t.names().size())
          .mapToObj(i -> new Member(t.names().get(i), Optional.of(type(t.elements().get(i)))))
          .toList();
    }
    return List.of();
  }

  private static Member member(WeightGroup group, String name) {
    return new Member(name, group.tensor(name).map(t -> t.type() + t.shape().toString()));
  }
}
