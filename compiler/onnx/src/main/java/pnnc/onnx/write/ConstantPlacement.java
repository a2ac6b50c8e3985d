package pnnc.onnx.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pnnc.base.shape.Shape;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Graph;
import pnnc.ir.network.NameSupply;
import pnnc.ir.network.Node;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorData;
import pnnc.ir.network.Value;

/**
 * Turns constants into operations where a file wants that: one element many times over becomes a
 * ConstantOfShape, and functions have no other constants than Constant operations.
 */
final class ConstantPlacement {
  private static final long LARGE = 64 << 10;
  private static final int FIRST_OPSET_WITH_CONSTANT_OF_SHAPE = 9;

  private final NameSupply names;
  private final boolean isFunction;
  private final boolean hasConstantOfShape;
  private final Map<Value, Tensor> constants = new LinkedHashMap<>();
  private final List<Node> nodes = new ArrayList<>();

  /**
   * @param opset version of the ONNX standard that the operations may use; 0 for none
   */
  ConstantPlacement(NameSupply names, boolean isFunction, int opset) {
    this.names = names;
    this.isFunction = isFunction;
    this.hasConstantOfShape = opset >= FIRST_OPSET_WITH_CONSTANT_OF_SHAPE;
  }

  /** {@code graph} with such constants computed; its subgraphs stay as they are. */
  Graph place(Graph graph) {
    graph.constants().forEach((value, tensor) -> place(graph, value, tensor));
    if (nodes.isEmpty()) {
      return graph;
    }
    nodes.addAll(graph.nodes());
    return new Graph(
        graph.name(),
        graph.inputs(),
        graph.outputs(),
        constants,
        nodes,
        graph.types(),
        graph.origins(),
        graph.unread());
  }

  private void place(Graph graph, Value value, Tensor tensor) {
    if (tensor.data() instanceof TensorData.Splat splat
        && isLarge(tensor, splat)
        && graph.constant(value).isPresent()) {
      Value shape = names.fresh(value.name() + "_shape");
      define(shape, Tensor.ofLongs(tensor.sizes()));
      Tensor element =
          new Tensor(tensor.type(), Shape.of(1), TensorData.of(splat.element().toByteArray()));
      Node node = Node.of("ConstantOfShape", List.of(shape), value);
      nodes.add(node.with("value", Attribute.of(element)));
    } else {
      define(value, tensor);
    }
  }

  private boolean isLarge(Tensor tensor, TensorData.Splat splat) {
    return hasConstantOfShape
        && isAllowed(tensor.type())
        && tensor.elements() > LARGE / splat.element().size();
  }

  private static boolean isAllowed(ElementType type) {
    return switch (type) {
      case F16, F32, F64, BOOL -> true;
      default -> type.isInteger() && type.bits() >= 8;
    };
  }

  private void define(Value value, Tensor tensor) {
    if (isFunction) {
      Node node = Node.of("Constant", List.of(), value);
      nodes.add(node.with("value", Attribute.of(tensor)));
    } else {
      constants.put(value, tensor);
    }
  }
}
