package pnnc.frontend.write;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import pnnc.ir.network.Graph;
import pnnc.ir.network.GraphEditor;
import pnnc.ir.network.NameSupply;
import pnnc.ir.network.Network;
import pnnc.ir.network.Node;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.Value;
import pnnc.passes.shape.ConstantNode;

/** Puts calls of the standard library in the place of the operators that mean them. */
final class Recognition {
  /** What is made of several operators comes before what is made of one of them. */
  private static final List<Recogniser> ALL =
      List.of(
          Idle::apply,
          Brackets::apply,
          Contributed::apply,
          SpelledNorms::withBias,
          SpelledNorms::withoutBias,
          Gates::apply,
          Sigmoids::sigmoid,
          Sigmoids::straight,
          Rotations::apply,
          Heads::repeat,
          Attention::attend,
          Heads::split,
          Heads::merge,
          Linears::gemm,
          Linears::linear,
          Linears::matmul,
          Linears::embedding,
          Convolutions::apply,
          Pools::apply,
          Norms::apply,
          Recurrent::apply,
          Activations::apply,
          Shapes::apply);

  private final NameSupply names;

  private Recognition(NameSupply names) {
    this.names = names;
  }

  /**
   * The graph of {@code network} with layers in it.
   *
   * @param names of dimensions in the program, by what the network calls them
   */
  static Graph of(Network network, Map<String, String> names) {
    Network sized = SymbolicSizes.in(network, names);
    return new Recognition(NameSupply.of(sized)).graph(sized.graph(), v -> Optional.empty());
  }

  private Graph graph(Graph graph, Function<Value, Optional<Tensor>> outer) {
    GraphEditor editor = new GraphEditor(graph, names);
    for (Node node : editor.nodes()) {
      ConstantNode.tensor(node).ifPresent(tensor -> constant(editor, node, tensor));
    }
    Site site = new Site(editor, outer);
    for (Recogniser recogniser : ALL) {
      editor.nodes().stream().filter(editor::contains).forEach(n -> apply(recogniser, n, site));
      editor.removeDead(n -> true);
    }
    for (Node node : editor.nodes()) {
      Node mapped = node.mapGraphs(g -> graph(g, site::constant));
      if (!mapped.equals(node)) {
        editor.replace(node, mapped);
      }
    }
    return editor.build();
  }

  private static void apply(Recogniser recogniser, Node node, Site site) {
    if (site.graph().contains(node) && !Layer.is(node)) {
      recogniser.apply(node, site);
    }
  }

  private static void constant(GraphEditor editor, Node node, Tensor tensor) {
    editor.remove(node);
    editor.setConstant(node.output(), tensor);
  }
}
