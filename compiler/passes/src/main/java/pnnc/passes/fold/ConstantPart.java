package pnnc.passes.fold;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import pnnc.base.bytes.Blob;
import pnnc.ir.network.Graph;
import pnnc.ir.network.GraphEditor;
import pnnc.ir.network.Network;
import pnnc.ir.network.Node;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.Value;
import pnnc.ir.network.ValueType;
import pnnc.passes.inline.FunctionTable;

/**
 * The operations of a graph that depend on constants alone and may be computed now.
 *
 * @param nodes in order
 * @param results what the rest of the graph uses of them
 * @param graph the nodes as a graph of their own: no inputs, the results as outputs
 */
record ConstantPart(List<Node> nodes, List<Value> results, Graph graph) {
  /** The constant part of the graph in {@code editor}; {@code constants} are those in reach. */
  static ConstantPart of(
      GraphEditor editor, Network network, Function<Value, Optional<Tensor>> constants) {
    List<Node> nodes = new Selection(editor, network, constants).select();
    List<Value> results = results(editor, nodes);
    return new ConstantPart(nodes, results, cut(editor, nodes, results, constants));
  }

  private static List<Value> results(GraphEditor editor, List<Node> nodes) {
    Set<Node> inside = new HashSet<>(nodes);
    return nodes.stream()
        .flatMap(n -> n.outputs().stream())
        .filter(Value::isPresent)
        .filter(v -> editor.isOutput(v) || !inside.containsAll(editor.users(v)))
        .toList();
  }

  private static Graph cut(
      GraphEditor editor,
      List<Node> nodes,
      List<Value> results,
      Function<Value, Optional<Tensor>> constants) {
    Map<Value, Tensor> used = new LinkedHashMap<>();
    Map<Value, ValueType> types = new LinkedHashMap<>();
    for (Node node : nodes) {
      node.uses().forEach(v -> constants.apply(v).ifPresent(t -> used.put(v, t)));
      node.outputs().stream().filter(Value::isPresent).forEach(v -> types.put(v, editor.type(v)));
    }
    types.values().removeIf(t -> t instanceof ValueType.Unknown);
    return new Graph("constants", List.of(), results, used, nodes, types, Map.of(), Blob.EMPTY);
  }

  /** Finds the nodes, each after those it needs. */
  private static final class Selection {
    /** Read and made together, so that no run holds all of a large model's weights twice. */
    private static final long MAX_TOTAL_BYTES = 256L << 20;

    private final GraphEditor editor;
    private final FunctionTable functions;
    private final Function<Value, Optional<Tensor>> constants;
    private final ResultSize sizes;
    private final Set<Value> computed = new LinkedHashSet<>();
    private long total;

    Selection(GraphEditor editor, Network network, Function<Value, Optional<Tensor>> constants) {
      this.editor = editor;
      this.functions = new FunctionTable(network);
      this.constants = constants;
      this.sizes = new ResultSize(editor::type, constants);
    }

    List<Node> select() {
      List<Node> selected = new ArrayList<>();
      for (Node node : editor.nodes()) {
        if (functions.calledBy(node).isEmpty()
            && node.uses().stream().allMatch(this::isConstant)
            && Foldable.isFoldable(node)
            && fits(node)) {
          selected.add(node);
          computed.addAll(node.outputs());
        }
      }
      return selected;
    }

    private boolean isConstant(Value value) {
      return computed.contains(value) || constants.apply(value).isPresent();
    }

    private boolean fits(Node node) {
      Optional<Long> bytes = sizes.acceptable(node);
      bytes.ifPresent(b -> total += b);
      return bytes.isPresent() && total <= MAX_TOTAL_BYTES;
    }
  }
}
