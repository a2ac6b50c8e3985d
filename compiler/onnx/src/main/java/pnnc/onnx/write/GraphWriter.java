package pnnc.onnx.write;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import pnnc.base.bytes.Blob;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.Graph;
import pnnc.ir.network.NameSupply;
import pnnc.ir.network.Node;
import pnnc.ir.network.Origin;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.Value;
import pnnc.onnx.wire.Fields;
import pnnc.onnx.wire.WireMessage;

/** Graphs of one body (the model's own or a function's) to {@code GraphProto}. */
final class GraphWriter {
  private static final Set<Integer> VALUE_FIELDS =
      Set.of(Fields.Graph.INPUT, Fields.Graph.OUTPUT, Fields.Graph.VALUE_INFO);

  private final NameSupply names;
  private final ExternalLayout layout;
  private final int opset;
  private final boolean constantsAreInputs;
  private final AttributeWriter attributes = new AttributeWriter(this::subgraph);

  /**
   * @param opset version of the ONNX standard the body uses; 0 for none
   * @param constantsAreInputs whether each initializer must be among the inputs too: so it was
   *     before IR version 4
   */
  GraphWriter(NameSupply names, ExternalLayout layout, int opset, boolean constantsAreInputs) {
    this.names = names;
    this.layout = layout;
    this.opset = opset;
    this.constantsAreInputs = constantsAreInputs;
  }

  /** ONNX Runtime refuses subgraphs without a name. */
  private WireMessage subgraph(Graph graph) {
    return graph(graph, graph.name().isEmpty() ? "subgraph" : graph.name());
  }

  /** The message of {@code graph}. */
  WireMessage graph(Graph graph) {
    return graph(graph, graph.name());
  }

  private WireMessage graph(Graph graph, String name) {
    Graph placed = new ConstantPlacement(names, false, opset).place(graph);
    Fragments unread = Fragments.of(graph.unread(), VALUE_FIELDS);
    WireMessage message = new WireMessage();
    nodes(message, Fields.Graph.NODE, placed);
    message.textIfAny(Fields.Graph.NAME, name);
    placed
        .constants()
        .forEach((v, t) -> message.message(Fields.Graph.INITIALIZER, initializer(placed, v, t)));
    descriptions(message, placed, unread);
    return message.raw(unread.rest());
  }

  private WireMessage initializer(Graph graph, Value value, Tensor tensor) {
    Origin origin = graph.origin(value);
    return layout
        .initializer(value.name(), tensor)
        .entries(Fields.Tensor.METADATA_PROPS, origin.metadata())
        .raw(origin.unread());
  }

  private void descriptions(WireMessage message, Graph graph, Fragments unread) {
    Set<Value> described = new HashSet<>();
    for (Value input : graph.inputs()) {
      describe(message, Fields.Graph.INPUT, graph, input, unread);
      described.add(input);
    }
    for (Value constant : graph.constants().keySet()) {
      if (constantsAreInputs && described.add(constant)) {
        describe(message, Fields.Graph.INPUT, graph, constant, unread);
      }
    }
    for (Value output : graph.outputs()) {
      describe(message, Fields.Graph.OUTPUT, graph, output, unread);
      described.add(output);
    }
    for (Value value : graph.types().keySet()) {
      if (described.add(value)) {
        describe(message, Fields.Graph.VALUE_INFO, graph, value, unread);
      }
    }
  }

  private static void describe(
      WireMessage message, int field, Graph graph, Value value, Fragments unread) {
    Blob kept = unread.part(field, value.name());
    message.message(field, TypeWriter.valueInfo(value, graph.type(value), kept));
  }

  /**
   * Adds the operations of {@code graph} to {@code message} in field {@code number}. Passes may
   * have made several of one; ONNX Runtime wants names that tell them apart.
   */
  void nodes(WireMessage message, int number, Graph graph) {
    NameSupply unique = new NameSupply();
    graph.nodes().forEach(n -> message.message(number, node(n, graph.origin(n.id()), unique)));
  }

  private WireMessage node(Node node, Origin origin, NameSupply unique) {
    Fragments unread = Fragments.of(origin.unread(), Set.of(Fields.Node.ATTRIBUTE));
    WireMessage message = new WireMessage();
    node.inputs().forEach(v -> message.text(Fields.Node.INPUT, v.name()));
    node.outputs().forEach(v -> message.text(Fields.Node.OUTPUT, v.name()));
    String name = origin.name();
    message.textIfAny(Fields.Node.NAME, name.isEmpty() ? name : unique.fresh(name).name());
    message.text(Fields.Node.OP_TYPE, node.op().name());
    attributes(message, Fields.Node.ATTRIBUTE, node.attributes(), unread);
    return message
        .textIfAny(Fields.Node.DOMAIN, node.op().domain())
        .textIfAny(Fields.Node.OVERLOAD, node.overload())
        .entries(Fields.Node.METADATA_PROPS, origin.metadata())
        .raw(unread.rest());
  }

  /** Adds {@code values} to {@code message} in field {@code number}. */
  void attributes(
      WireMessage message, int number, Map<String, Attribute> values, Fragments unread) {
    values.forEach(
        (name, value) ->
            message.message(number, attributes.attribute(name, value, unread.part(number, name))));
  }
}
