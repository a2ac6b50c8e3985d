package pnnc.cli.large;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pnnc.base.bytes.Blob;
import pnnc.base.bytes.ByteSource;
import pnnc.base.shape.Shape;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Network;
import pnnc.ir.network.Node;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorData;
import pnnc.ir.network.TensorWriter;
import pnnc.ir.network.Value;
import pnnc.ir.network.ValueType;

/** Kinds of layers whose weights some pass scales, dequantises or turns. */
enum LargeKind {
  MATMUL(17, ElementType.F32),
  CONV_NORM(17, ElementType.F32),
  GEMM_NORM(17, ElementType.F32),
  LSTM(17, ElementType.F32),
  QLINEAR(10, ElementType.I8),
  DEQUANTIZE(17, ElementType.I8);

  /** Rows and columns of a layer's weights. */
  private static final long SIZE = 1024;

  private final int opset;
  private final ElementType stored;

  LargeKind(int opset, ElementType stored) {
    this.opset = opset;
    this.stored = stored;
  }

  /** Products with constant weights that a layer consists of. */
  int blocks() {
    return this == LSTM ? 2 : 1;
  }

  /** The least number of layers whose weights, all zero, take {@code bytes}. */
  int layers(long bytes) {
    long layer = weights().elements().orElseThrow() * stored.bits() / 8 * blocks();
    return Math.toIntExact((bytes + layer - 1) / layer);
  }

  private Shape weights() {
    return switch (this) {
      case LSTM -> Shape.of(1, 4 * SIZE, SIZE);
      case CONV_NORM -> Shape.of(2 * SIZE, 2 * SIZE, 1, 1);
      default -> Shape.of(2 * SIZE, 2 * SIZE);
    };
  }

  private Shape input() {
    return switch (this) {
      case LSTM -> Shape.of(6, 1, SIZE);
      case CONV_NORM -> Shape.of(1, 2 * SIZE, 2, 2);
      default -> Shape.of(1, 2 * SIZE);
    };
  }

  /** {@code layers} layers, one after the other. */
  Network network(int layers) {
    Map<Value, Tensor> constants = new LinkedHashMap<>(vectors());
    List<Node> nodes = new ArrayList<>();
    for (int i = 0; i < layers; i++) {
      for (String name : List.of("w", "r").subList(0, blocks())) {
        constants.put(value(name, i), zeros());
      }
      nodes.addAll(layer(i));
    }
    ElementType type = this == QLINEAR ? ElementType.I8 : ElementType.F32;
    Graph graph =
        new Graph(
            name(),
            List.of(value("x", 0)),
            List.of(value("x", layers)),
            constants,
            nodes,
            Map.of(value("x", 0), ValueType.tensor(type, input())),
            Map.of(),
            Blob.EMPTY);
    return new Network(graph, List.of(), Map.of("", opset), Network.Header.PNNC);
  }

  private Tensor zeros() {
    long bytes = weights().elements().orElseThrow() * stored.bits() / 8;
    return new Tensor(stored, weights(), new TensorData.Bytes(new Zeros(bytes)));
  }

  private static Map<Value, Tensor> vectors() {
    Tensor scale = new Tensor(ElementType.F32, Shape.SCALAR, new TensorData.Splat(tenth()));
    Shape channels = Shape.of(2 * SIZE);
    Map<Value, Tensor> vectors = new LinkedHashMap<>();
    vectors.put(new Value("s"), scale);
    vectors.put(new Value("ws"), new Tensor(ElementType.F32, channels, scale.data()));
    TensorData zero = new TensorData.Splat(Blob.of(new byte[1]));
    vectors.put(new Value("z"), new Tensor(ElementType.I8, Shape.SCALAR, zero));
    vectors.put(new Value("wz"), new Tensor(ElementType.I8, channels, zero));
    vectors.put(new Value("axis"), Tensor.ofLongs(1));
    return vectors;
  }

  private static Blob tenth() {
    TensorWriter writer = new TensorWriter(ElementType.F32, Shape.SCALAR);
    writer.put(0, 0.1);
    byte[] bytes = new byte[Float.BYTES];
    writer.build().bytes().slice(0, bytes.length).get(bytes);
    return Blob.of(bytes);
  }

  private List<Node> layer(int i) {
    Value x = value("x", i);
    Value y = value("x", i + 1);
    Value w = value("w", i);
    Value middle = value("m", i);
    return switch (this) {
      case MATMUL -> List.of(node("MatMul", y, x, w));
      case CONV_NORM -> List.of(node("Conv", middle, x, w), norm(middle, y));
      case GEMM_NORM ->
          List.of(node("Gemm", middle, x, w).with("alpha", Attribute.of(0.5f)), norm(middle, y));
      case LSTM ->
          List.of(
              node("LSTM", middle, x, w, value("r", i)).with("hidden_size", Attribute.of(SIZE)),
              node("Squeeze", y, middle, new Value("axis")));
      case QLINEAR -> List.of(qlinear(x, w, y));
      case DEQUANTIZE -> List.of(dequantize(w, middle), node("MatMul", y, x, middle));
    };
  }

  private static Node norm(Value x, Value y) {
    List<Value> inputs = new ArrayList<>(List.of(x));
    inputs.addAll(Collections.nCopies(4, new Value("ws")));
    return Node.of("BatchNormalization", inputs, y);
  }

  private static Node qlinear(Value x, Value w, Value y) {
    Value s = new Value("s");
    Value z = new Value("z");
    return node("QLinearMatMul", y, x, s, z, w, new Value("ws"), new Value("wz"), s, z);
  }

  private static Node dequantize(Value w, Value y) {
    Node node = node("DequantizeLinear", y, w, new Value("ws"), new Value("wz"));
    return node.with("axis", Attribute.of(1));
  }

  private static Node node(String op, Value output, Value... inputs) {
    return Node.of(op, List.of(inputs), output);
  }

  private static Value value(String name, int layer) {
    return new Value(name + layer);
  }

  private record Zeros(long size) implements ByteSource {
    @Override
    public String name() {
      return "zeros";
    }

    @Override
    public ByteBuffer slice(long offset, int length) {
      return ByteBuffer.allocate(length).asReadOnlyBuffer();
    }
  }
}
