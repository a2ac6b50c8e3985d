package pnnc.passes.partition;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pnnc.base.bytes.Blob;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.ir.block.FunctionBlock;
import pnnc.ir.block.Partition;
import pnnc.ir.network.Graph;
import pnnc.ir.network.GraphEditor;
import pnnc.ir.network.NameSupply;
import pnnc.ir.network.Network;
import pnnc.ir.network.Node;
import pnnc.ir.network.Origin;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.Value;
import pnnc.ir.network.ValueType;
import pnnc.passes.shape.MacCount;
import pnnc.passes.shape.MacCounter;

/** The operations between a region's inputs and outputs, as a function block. */
final class RegionCut {
  private final Network network;
  private final Placement.Region region;
  private final List<Node> inside = new ArrayList<>();

  private RegionCut(Network network, Placement.Region region) {
    this.network = network;
    this.region = region;
  }

  /**
   * Finds the operations of {@code region}.
   *
   * @throws DiagnosedException if the region is empty, needs a value that is not among its inputs
   *     or that something outside makes of its outputs, or if something outside uses a value that
   *     is not among its outputs
   */
  static RegionCut of(Network network, Placement.Region region) {
    RegionCut cut = new RegionCut(network, region);
    cut.collect();
    cut.requireClosed();
    cut.requireFed();
    return cut;
  }

  private void collect() {
    Graph graph = network.graph();
    Map<Value, Node> producers = producers();
    Set<Node> found = new HashSet<>();
    Set<Value> seen = new HashSet<>(region.inputs());
    Deque<Value> open = new ArrayDeque<>(region.outputs());
    while (!open.isEmpty()) {
      Value value = open.pop();
      if (seen.add(value) && graph.constant(value).isEmpty()) {
        Node producer = producers.get(value);
        if (producer == null) {
          throw fault("it needs `%s`, which is not among its inputs".formatted(value.name()));
        }
        found.add(producer);
        producer.uses().forEach(open::push);
      }
    }
    graph.nodes().stream().filter(found::contains).forEach(inside::add);
    Optional<Value> foreign = region.outputs().stream().filter(v -> !isInside(v)).findFirst();
    if (foreign.isPresent()) {
      throw fault("its output `%s` is not computed in it".formatted(foreign.get().name()));
    }
  }

  private Map<Value, Node> producers() {
    Map<Value, Node> producers = new HashMap<>();
    network.graph().nodes().forEach(n -> n.outputs().forEach(v -> producers.put(v, n)));
    return producers;
  }

  private boolean isInside(Value value) {
    return inside.stream().anyMatch(n -> n.outputs().contains(value));
  }

  /** A region of several outputs could otherwise wait for what is made of one of them. */
  private void requireFed() {
    Map<Value, Node> producers = producers();
    Set<Node> own = new HashSet<>(inside);
    Set<Value> seen = new HashSet<>();
    Deque<Value> open = new ArrayDeque<>(region.inputs());
    while (!open.isEmpty()) {
      Node producer = producers.get(open.pop());
      if (own.contains(producer)) {
        String output = producer.id().name();
        throw fault("one of its inputs depends on `%s`, which it computes".formatted(output));
      }
      if (producer != null && seen.add(producer.id())) {
        producer.uses().forEach(open::push);
      }
    }
  }

  private void requireClosed() {
    Set<Value> hidden = new HashSet<>();
    inside.forEach(n -> hidden.addAll(n.outputs()));
    region.outputs().forEach(hidden::remove);
    Set<Node> own = new HashSet<>(inside);
    List<Value> usedOutside = new ArrayList<>(network.graph().outputs());
    network.graph().nodes().stream()
        .filter(n -> !own.contains(n))
        .forEach(n -> usedOutside.addAll(n.uses()));
    Optional<Value> leak = usedOutside.stream().filter(hidden::contains).findFirst();
    if (leak.isPresent()) {
      throw fault("`%s` is used outside it".formatted(leak.get().name()));
    }
  }

  private DiagnosedException fault(String what) {
    return new DiagnosedException(
        DiagnosticCode.GRAPH_INVALID.error(
            "region `%s` cannot be cut out: %s".formatted(region.name(), what)));
  }

  FunctionBlock block() {
    Graph graph = network.graph();
    Map<Value, Tensor> constants = new LinkedHashMap<>();
    Map<Value, ValueType> types = new LinkedHashMap<>();
    Map<Value, Origin> origins = new LinkedHashMap<>();
    region.inputs().forEach(v -> types.put(v, graph.type(v)));
    for (Node node : inside) {
      for (Value used : node.uses()) {
        graph.constant(used).ifPresent(t -> constants.put(used, t));
      }
      node.outputs().stream().filter(Value::isPresent).forEach(v -> types.put(v, graph.type(v)));
      origins.put(node.id(), graph.origin(node.id()));
    }
    Graph body =
        new Graph(
            region.name(),
            region.inputs(),
            region.outputs(),
            constants,
            inside,
            types,
            origins,
            Blob.EMPTY);
    return new FunctionBlock(
        region.name(),
        new Network(body, network.functions(), network.opsets(), Network.Header.PNNC));
  }

  /** The main graph with the region's operations replaced by a call. */
  Graph host(NameSupply names) {
    GraphEditor editor = new GraphEditor(network.graph(), names);
    Node last = inside.get(inside.size() - 1);
    inside.stream().filter(n -> !n.equals(last)).forEach(editor::remove);
    editor.replace(last, Partition.call(region.name(), region.inputs(), region.outputs()));
    return editor.build();
  }

  /** Multiply-accumulates inside. */
  MacCount macs() {
    return MacCounter.of(network, inside);
  }
}
