package pnnc.onnx.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import pnnc.onnx.tensor.SparseTensorMessage;
import pnnc.onnx.tensor.TensorMessage;
import pnnc.onnx.wire.FieldHandler;
import pnnc.onnx.wire.Fields;
import pnnc.onnx.wire.Unread;
import pnnc.onnx.wire.WireReader;

/** A {@code GraphProto} as it stands in the file. */
final class GraphMessage implements FieldHandler {
  String name = "";
  final List<NodeMessage> nodes = new ArrayList<>();
  final List<TensorMessage> initializers = new ArrayList<>();
  final List<SparseTensorMessage> sparseInitializers = new ArrayList<>();
  final List<ValueInfoMessage> inputs = new ArrayList<>();
  final List<ValueInfoMessage> outputs = new ArrayList<>();
  final List<ValueInfoMessage> valueInfos = new ArrayList<>();
  final Unread unread = new Unread();

  @Override
  public void field(WireReader in) {
    switch (in.field()) {
      case Fields.Graph.NODE -> nodes.add(in.message(new NodeMessage()));
      case Fields.Graph.NAME -> name = in.text();
      case Fields.Graph.INITIALIZER -> initializers.add(in.message(new TensorMessage()));
      case Fields.Graph.SPARSE_INITIALIZER ->
          sparseInitializers.add(in.message(new SparseTensorMessage()));
      case Fields.Graph.INPUT -> inputs.add(in.message(new ValueInfoMessage()));
      case Fields.Graph.OUTPUT -> outputs.add(in.message(new ValueInfoMessage()));
      case Fields.Graph.VALUE_INFO -> valueInfos.add(in.message(new ValueInfoMessage()));
      default -> unread.keep(in);
    }
  }

  /** Adds every name that is defined here or in a subgraph to {@code names}. */
  void collectNames(Set<String> names) {
    inputs.forEach(i -> names.add(i.name));
    initializers.forEach(i -> names.add(i.name()));
    sparseInitializers.forEach(i -> names.add(i.name()));
    for (NodeMessage node : nodes) {
      names.addAll(node.outputs);
      node.attributes.forEach(a -> a.graphs().forEach(g -> g.collectNames(names)));
    }
  }
}
