package pnnc.passes.fold;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import pnnc.ir.network.Graph;
import pnnc.ir.network.GraphEditor;
import pnnc.ir.network.NameSupply;
import pnnc.ir.network.Network;
import pnnc.ir.network.Node;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorElements;
import pnnc.ir.network.Value;
import pnnc.passes.inline.Splice;
import pnnc.passes.pipeline.Pass;
import pnnc.passes.pipeline.PassContext;

/**
 * Replaces an {@code If} whose condition is constant by the branch that is taken:
 *
 * <pre>{@code
 * %y = If(@true) { then: Relu(%x), else: Exp(%x) }       becomes       %y = Relu(%x)
 * }</pre>
 *
 * <p>Exact. Looks into subgraphs too.
 */
public final class InlineBranches implements Pass<Network, Network> {
  @Override
  public String name() {
    return "inline-branches";
  }

  @Override
  public Network run(Network network, PassContext context) {
    NameSupply names = NameSupply.of(network);
    return network.mapGraph(g -> inline(g, names, value -> Optional.empty()));
  }

  private static Graph inline(
      Graph graph, NameSupply names, Function<Value, Optional<Tensor>> outer) {
    GraphEditor editor = new GraphEditor(graph, names);
    Function<Value, Optional<Tensor>> constants = v -> editor.constant(v).or(() -> outer.apply(v));
    for (Node node : graph.nodes()) {
      Node inside = node.mapGraphs(g -> inline(g, names, constants));
      if (!inside.equals(node)) {
        editor.replace(node, inside);
      }
      taken(inside, constants)
          .filter(branch -> branch.outputs().size() == inside.outputs().size())
          .ifPresent(branch -> Splice.replace(editor, inside, branch, List.of()));
    }
    return editor.build();
  }

  private static Optional<Graph> taken(Node node, Function<Value, Optional<Tensor>> constants) {
    if (!node.is("If")) {
      return Optional.empty();
    }
    return constants
        .apply(node.input(0))
        .filter(condition -> condition.elements() == 1)
        .map(condition -> TensorElements.of(condition).longAt(0) != 0)
        .flatMap(yes -> node.attribute(yes ? "then_branch" : "else_branch"))
        .flatMap(attribute -> attribute.graphs().stream().findFirst())
        .filter(branch -> branch.inputs().isEmpty());
  }
}
