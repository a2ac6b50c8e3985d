package pnnc.frontend.elaborate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.frontend.ast.Expr;
import pnnc.frontend.source.Span;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.Value;

/** What stands behind a dot: weights by name, parts of tuples, operators of a domain. */
final class Members {
  static final Map<String, String> DOMAINS =
      Map.of("microsoft", "com.microsoft", "ml", "ai.onnx.ml", "training", "ai.onnx.training");

  private final Context context;
  private final Map<Object, Value> constants = new HashMap<>();

  Members(Context context) {
    this.context = context;
  }

  /** {@code of.member}. */
  Val access(Val of, Expr.Access access) {
    String member = access.member().text();
    if (of.isUnknown()) {
      return of;
    }
    if (of instanceof Val.ParamsVal p) {
      return weight(p.group(), member, access.isOptional(), access.member().span());
    }
    if (of instanceof Val.DomainVal d) {
      return d.domain().isEmpty() && DOMAINS.containsKey(member)
          ? new Val.DomainVal(DOMAINS.get(member))
          : new Val.OperatorVal(d.domain(), member);
    }
    if (of instanceof Val.ModuleVal m) {
      return m.module()
          .find(member)
          .orElseThrow(() -> unknown(of, access, m.module().visible().stream().toList()));
    }
    if (of instanceof Val.TupleVal t) {
      return part(t, access);
    }
    if (of instanceof Val.NoneVal && access.isOptional()) {
      return of;
    }
    throw unknown(of, access, List.of());
  }

  private Val part(Val.TupleVal tuple, Expr.Access access) {
    return IntStream.range(0, tuple.names().size())
        .filter(i -> tuple.names().get(i).equals(access.member().text()))
        .mapToObj(i -> tuple.elements().get(i))
        .findFirst()
        .orElseThrow(() -> unknown(tuple, access, tuple.names()));
  }

  private Failed unknown(Val of, Expr.Access access, List<String> known) {
    String member = access.member().text();
    Diagnostic fault = DiagnosticCode.MEMBER_UNKNOWN.error(new Describe(context).value(of), member);
    return context.fail(access.member().span(), Suggest.like(fault, member, known));
  }

  /** The tensor or the group called {@code member}. */
  Val weight(WeightGroup group, String member, boolean isOptional, Span at) {
    Optional<Tensor> tensor = group.tensor(member);
    if (tensor.isPresent()) {
      return new Val.TensorVal(constant(group, member, tensor.get()));
    }
    if (!group.isKnown() && isOptional && !group.isRandom()) {
      return Val.unknown();
    }
    if (!group.isKnown() || group.hasGroup(member)) {
      return new Val.ParamsVal(group.child(member));
    }
    if (isOptional) {
      return Val.none();
    }
    Diagnostic fault = DiagnosticCode.WEIGHT_UNKNOWN.error(member, group.describe());
    List<String> members = group.members();
    String list = String.join(", ", members.subList(0, Math.min(12, members.size())));
    throw context.fail(
        at,
        Suggest.like(fault, member, member.contains(".") ? group.names() : members)
            .help("there: " + list + (members.size() > 12 ? ", …" : "")));
  }

  /** Each weight stands in the network once. */
  private Value constant(WeightGroup group, String member, Tensor tensor) {
    String name = group.nameOf(member);
    Object key = List.of(group.source().orElseThrow(), name);
    return constants.computeIfAbsent(key, k -> context.addWeight(name, tensor));
  }
}
