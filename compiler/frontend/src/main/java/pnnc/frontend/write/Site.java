package pnnc.frontend.write;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import pnnc.base.shape.Dim;
import pnnc.base.shape.Shape;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.GraphEditor;
import pnnc.ir.network.Node;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorElements;
import pnnc.ir.network.Value;
import pnnc.ir.network.ValueType;

/**
 * A graph in which layers are looked for.
 *
 * @param outer constants of the graphs around it
 */
record Site(GraphEditor graph, Function<Value, Optional<Tensor>> outer) {
  Optional<Tensor> constant(Value value) {
    return graph.constant(value).or(() -> outer.apply(value));
  }

  /** The operation that computes {@code value}, if it is {@code op} of the standard. */
  Optional<Node> producer(Value value, String op) {
    return graph.producer(value).filter(n -> n.is(op));
  }

  /** The one element of a constant. */
  OptionalDouble number(Value value) {
    Optional<Tensor> tensor = constant(value).filter(t -> t.elements() == 1);
    boolean isNumber =
        tensor.map(Tensor::type).filter(t -> t.isFloat() || t.isInteger()).isPresent();
    return isNumber
        ? OptionalDouble.of(TensorElements.of(tensor.get()).doubleAt(0))
        : OptionalDouble.empty();
  }

  /** Whether {@code value} is a constant of one element, which is about {@code number}. */
  boolean isNumber(Value value, double number) {
    OptionalDouble found = number(value);
    return found.isPresent() && Math.abs(found.getAsDouble() - number) <= 1e-6 * Math.abs(number);
  }

  /** The whole numbers in a constant of 64-bit integers with one dimension. */
  Optional<long[]> longs(Value value) {
    return constant(value)
        .filter(t -> t.type() == ElementType.I64 && t.shape().rank() <= 1)
        .map(t -> TensorElements.of(t).toLongs());
  }

  Optional<Shape> shape(Value value) {
    Optional<Shape> own = graph.type(value).shape();
    return own.isPresent() ? own : outer.apply(value).map(Tensor::shape);
  }

  /** The rank; -1 if it is not known. */
  int rank(Value value) {
    return shape(value).map(Shape::rank).orElse(-1);
  }

  Optional<ElementType> element(Value value) {
    ValueType type = graph.type(value);
    return type.element().or(() -> outer.apply(value).map(Tensor::type));
  }

  /** Whether the element types of all that are present are known and the same. */
  boolean isOneElement(Value... values) {
    List<Optional<ElementType>> types =
        Arrays.stream(values).filter(Value::isPresent).map(this::element).distinct().toList();
    return types.size() == 1 && types.get(0).isPresent();
  }

  /** Whether two sizes are known to be equal. */
  static boolean isEqual(Dim a, Dim b) {
    return !(a instanceof Dim.Unknown) && a.equals(b);
  }

  /** The other operand of a commutative {@code node} of two. */
  static Value other(Node node, Value one) {
    return node.input(0).equals(one) ? node.input(1) : node.input(0);
  }

  /** Whether {@code node} has this one result and no more. */
  static boolean isSingle(Node node) {
    return node.outputs().stream().filter(Value::isPresent).count() == 1
        && node.output().isPresent();
  }

  /** Whether {@code node} has no attributes besides these. */
  static boolean onlyHas(Node node, String... names) {
    return Arrays.asList(names).containsAll(node.attributes().keySet());
  }

  /** Puts a call in the place of {@code node}; what it alone used goes when all is done. */
  boolean replace(
      Node node, String function, List<Value> inputs, Map<String, Attribute> attributes) {
    graph.replace(node, Layer.of(function, inputs, attributes, node.outputs()));
    return true;
  }
}
