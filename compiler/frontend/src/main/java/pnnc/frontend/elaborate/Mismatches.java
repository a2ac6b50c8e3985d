package pnnc.frontend.elaborate;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.frontend.ast.Expr;
import pnnc.frontend.ast.Name;
import pnnc.frontend.ast.Parameter;
import pnnc.frontend.ast.Type;
import pnnc.frontend.program.Library;
import pnnc.frontend.source.Span;
import pnnc.ir.network.Value;
import pnnc.passes.shape.Extent;

/** What is said of sizes that differ: both places, both numbers, and what would fit. */
final class Mismatches {
  private final Context context;
  private final Describe describe;

  Mismatches(Context context) {
    this.context = context;
    this.describe = new Describe(context);
  }

  /** The dimension {@code one} is {@code declared} so far, the tensor has {@code found} there. */
  Diagnostic dimension(
      Type.Dimension.One one,
      Extent declared,
      Extent found,
      Types.Wanted wanted,
      Value tensor,
      int index) {
    Optional<Scope.Axis> axis =
        one.size() instanceof Expr.Reference r
            ? wanted.scope().binding(r.name().text()).flatMap(Scope.Binding::axis)
            : Optional.empty();
    String a = context.describe(declared);
    String b = context.describe(found);
    if (axis.isPresent()) {
      return between(((Expr.Reference) one.size()).name(), axis.get(), a, b, wanted, tensor);
    }
    Diagnostic fault =
        DiagnosticCode.DIMENSIONS_DIFFER.error(
            "dimension %d of %s".formatted(index + 1, wanted.what()), a, b);
    if (!Library.isStandard(one.span().source()) && !one.span().equals(wanted.at())) {
      fault = fault.related(one.span().place(), "%s asked for here".formatted(a));
    }
    return described(fault, tensor, wanted.at());
  }

  /** Two arguments give a variable different sizes. */
  private Diagnostic between(
      Name variable, Scope.Axis axis, String a, String b, Types.Wanted wanted, Value tensor) {
    Diagnostic fault =
        described(
            DiagnosticCode.DIMENSIONS_DIFFER.error(
                "dimension `%s`".formatted(variable),
                "%s in %s".formatted(a, axis.argument()),
                "%s in %s".formatted(b, wanted.what())),
            tensor,
            wanted.at());
    return context
        .declaration(axis.tensor())
        .map(p -> declaration(fault, p, axis, a, b))
        .orElseGet(() -> earlier(fault, variable, wanted));
  }

  /** Says behind the marked text what the tensor is. */
  private Diagnostic described(Diagnostic fault, Value tensor, Span at) {
    String shape = describe.value(new Val.TensorVal(tensor));
    String what =
        context.isWeight(tensor) ? "%s, weights `%s`".formatted(shape, tensor.name()) : shape;
    return Library.isStandard(at.source())
        ? fault.help("found " + what)
        : fault.related(at.place(), what);
  }

  /** The size comes from an input's declaration, which could be changed. */
  private Diagnostic declaration(
      Diagnostic fault, Parameter input, Scope.Axis axis, String declared, String found) {
    if (!(input.type() instanceof Type.TensorType type)
        || axis.index() >= type.dimensions().size()) {
      return fault;
    }
    List<Type.Dimension> dimensions = type.dimensions();
    String shape =
        IntStream.range(0, dimensions.size())
            .mapToObj(i -> i == axis.index() ? found : dimensions.get(i).span().text())
            .collect(Collectors.joining(", "));
    return fault
        .related(
            dimensions.get(axis.index()).span().place(), "%s declared here".formatted(declared))
        .help("%s: %s[%s]".formatted(input.name(), type.element(), shape));
  }

  /** Adds where a variable got its meaning. */
  Diagnostic earlier(Diagnostic fault, Name name, Types.Wanted wanted) {
    return wanted
        .scope()
        .binding(name.text())
        .flatMap(Scope.Binding::place)
        .filter(place -> !place.equals(wanted.at()))
        .map(
            place ->
                fault.related(
                    context.blame().usersPlace(place).place(),
                    "this makes `%s` %s".formatted(name, shown(wanted.scope(), name))))
        .orElse(fault);
  }

  private String shown(Scope scope, Name name) {
    Val value = scope.find(name.text()).orElse(Val.unknown());
    if (value instanceof Val.IntVal i) {
      return context.describe(i.extent());
    }
    return value instanceof Val.TypeVal t ? t.type().toString() : describe.value(value);
  }
}
