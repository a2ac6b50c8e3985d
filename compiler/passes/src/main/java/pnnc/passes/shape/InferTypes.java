package pnnc.passes.shape;

import java.util.LinkedHashMap;
import java.util.Map;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Network;
import pnnc.ir.network.Node;
import pnnc.ir.network.Value;
import pnnc.ir.network.ValueType;
import pnnc.passes.pipeline.Pass;
import pnnc.passes.pipeline.PassContext;

/**
 * Writes down the type of every value, as far as it can be told without running the network:
 *
 * <pre>{@code
 * %y = Conv(%x, %w)      with %x: f32[N, 3, 32, 32], %w: f32[8, 3, 3, 3]
 * %y: f32[N, 8, 30, 30]  is added
 * }</pre>
 *
 * <p>Graph inputs keep their declared types. Elsewhere what is inferred wins over what the model
 * says, and what the model says fills the gaps. Operations never change. An operation whose inputs
 * cannot fit together is an error.
 */
public final class InferTypes implements Pass<Network, Network> {
  @Override
  public String name() {
    return "infer-types";
  }

  @Override
  public Network run(Network network, PassContext context) {
    Graph main = network.graph();
    return Inference.run(
        network,
        new Inference.Hook() {
          @Override
          public Graph finish(Graph graph, Facts facts) {
            return typed(graph, facts);
          }

          @Override
          public void contradiction(Node node, Contradiction contradiction) {
            report(node, contradiction, main, context);
          }
        });
  }

  private static void report(
      Node node, Contradiction contradiction, Graph graph, PassContext context) {
    Diagnostic fault =
        DiagnosticCode.NODE_INVALID
            .error(node.op(), contradiction.getMessage())
            .at(context.place(graph, node));
    // The pass runs several times in a pipeline; the user wants to hear of it once.
    if (!context.diagnostics().all().contains(fault)) {
      context.diagnostics().add(fault);
    }
  }

  /** {@code graph} with the types that {@code facts} tell; itself if it says all of them. */
  static Graph typed(Graph graph, Facts facts) {
    Map<Value, ValueType> news = new LinkedHashMap<>();
    graph.inputs().forEach(v -> note(v, graph, facts, news));
    for (Node node : graph.nodes()) {
      for (Value output : node.outputs()) {
        if (output.isPresent()) {
          note(output, graph, facts, news);
        }
      }
    }
    return news.isEmpty() ? graph : graph.withTypes(joined(graph.types(), news));
  }

  private static void note(Value value, Graph graph, Facts facts, Map<Value, ValueType> news) {
    ValueType type = facts.of(value).type();
    if (!(type instanceof ValueType.Unknown) && !type.equals(graph.types().get(value))) {
      news.put(value, type);
    }
  }

  private static Map<Value, ValueType> joined(
      Map<Value, ValueType> types, Map<Value, ValueType> news) {
    Map<Value, ValueType> all = new LinkedHashMap<>(types);
    all.putAll(news);
    return all;
  }
}
