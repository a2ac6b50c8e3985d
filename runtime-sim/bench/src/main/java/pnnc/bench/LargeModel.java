package pnnc.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pnnc.base.bytes.Blob;
import pnnc.base.shape.Shape;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Network;
import pnnc.ir.network.Node;
import pnnc.ir.network.OpType;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.Value;
import pnnc.ir.network.ValueType;

/**
 * Models with very many operations and next to no weights, to see how time grows with the graph.
 */
public final class LargeModel {
  /** What the operations hang together like. */
  public enum Kind {
    /** {@code Relu, Sigmoid, Tanh}, one after the other. */
    CHAIN,
    /** {@code x = x + Relu(x)}. */
    RESIDUAL,
    /** Products with 100 matrices in turn. */
    MATMUL,
    /** Products, each with a matrix of its own. */
    CONSTANTS,
    /** Additions of what {@code Constant} operations compute. */
    LITERALS,
    /** Many branches from one value to one sum. */
    WIDE,
    /** {@code If} in {@code If}; each level holds an equal share of the operations. */
    NESTED,
    /** Identities only: every operation goes. */
    IDENTITY
  }

  /** What readers of ONNX allow: three messages inside one another for each level. */
  private static final int DEEPEST = 31;

  private static final int WIDTH = 4;
  private static final Value CONDITION = new Value("condition");
  private static final List<String> CHEAP = List.of("Relu", "Sigmoid", "Tanh");

  private final Map<Value, Tensor> constants = new LinkedHashMap<>();
  private final List<Node> nodes = new ArrayList<>();
  private Value last = new Value("x");

  private LargeModel() {}

  /** A network of {@code kind} with about {@code operations} operations; valid, opset 17. */
  public static Network of(Kind kind, int operations) {
    LargeModel model = new LargeModel();
    if (kind == Kind.NESTED) {
      model.nest(operations / DEEPEST, 0);
    } else if (kind == Kind.WIDE) {
      model.branch(operations);
    } else {
      while (model.nodes.size() < operations) {
        model.extend(kind);
      }
    }
    return model.network();
  }

  private void extend(Kind kind) {
    switch (kind) {
      case CHAIN -> last = op(CHEAP.get(nodes.size() % CHEAP.size()), last);
      case RESIDUAL -> last = op("Add", last, op("Relu", last));
      case MATMUL -> last = op("MatMul", last, matrix(nodes.size() % 100));
      case CONSTANTS -> last = op("MatMul", last, matrix(nodes.size()));
      case LITERALS -> last = op("Add", last, literal());
      default -> last = op("Identity", last);
    }
  }

  private Value op(String op, Value... inputs) {
    Value result = new Value("v" + nodes.size());
    nodes.add(Node.of(op, List.of(inputs), result));
    return result;
  }

  private Value matrix(int number) {
    Value value = new Value("w" + number);
    float[] weights = new float[WIDTH * WIDTH];
    weights[number % weights.length] = number;
    constants.putIfAbsent(value, Tensor.ofFloats(Shape.of(WIDTH, WIDTH), weights));
    return value;
  }

  private Value literal() {
    Value result = new Value("v" + nodes.size());
    Tensor number = Tensor.ofFloats(Shape.SCALAR, nodes.size());
    Map<String, Attribute> value = Map.of("value", Attribute.of(number));
    nodes.add(new Node(OpType.of("Constant"), "", List.of(), List.of(result), value));
    return result;
  }

  private void branch(int operations) {
    Value source = last;
    List<Value> branches = new ArrayList<>();
    while (nodes.size() < operations) {
      branches.add(op(CHEAP.get(nodes.size() % CHEAP.size()), source));
    }
    last = op("Sum", branches.toArray(new Value[0]));
  }

  /** The operations of one level and of those inside it, all with names of their own. */
  private void nest(int operations, int level) {
    for (int i = 0; i < operations; i++) {
      last = named(CHEAP.get(i % CHEAP.size()), "l%d.%d".formatted(level, i), last);
    }
    if (level < DEEPEST - 1) {
      LargeModel inner = new LargeModel();
      inner.last = last;
      inner.nest(operations, level + 1);
      Value result = new Value("if" + level);
      Value other = new Value("else" + level);
      Map<String, Attribute> branches =
          Map.of(
              "then_branch", Attribute.of(inner.graph(List.of(), inner.last)),
              "else_branch", Attribute.of(single(Node.of("Neg", List.of(last), other))));
      nodes.add(new Node(OpType.of("If"), "", List.of(CONDITION), List.of(result), branches));
      last = result;
    }
  }

  private Value named(String op, String name, Value input) {
    Value result = new Value(name);
    nodes.add(Node.of(op, List.of(input), result));
    return result;
  }

  private static Graph single(Node node) {
    LargeModel model = new LargeModel();
    model.nodes.add(node);
    return model.graph(List.of(), node.output());
  }

  private Graph graph(List<Value> inputs, Value output) {
    Map<Value, ValueType> types = new LinkedHashMap<>();
    for (Value input : inputs) {
      boolean flag = input.equals(CONDITION);
      ElementType type = flag ? ElementType.BOOL : ElementType.F32;
      Shape shape = flag ? Shape.SCALAR : Shape.of(1, WIDTH);
      types.put(input, new ValueType.TensorType(type, Optional.of(shape)));
    }
    return new Graph(
        "large", inputs, List.of(output), constants, nodes, types, Map.of(), Blob.EMPTY);
  }

  private Network network() {
    boolean branches = nodes.stream().anyMatch(n -> n.is("If"));
    Value x = new Value("x");
    Graph graph = graph(branches ? List.of(x, CONDITION) : List.of(x), last);
    return new Network(graph, List.of(), Map.of("", 17), Network.Header.PNNC);
  }
}
