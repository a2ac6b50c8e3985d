package pnnc.passes.shape;

import java.util.List;
import java.util.Optional;
import pnnc.base.bytes.Blob;
import pnnc.base.shape.Shape;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Node;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorData;

/** Reads the Constant operator, whose value stands in one of seven attributes. */
public final class ConstantNode {
  private ConstantNode() {}

  /** The dense tensor that {@code node} stands for, if it is a Constant and has one. */
  public static Optional<Tensor> tensor(Node node) {
    if (!node.is("Constant") || node.attributes().size() != 1) {
      return Optional.empty();
    }
    return tensor(node.attributes().values().iterator().next());
  }

  private static Optional<Tensor> tensor(Attribute value) {
    if (value instanceof Attribute.TensorValue t) {
      return Optional.of(t.value());
    } else if (value instanceof Attribute.IntValue i) {
      return Optional.of(Tensor.ofLongs(Shape.SCALAR, i.value()));
    } else if (value instanceof Attribute.Ints i) {
      return Optional.of(Tensor.ofLongs(i.values().stream().mapToLong(n -> n).toArray()));
    } else if (value instanceof Attribute.FloatValue f) {
      return Optional.of(Tensor.ofFloats(Shape.SCALAR, f.value()));
    } else if (value instanceof Attribute.Floats f) {
      return Optional.of(Tensor.ofFloats(Shape.of(f.values().size()), unboxed(f.values())));
    } else if (value instanceof Attribute.StringValue s) {
      return Optional.of(strings(Shape.SCALAR, List.of(s.bytes())));
    } else if (value instanceof Attribute.Strings s) {
      return Optional.of(strings(Shape.of(s.values().size()), s.values()));
    }
    return Optional.empty();
  }

  private static float[] unboxed(List<Float> values) {
    float[] all = new float[values.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = values.get(i);
    }
    return all;
  }

  private static Tensor strings(Shape shape, List<Blob> values) {
    return new Tensor(ElementType.STRING, shape, new TensorData.Strings(values));
  }
}
