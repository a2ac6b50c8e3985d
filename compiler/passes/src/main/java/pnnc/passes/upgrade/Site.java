package pnnc.passes.upgrade;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import pnnc.base.shape.Shape;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Node;
import pnnc.ir.network.OpType;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorWriter;
import pnnc.ir.network.Value;

/**
 * The place in a graph where an operator is upgraded: what its rules may ask, and what they put
 * beside it. Operations beside it are spelled in the target's version from the start.
 */
final class Site {
  private static final Set<ElementType> PLAIN =
      Set.of(ElementType.F64, ElementType.F32, ElementType.F16, ElementType.BF16);

  private final GraphUpgrade graph;
  private final String base;
  private final List<Node> before = new ArrayList<>();
  private final List<Node> after = new ArrayList<>();

  /**
   * @param base what the names of new values start with
   */
  Site(GraphUpgrade graph, String base) {
    this.graph = graph;
    this.base = base;
  }

  /** {@code main} with what was put beside it, in dependency order. */
  List<Node> around(Node main) {
    List<Node> all = new ArrayList<>(before);
    all.add(main);
    all.addAll(after);
    return all;
  }

  Optional<Shape> shape(Value value) {
    return graph.type(value).shape();
  }

  Optional<ElementType> element(Value value) {
    return graph.type(value).element();
  }

  OptionalInt rank(Value value) {
    Optional<Shape> shape = shape(value);
    return shape.isPresent() ? OptionalInt.of(shape.get().rank()) : OptionalInt.empty();
  }

  /** The constant that {@code value} holds, also one that a Constant operator makes. */
  Optional<Tensor> constant(Value value) {
    return graph.constant(value);
  }

  Value fresh(String hint) {
    return graph.fresh(base + "." + hint);
  }

  Value constant(String hint, Tensor tensor) {
    return graph.addConstant(base + "." + hint, tensor);
  }

  Value longs(String hint, long... values) {
    return constant(hint, Tensor.ofLongs(values));
  }

  /** A scalar with the element type of {@code model}. */
  Value scalar(String hint, double number, Value model) {
    Optional<ElementType> type = element(model).filter(PLAIN::contains);
    TensorWriter one = new TensorWriter(type.orElse(ElementType.F32), Shape.SCALAR);
    one.put(0, number);
    Value constant = constant(hint, one.build());
    return type.isPresent() ? constant : before("CastLike", constant, model);
  }

  /** Computes something that the operator needs. */
  Value before(String op, Value... inputs) {
    return before(op, Map.of(), inputs);
  }

  Value before(String op, Map<String, Attribute> attributes, Value... inputs) {
    Value result = fresh(op);
    before.add(node(op, attributes, inputs, result));
    return result;
  }

  /** Computes {@code result} from what the operator computes. */
  void after(Value result, String op, Map<String, Attribute> attributes, Value... inputs) {
    after.add(node(op, attributes, inputs, result));
  }

  private static Node node(
      String op, Map<String, Attribute> attributes, Value[] inputs, Value result) {
    return new Node(OpType.of(op), "", Arrays.asList(inputs), List.of(result), attributes);
  }
}
