package pnnc.frontend.elaborate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.frontend.ast.Body;
import pnnc.frontend.ast.Expr;
import pnnc.frontend.ast.Parameter;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.Graph;
import pnnc.ir.network.OpType;
import pnnc.ir.network.Origin;
import pnnc.ir.network.Value;
import pnnc.passes.shape.Fact;
import pnnc.passes.shape.TensorFact;

/** Bodies of control-flow operators. */
final class Lambdas {
  private final Context context;
  private final Evaluator evaluator;
  private final Types types;

  Lambdas(Context context, Evaluator evaluator, Types types) {
    this.context = context;
    this.evaluator = evaluator;
    this.types = types;
  }

  /** The subgraph that {@code lambda} describes. */
  Graph graph(Val.LambdaVal value, String name) {
    Expr.Lambda lambda = value.lambda();
    Draft inner = context.draft().subgraph();
    return context.within(inner, () -> build(value, lambda, inner, name));
  }

  private Graph build(Val.LambdaVal value, Expr.Lambda lambda, Draft inner, String name) {
    Scope scope = value.scope().inner();
    for (Parameter p : lambda.parameters()) {
      Types.Wanted wanted = new Types.Wanted("`%s`".formatted(p.name()), p.span(), scope);
      Val declared = types.declared(p.type(), wanted);
      if (!(declared instanceof Val.TensorVal t)) {
        throw context.fail(
            p.type().span(),
            DiagnosticCode.TYPE_MISMATCH.error(
                "a parameter of a lambda", "a tensor type", p.type().span().text()));
      }
      Value input = inner.input(p.name().text(), context.fact(t));
      scope.bind(p.name().text(), new Val.TensorVal(input), p.span());
    }
    Val result =
        lambda.body() instanceof Body.Block b
            ? evaluator.block(b, scope)
            : evaluator.eval(((Body.Single) lambda.body()).value(), scope);
    if (result.isUnknown()) {
      throw new Failed();
    }
    Types.Wanted wanted = new Types.Wanted("the result", lambda.body().span(), scope);
    List<Value> outputs = new ArrayList<>();
    for (Value output : values(types.accept(lambda.result(), result, wanted))) {
      outputs.add(
          inner
              .add(
                  OpType.of("Identity"),
                  List.of(output),
                  Map.of(),
                  List.of(context.naming().with("result")),
                  context.opset(),
                  Origin.NONE)
              .get(0));
    }
    return inner.build(name, outputs, Map.of());
  }

  /** The tensors of a result. */
  static List<Value> values(Val value) {
    if (value instanceof Val.TensorVal t) {
      return List.of(t.value());
    }
    List<Value> all = new ArrayList<>();
    if (value instanceof Val.TupleVal t) {
      t.elements().forEach(e -> all.addAll(values(e)));
    }
    return all;
  }

  /** What is known of the results of a control-flow operator, from the bodies it runs. */
  void types(OpType type, Map<String, Attribute> attributes, List<Value> results) {
    if (!type.isStandard()) {
      return;
    }
    switch (type.name()) {
      case "If" -> branch(attributes, results);
      case "Loop" -> turns(body(attributes, "body"), 1, results);
      case "Scan" -> turns(body(attributes, "body"), 0, results);
      default -> {}
    }
  }

  private static List<Value> body(Map<String, Attribute> attributes, String name) {
    return attributes.get(name) instanceof Attribute.GraphValue g ? g.value().outputs() : List.of();
  }

  private void branch(Map<String, Attribute> attributes, List<Value> results) {
    List<Value> then = body(attributes, "then_branch");
    List<Value> otherwise = body(attributes, "else_branch");
    for (int i = 0; i < results.size() && i < then.size() && i < otherwise.size(); i++) {
      Fact a = context.draft().types().of(then.get(i));
      context
          .draft()
          .types()
          .define(results.get(i), a.common(context.draft().types().of(otherwise.get(i))));
    }
  }

  /** Elements are those of the body; sizes can grow from turn to turn and are left open. */
  private void turns(List<Value> outputs, int skip, List<Value> results) {
    for (int i = 0; i < results.size() && i + skip < outputs.size(); i++) {
      if (context.draft().types().of(outputs.get(i + skip)) instanceof TensorFact t) {
        context
            .draft()
            .types()
            .define(results.get(i), TensorFact.of(t.element(), Optional.empty()));
      }
    }
  }
}
