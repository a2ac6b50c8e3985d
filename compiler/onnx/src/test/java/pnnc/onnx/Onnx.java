package pnnc.onnx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import pnnc.base.bytes.ByteSource;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.ir.network.Network;
import pnnc.ir.network.Tensor;
import pnnc.onnx.read.OnnxReader;
import pnnc.onnx.tensor.ExternalData;
import pnnc.onnx.tensor.TensorEncoder;
import pnnc.onnx.wire.Fields;
import pnnc.onnx.wire.WireMessage;
import pnnc.onnx.write.OnnxWriter;

/** ONNX messages for tests, field by field, right or wrong. */
final class Onnx {
  private Onnx() {}

  static WireMessage model(WireMessage graph) {
    return model(8, 13, graph);
  }

  static WireMessage model(int irVersion, int opset, WireMessage graph) {
    return new WireMessage()
        .varint(Fields.Model.IR_VERSION, irVersion)
        .message(Fields.Model.GRAPH, graph)
        .message(Fields.Model.OPSET_IMPORT, opset("", opset));
  }

  static WireMessage opset(String domain, int version) {
    return new WireMessage()
        .textIfAny(Fields.OperatorSetId.DOMAIN, domain)
        .varint(Fields.OperatorSetId.VERSION, version);
  }

  /** {@code y = Relu(x)}. */
  static WireMessage reluGraph() {
    return graph(node("Relu", "x", "y"));
  }

  /** A graph from {@code x} to {@code y}. */
  static WireMessage graph(WireMessage... nodes) {
    WireMessage graph = new WireMessage();
    List.of(nodes).forEach(n -> graph.message(Fields.Graph.NODE, n));
    return graph
        .text(Fields.Graph.NAME, "g")
        .message(Fields.Graph.INPUT, value("x", 2))
        .message(Fields.Graph.OUTPUT, value("y", 2));
  }

  /** Inputs and outputs are separated by blanks; {@code _} is one that is left out. */
  static WireMessage node(String op, String inputs, String outputs) {
    WireMessage node = new WireMessage();
    names(inputs).forEach(i -> node.text(Fields.Node.INPUT, i));
    names(outputs).forEach(o -> node.text(Fields.Node.OUTPUT, o));
    return node.text(Fields.Node.OP_TYPE, op);
  }

  private static List<String> names(String blankSeparated) {
    return List.of(blankSeparated.split(" ")).stream().map(n -> n.equals("_") ? "" : n).toList();
  }

  static WireMessage graphAttribute(String name, WireMessage graph) {
    return new WireMessage()
        .text(Fields.Attribute.NAME, name)
        .varint(Fields.Attribute.TYPE, 5)
        .message(Fields.Attribute.G, graph);
  }

  /** A float tensor {@code name} of the given sizes. */
  static WireMessage value(String name, long... sizes) {
    WireMessage shape = new WireMessage();
    for (long size : sizes) {
      shape.message(
          Fields.TensorShape.DIM, new WireMessage().varint(Fields.Dimension.DIM_VALUE, size));
    }
    WireMessage tensor =
        new WireMessage()
            .varint(Fields.TensorType.ELEM_TYPE, 1)
            .message(Fields.TensorType.SHAPE, shape);
    WireMessage type = new WireMessage().message(Fields.Type.TENSOR_TYPE, tensor);
    return new WireMessage().text(Fields.ValueInfo.NAME, name).message(Fields.ValueInfo.TYPE, type);
  }

  static WireMessage initializer(String name, Tensor tensor) {
    return TensorEncoder.encode(name, tensor);
  }

  static byte[] bytes(WireMessage message) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      message.writeTo(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Network read(WireMessage model) {
    return read(bytes(model));
  }

  static Network read(byte[] model) {
    return OnnxReader.read(source(model), ExternalData.NONE, new Diagnostics());
  }

  static ByteSource source(byte[] bytes) {
    return ByteSource.of("test.onnx", bytes);
  }

  static Network writeAndRead(Network network) {
    return read(OnnxWriter.toBytes(network));
  }

  /** What is said of a model that is refused. */
  static List<Diagnostic> faults(WireMessage model) {
    return faults(bytes(model));
  }

  static List<Diagnostic> faults(byte[] model) {
    try {
      read(model);
    } catch (DiagnosedException e) {
      return e.diagnostics();
    }
    throw new AssertionError("the model was accepted");
  }

  /** What is said of a model that is accepted. */
  static List<Diagnostic> warnings(WireMessage model) {
    Diagnostics diagnostics = new Diagnostics();
    OnnxReader.read(source(bytes(model)), ExternalData.NONE, diagnostics);
    return diagnostics.all();
  }
}
