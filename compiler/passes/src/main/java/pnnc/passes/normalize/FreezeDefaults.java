package pnnc.passes.normalize;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Network;
import pnnc.ir.network.Node;
import pnnc.ir.network.Value;
import pnnc.passes.pipeline.Pass;
import pnnc.passes.pipeline.PassContext;

/**
 * Makes graph inputs that have a default, and that serve as weights, constants:
 *
 * <pre>{@code
 * graph (%x, %w = [[1.0]]) -> (%y) {             graph (%x) -> (%y) {
 *   %y = MatMul(%x, %w)               becomes      const %w = [[1.0]]
 * }                                                %y = MatMul(%x, %w)
 *                                                }
 * }</pre>
 *
 * <p>Up to version 3 of its file format ONNX had no other way to write a constant, and exporters
 * kept the habit. Hardware cannot have its weights replaced by a caller: what a linear, recurrent
 * or normalising operator takes as a parameter is one. In files of version 3 and below every
 * default becomes a constant. Results are bit-identical for callers that do not override defaults.
 */
public final class FreezeDefaults implements Pass<Network, Network> {
  /** The last version of the format in which every constant is an input as well. */
  private static final int LAST_WITHOUT_CONSTANTS = 3;

  private static final Map<String, List<Integer>> PARAMETERS =
      Map.of(
          "BatchNormalization", List.of(1, 2, 3, 4),
          "Conv", List.of(1, 2),
          "ConvTranspose", List.of(1, 2),
          "GRU", List.of(1, 2, 3),
          "Gemm", List.of(0, 1, 2),
          "LSTM", List.of(1, 2, 3, 7),
          "MatMul", List.of(0, 1),
          "RNN", List.of(1, 2, 3));

  @Override
  public String name() {
    return "freeze-defaults";
  }

  @Override
  public Network run(Network program, PassContext context) {
    Set<Value> frozen = new LinkedHashSet<>(program.graph().inputs());
    frozen.retainAll(program.graph().constants().keySet());
    if (program.header().irVersion() > LAST_WITHOUT_CONSTANTS) {
      frozen.retainAll(parameters(program.graph()).toList());
    }
    return frozen.isEmpty() ? program : program.mapGraph(graph -> without(graph, frozen));
  }

  private static Stream<Value> parameters(Graph graph) {
    return graph.nodes().stream()
        .flatMap(
            node ->
                Stream.concat(parameters(node), node.graphs().flatMap(FreezeDefaults::parameters)));
  }

  private static Stream<Value> parameters(Node node) {
    String op = node.op().isStandard() ? node.op().name() : "";
    return PARAMETERS.getOrDefault(op, List.of()).stream().map(node::input);
  }

  private static Graph without(Graph graph, Set<Value> frozen) {
    return new Graph(
        graph.name(),
        graph.inputs().stream().filter(v -> !frozen.contains(v)).toList(),
        graph.outputs(),
        graph.constants(),
        graph.nodes(),
        graph.types(),
        graph.origins(),
        graph.unread());
  }
}
