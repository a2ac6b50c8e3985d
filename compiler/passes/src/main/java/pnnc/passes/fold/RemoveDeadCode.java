package pnnc.passes.fold;

import java.util.List;
import pnnc.ir.network.Graph;
import pnnc.ir.network.GraphEditor;
import pnnc.ir.network.NameSupply;
import pnnc.ir.network.Network;
import pnnc.ir.network.NetworkFunction;
import pnnc.ir.network.Node;
import pnnc.passes.inline.CalledFunctions;
import pnnc.passes.pipeline.Pass;
import pnnc.passes.pipeline.PassContext;

/**
 * Takes out operations, constants and local functions that nothing uses, in subgraphs too:
 *
 * <pre>{@code
 * %a = Relu(%x)
 * %b = Exp(%x)          becomes       %a = Relu(%x)
 * return %a                           return %a
 * }</pre>
 *
 * <p>Every ONNX operator is free of side effects, those that draw random numbers too: taking one
 * out changes no other's numbers. Inputs stay, used or not.
 */
public final class RemoveDeadCode implements Pass<Network, Network> {
  @Override
  public String name() {
    return "remove-dead-code";
  }

  @Override
  public Network run(Network network, PassContext context) {
    NameSupply names = NameSupply.of(network);
    Network pruned = network.mapGraph(g -> prune(g, names));
    List<NetworkFunction> called = CalledFunctions.of(pruned);
    if (called.size() == pruned.functions().size()) {
      return pruned;
    }
    return new Network(pruned.graph(), called, pruned.opsets(), pruned.header());
  }

  /** First the graph itself, so that what only dead subgraphs captured is seen to be dead. */
  private static Graph prune(Graph graph, NameSupply names) {
    GraphEditor editor = new GraphEditor(graph, names);
    editor.removeDead(node -> true);
    boolean nested = false;
    for (Node node : editor.nodes()) {
      Node pruned = node.mapGraphs(g -> prune(g, names));
      if (!pruned.equals(node)) {
        editor.replace(node, pruned);
        nested = true;
      }
    }
    if (nested) {
      editor.removeDead(node -> true);
    }
    return editor.build();
  }
}
