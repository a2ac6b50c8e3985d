package pnnc.sim.runtime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import pnnc.base.bytes.Blob;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorData;

/**
 * The few ONNX protobuf messages that are needed before any model is at hand: a model that holds
 * one constant, and initializers whose data the session is given separately. Field numbers are
 * those of onnx.proto, IR version 10.
 */
final class OnnxWire {
  private static final int IR_VERSION = 10;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** A model without inputs whose only output, {@code c}, is {@code tensor}. */
  static byte[] constantModel(Tensor tensor, int opset) {
    OnnxWire graph =
        new OnnxWire()
            .text(2, "constant")
            .message(5, tensorHeader("c", tensor).data(tensor))
            .message(12, valueInfo("c", tensor.type()));
    return model(graph, opset);
  }

  /** A model that casts input {@code x} of type {@code from} to output {@code y}. */
  static byte[] castModel(ElementType from, ElementType to, int opset) {
    OnnxWire target = new OnnxWire().text(1, "to").varint(3, to.onnxCode()).varint(20, 2);
    OnnxWire node = new OnnxWire().text(1, "x").text(2, "y").text(4, "Cast").message(5, target);
    OnnxWire graph =
        new OnnxWire().message(1, node).text(2, "cast").message(11, valueInfo("x", from));
    return model(graph.message(12, valueInfo("y", to)), opset);
  }

  /** A model whose output {@code y} tells which strings of {@code a} and {@code b} are equal. */
  static byte[] equalStringsModel() {
    OnnxWire node = new OnnxWire().text(1, "a").text(1, "b").text(2, "y").text(4, "Equal");
    OnnxWire graph =
        new OnnxWire()
            .message(1, node)
            .text(2, "equal")
            .message(11, valueInfo("a", ElementType.STRING))
            .message(11, valueInfo("b", ElementType.STRING))
            .message(12, valueInfo("y", ElementType.BOOL));
    return model(graph, 19);
  }

  /**
   * {@code model} with initializers added to its graph whose data lie elsewhere. Relies on
   * protobuf's rule that a message appended to another is merged into it.
   */
  static byte[] withExternal(byte[] model, Map<String, Tensor> initializers) {
    OnnxWire graph = new OnnxWire();
    initializers.forEach((name, tensor) -> graph.message(5, external(name, tensor)));
    OnnxWire whole = new OnnxWire();
    whole.out.writeBytes(model);
    return whole.message(7, graph).bytes();
  }

  private static byte[] model(OnnxWire graph, int opset) {
    OnnxWire standard = new OnnxWire().text(1, "").varint(2, opset);
    return new OnnxWire().varint(1, IR_VERSION).message(7, graph).message(8, standard).bytes();
  }

  private static OnnxWire external(String name, Tensor tensor) {
    OnnxWire location = new OnnxWire().text(1, "location").text(2, "given");
    return tensorHeader(name, tensor).message(13, location).varint(14, 1);
  }

  private static OnnxWire tensorHeader(String name, Tensor tensor) {
    OnnxWire message = new OnnxWire();
    for (long size : tensor.sizes()) {
      message.varint(1, size);
    }
    return message.varint(2, tensor.type().onnxCode()).text(8, name);
  }

  private OnnxWire data(Tensor tensor) {
    if (tensor.data() instanceof TensorData.Strings strings) {
      return strings(strings.elements());
    }
    return field(9, Buffers.toArray(tensor.bytes()));
  }

  private OnnxWire strings(List<Blob> elements) {
    elements.forEach(element -> field(6, element.toByteArray()));
    return this;
  }

  private static OnnxWire valueInfo(String name, ElementType type) {
    OnnxWire tensorType = new OnnxWire().varint(1, type.onnxCode());
    return new OnnxWire().text(1, name).message(2, new OnnxWire().message(1, tensorType));
  }

  private OnnxWire varint(int field, long value) {
    raw((long) field << 3);
    raw(value);
    return this;
  }

  private OnnxWire text(int field, String text) {
    return field(field, text.getBytes(StandardCharsets.UTF_8));
  }

  private OnnxWire message(int field, OnnxWire message) {
    return field(field, message.bytes());
  }

  private OnnxWire field(int field, byte[] content) {
    raw((long) field << 3 | 2);
    raw(content.length);
    out.writeBytes(content);
    return this;
  }

  private void raw(long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      out.write((int) ((rest & 0x7f) | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }

  private byte[] bytes() {
    return out.toByteArray();
  }
}
