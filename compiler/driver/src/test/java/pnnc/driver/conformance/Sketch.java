package pnnc.driver.conformance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import pnnc.base.bytes.Blob;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.base.shape.Shape;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Network;
import pnnc.ir.network.NetworkFunction;
import pnnc.ir.network.Node;
import pnnc.ir.network.OpType;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorData;
import pnnc.ir.network.TensorWriter;
import pnnc.ir.network.Value;
import pnnc.ir.network.ValueType;
import pnnc.onnx.write.OnnxWriter;
import pnnc.passes.pipeline.ConstantEvaluator;
import pnnc.passes.pipeline.PassContext;
import pnnc.passes.shape.InferTypes;
import pnnc.sim.runtime.OnnxSession;
import pnnc.sim.runtime.SessionSettings;
import pnnc.sim.tensor.NumberTensors;

/** A model under construction for one operator set version, chance deciding what is left open. */
final class Sketch {
  static final String MICROSOFT = "com.microsoft";

  private final int opset;
  private final Random random;
  private final List<Value> inputs = new ArrayList<>();
  private final List<Value> outputs = new ArrayList<>();
  private final Map<Value, Tensor> constants = new LinkedHashMap<>();
  private final Map<Value, ValueType> types = new LinkedHashMap<>();
  private final Map<String, Tensor> data = new LinkedHashMap<>();
  private final List<Node> nodes = new ArrayList<>();
  private int names;

  Sketch(int opset, long seed) {
    this.opset = opset;
    this.random = new Random(seed * 0x9e3779b97f4a7c15L + opset);
  }

  int opset() {
    return opset;
  }

  /** A number in {@code [least, most]}. */
  int pick(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  boolean chance() {
    return random.nextBoolean();
  }

  boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  @SafeVarargs
  final <T> T any(T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  /** A 32-bit float input with random data. */
  Value input(long... sizes) {
    return input(floats(sizes));
  }

  /** An input that the test feeds with {@code tensor}. */
  Value input(Tensor tensor) {
    Value value = fresh("in");
    inputs.add(value);
    types.put(value, tensor.valueType());
    data.put(value.name(), tensor);
    return value;
  }

  /** As {@link #input(Tensor)}, the model declaring another (vaguer) type. */
  Value input(Tensor tensor, ValueType declared) {
    Value value = input(tensor);
    types.put(value, declared);
    return value;
  }

  Value constant(Tensor tensor) {
    Value value = fresh("const");
    constants.put(value, tensor);
    return value;
  }

  /** A constant that the caller could override, as old exporters list every weight. */
  Value withDefault(Tensor tensor) {
    Value value = constant(tensor);
    inputs.add(value);
    types.put(value, tensor.valueType());
    return value;
  }

  Value longs(long... values) {
    return constant(Tensor.ofLongs(values));
  }

  Value scalar(double value) {
    return constant(Tensor.ofFloats(Shape.SCALAR, (float) value));
  }

  /** Normally distributed numbers. */
  Tensor floats(long... sizes) {
    return numbers(ElementType.F32, sizes);
  }

  Tensor numbers(ElementType type, long... sizes) {
    double[] values = new double[(int) Arrays.stream(sizes).reduce(1, (a, b) -> a * b)];
    Arrays.setAll(values, i -> random.nextGaussian() / 2);
    return NumberTensors.of(type, Shape.of(sizes), values);
  }

  /** Whole numbers in {@code [least, most]}. */
  Tensor integers(ElementType type, int least, int most, long... sizes) {
    Shape shape = Shape.of(sizes);
    int count = (int) Arrays.stream(sizes).reduce(1, (a, b) -> a * b);
    if (type.bits() < 8) {
      TensorWriter packed = new TensorWriter(type, shape);
      for (int i = 0; i < count; i++) {
        packed.put(i, pick(least, most));
      }
      return packed.build();
    }
    double[] values = new double[count];
    Arrays.setAll(values, i -> pick(least, most));
    return NumberTensors.of(type, shape, values);
  }

  /** Eight-bit floats of every middling size and either sign, none of them NaN. */
  Tensor bytes(ElementType type, long... sizes) {
    byte[] bytes = new byte[(int) Arrays.stream(sizes).reduce(1, (a, b) -> a * b)];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (pick(0x20, 0x48) | (chance() ? 0x80 : 0));
    }
    return new Tensor(type, Shape.of(sizes), TensorData.of(bytes));
  }

  static Map<String, Attribute> attributes() {
    return new TreeMap<>();
  }

  Value op(String op, Map<String, Attribute> attributes, Value... inputs) {
    return ops(OpType.of(op), 1, attributes, inputs).get(0);
  }

  Value op(String op, Value... inputs) {
    return op(op, Map.of(), inputs);
  }

  Value microsoft(String op, Map<String, Attribute> attributes, Value... inputs) {
    return ops(new OpType(MICROSOFT, op), 1, attributes, inputs).get(0);
  }

  List<Value> ops(OpType op, int results, Map<String, Attribute> attributes, Value... inputs) {
    List<Value> made = new ArrayList<>();
    for (int i = 0; i < results; i++) {
      made.add(fresh(op.name()));
    }
    nodes.add(new Node(op, "", trimmed(inputs), made, attributes));
    return made;
  }

  void add(Node node) {
    nodes.add(node);
  }

  private static List<Value> trimmed(Value... inputs) {
    int length = inputs.length;
    while (length > 0 && !inputs[length - 1].isPresent()) {
      length--;
    }
    return List.of(inputs).subList(0, length);
  }

  Value fresh(String hint) {
    return new Value(hint + "_" + names++);
  }

  void output(Value value) {
    outputs.add(value);
  }

  boolean isOutput(Value value) {
    return outputs.contains(value);
  }

  /** Sizes of {@code value}, as inference has them or else as they come out. */
  long[] sizes(Value value) {
    PassContext context = new PassContext("sketch", new Diagnostics(), ConstantEvaluator.NONE);
    Network network = network(List.of(value));
    return new InferTypes()
        .run(network, context)
        .graph()
        .type(value)
        .shape()
        .flatMap(Shape::sizes)
        .orElseGet(() -> run(network).sizes());
  }

  private Tensor run(Network network) {
    byte[] model = OnnxWriter.toBytes(network);
    try (OnnxSession session = OnnxSession.open(model, SessionSettings.PLAIN)) {
      return session.run(data).values().iterator().next();
    }
  }

  Network network() {
    return network(outputs);
  }

  private Network network(List<Value> results) {
    return new Network(graph(results), List.<NetworkFunction>of(), opsets(), Network.Header.PNNC);
  }

  private Map<String, Integer> opsets() {
    boolean extended = nodes.stream().anyMatch(n -> n.op().domain().equals(MICROSOFT));
    return extended ? Map.of("", opset, MICROSOFT, 1) : Map.of("", opset);
  }

  private Graph graph(List<Value> results) {
    return new Graph("sketch", inputs, results, constants, nodes, types, Map.of(), Blob.EMPTY);
  }

  /** What to feed. */
  Map<String, Tensor> data() {
    return data;
  }
}
