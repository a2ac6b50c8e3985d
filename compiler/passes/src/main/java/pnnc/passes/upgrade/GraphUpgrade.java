package pnnc.passes.upgrade;

import java.util.List;
import java.util.Optional;
import pnnc.ir.network.Graph;
import pnnc.ir.network.GraphEditor;
import pnnc.ir.network.Node;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.Value;
import pnnc.ir.network.ValueType;
import pnnc.passes.shape.ConstantNode;

/** One graph on its way to the target's version, with what it sees of the graphs around it. */
final class GraphUpgrade {
  private final Graph original;
  private final GraphEditor editor;
  private final Optional<GraphUpgrade> outer;
  private final NetworkUpgrade network;
  private final int from;

  private GraphUpgrade(
      Graph original, int from, Optional<GraphUpgrade> outer, NetworkUpgrade network) {
    this.original = original;
    this.editor = new GraphEditor(original, network.names());
    this.outer = outer;
    this.network = network;
    this.from = from;
  }

  /** {@code graph}, written for version {@code from}, with faults reported to {@code network}. */
  static Graph of(Graph graph, int from, NetworkUpgrade network) {
    return new GraphUpgrade(graph, from, Optional.empty(), network).run();
  }

  private Graph run() {
    original.nodes().forEach(this::upgrade);
    return editor.build();
  }

  private void upgrade(Node node) {
    Node mapped = node.mapGraphs(g -> new GraphUpgrade(g, from, Optional.of(this), network).run());
    if (!mapped.equals(node)) {
      editor.replace(node, mapped);
    }
    if (network.isStandard(node)) {
      walk(mapped);
    }
  }

  private void walk(Node node) {
    Site site = new Site(this, nameOf(node));
    try {
      List<Node> nodes = site.around(new Walk(site, node, from, network.runAs(from)).run());
      if (!nodes.equals(List.of(node))) {
        editor.replace(node, nodes);
      }
    } catch (CannotUpgrade fault) {
      network.report(original, node, "%s `%s`".formatted(node.op(), nameOf(node)), fault.reason());
    }
  }

  private String nameOf(Node node) {
    String name = editor.origin(node.id()).name();
    return name.isEmpty() ? node.id().name() : name;
  }

  Value fresh(String hint) {
    return editor.fresh(hint);
  }

  Value addConstant(String hint, Tensor tensor) {
    return editor.addConstant(hint, tensor);
  }

  ValueType type(Value value) {
    ValueType here = editor.type(value);
    return here instanceof ValueType.Unknown && outer.isPresent() ? outer.get().type(value) : here;
  }

  Optional<Tensor> constant(Value value) {
    return editor
        .constant(value)
        .or(() -> editor.producer(value).flatMap(ConstantNode::tensor))
        .or(() -> outer.flatMap(o -> o.constant(value)));
  }
}
