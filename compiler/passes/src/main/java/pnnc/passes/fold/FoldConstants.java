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
import pnnc.ir.network.Value;
import pnnc.passes.pipeline.Pass;
import pnnc.passes.pipeline.PassContext;
import pnnc.passes.shape.ConstantNode;

/**
 * Computes what depends on constants alone:
 *
 * <pre>{@code
 * %c = Constant(value = 2.0)
 * %d = Mul(%c, @a)
 * %y = Add(%x, %d)       becomes       %y = Add(%x, @d)
 * }</pre>
 *
 * <p>A {@code Constant} becomes a constant of the graph and a {@code ConstantOfShape} one repeated
 * element, whatever its size. All else is handed to the {@link
 * pnnc.passes.pipeline.ConstantEvaluator} at once, per graph; if it cannot, the graph stays as it
 * is. Left alone are operations that draw random numbers, loops, calls of local functions, values
 * that are no tensors, results much larger than what they are made of, and {@code
 * DequantizeLinear}: hardware wants the integers.
 *
 * <p>Requires inferred types: a result of unknown size is not computed. The results are those of
 * the evaluator, so the network's outputs stay the same bit by bit where it is the same runtime.
 */
public final class FoldConstants implements Pass<Network, Network> {
  @Override
  public String name() {
    return "fold-constants";
  }

  @Override
  public Network run(Network network, PassContext context) {
    NameSupply names = NameSupply.of(network);
    Folding folding = new Folding(network, context, names);
    return network.mapGraph(g -> folding.fold(g, value -> Optional.empty()));
  }

  private record Folding(Network network, PassContext context, NameSupply names) {
    /** Outer graphs first: what they make constant is constant inside too. */
    Graph fold(Graph graph, Function<Value, Optional<Tensor>> outer) {
      GraphEditor editor = new GraphEditor(graph, names);
      Function<Value, Optional<Tensor>> constants =
          v -> editor.constant(v).or(() -> outer.apply(v));
      foldLiterals(editor, constants);
      evaluate(editor, constants);
      for (Node node : editor.nodes()) {
        Node folded = node.mapGraphs(g -> fold(g, constants));
        if (!folded.equals(node)) {
          editor.replace(node, folded);
        }
      }
      return editor.build();
    }

    private void foldLiterals(GraphEditor editor, Function<Value, Optional<Tensor>> constants) {
      for (Node node : editor.nodes()) {
        ConstantNode.tensor(node)
            .or(() -> RepeatedElement.of(node, constants))
            .ifPresent(tensor -> putConstant(editor, node, tensor));
      }
    }

    private void evaluate(GraphEditor editor, Function<Value, Optional<Tensor>> constants) {
      ConstantPart part = ConstantPart.of(editor, network, constants);
      if (part.results().isEmpty()) {
        return;
      }
      Network alone = new Network(part.graph(), List.of(), network.opsets(), Network.Header.PNNC);
      context.evaluator().evaluate(alone).ifPresent(tensors -> replace(editor, part, tensors));
    }

    private static void replace(GraphEditor editor, ConstantPart part, List<Tensor> tensors) {
      part.nodes().forEach(editor::remove);
      for (int i = 0; i < tensors.size(); i++) {
        editor.setConstant(part.results().get(i), tensors.get(i));
      }
    }

    private static void putConstant(GraphEditor editor, Node node, Tensor tensor) {
      editor.remove(node);
      editor.setConstant(node.output(), tensor);
    }
  }
}
