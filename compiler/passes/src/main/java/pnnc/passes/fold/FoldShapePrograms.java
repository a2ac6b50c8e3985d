package pnnc.passes.fold;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pnnc.ir.network.Graph;
import pnnc.ir.network.GraphEditor;
import pnnc.ir.network.NameSupply;
import pnnc.ir.network.Network;
import pnnc.ir.network.Node;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.Value;
import pnnc.passes.pipeline.Pass;
import pnnc.passes.pipeline.PassContext;
import pnnc.passes.shape.Facts;
import pnnc.passes.shape.Inference;

/**
 * Turns the small integer tensors with which a network computes shapes into constants, where all
 * their elements are known, even if what they are computed from is not constant:
 *
 * <pre>{@code
 * %s = Shape(%x)       with %x: f32[1, 3, 8, 8]       becomes       @s = [1, 3, 8, 8]
 * }</pre>
 *
 * <p>Ensures that an operation whose outputs inference knows in full is gone. Exact: nothing is
 * rounded. Operations that only those used stay, for {@link RemoveDeadCode}.
 */
public final class FoldShapePrograms implements Pass<Network, Network> {
  @Override
  public String name() {
    return "fold-shape-programs";
  }

  @Override
  public Network run(Network network, PassContext context) {
    NameSupply names = NameSupply.of(network);
    return Inference.run(network, (graph, facts) -> fold(graph, facts, names));
  }

  private static Graph fold(Graph graph, Facts facts, NameSupply names) {
    GraphEditor editor = new GraphEditor(graph, names);
    for (Node node : graph.nodes()) {
      known(node, facts).ifPresent(values -> putConstants(editor, node, values));
    }
    return editor.build();
  }

  /** The values of the node's outputs if every one is known. */
  private static Optional<Map<Value, Tensor>> known(Node node, Facts facts) {
    Map<Value, Tensor> values = new LinkedHashMap<>();
    List<Value> outputs = node.outputs().stream().filter(Value::isPresent).toList();
    for (Value output : outputs) {
      facts.tensor(output).ifPresent(tensor -> values.put(output, tensor));
    }
    return values.size() == outputs.size() ? Optional.of(values) : Optional.empty();
  }

  private static void putConstants(GraphEditor editor, Node node, Map<Value, Tensor> values) {
    editor.remove(node);
    values.forEach(editor::setConstant);
  }
}
