package pnnc.passes.fold;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import pnnc.base.bytes.Blob;
import pnnc.base.shape.Shape;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Node;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorData;
import pnnc.ir.network.TensorElements;
import pnnc.ir.network.Value;

/** Reads ConstantOfShape with a constant shape as one element many times over. */
final class RepeatedElement {
  private static final Blob FLOAT_ZERO = Blob.of(new byte[Float.BYTES]);

  private RepeatedElement() {}

  /** The tensor, if {@code node} is such an operation and its elements are whole bytes. */
  static Optional<Tensor> of(Node node, Function<Value, Optional<Tensor>> constants) {
    if (!node.is("ConstantOfShape")) {
      return Optional.empty();
    }
    Optional<Shape> shape = constants.apply(node.input(0)).flatMap(RepeatedElement::shape);
    return shape.flatMap(s -> filled(node, s));
  }

  private static Optional<Shape> shape(Tensor sizes) {
    if (sizes.type() != ElementType.I64 || sizes.shape().rank() != 1 || sizes.elements() > 64) {
      return Optional.empty();
    }
    long[] numbers = TensorElements.of(sizes).toLongs();
    boolean valid = Arrays.stream(numbers).allMatch(n -> n >= 0);
    return valid ? Optional.of(Shape.of(numbers)).filter(RepeatedElement::fits) : Optional.empty();
  }

  /** Not more elements than tools behind us can count the bytes of. */
  private static boolean fits(Shape shape) {
    return shape.elements().orElse(Long.MAX_VALUE) < 1L << 56;
  }

  private static Optional<Tensor> filled(Node node, Shape shape) {
    Optional<Attribute> value = node.attribute("value");
    if (value.isEmpty()) {
      return Optional.of(new Tensor(ElementType.F32, shape, new TensorData.Splat(FLOAT_ZERO)));
    }
    return value
        .filter(Attribute.TensorValue.class::isInstance)
        .map(a -> ((Attribute.TensorValue) a).value())
        .filter(t -> t.type().bits() >= 8 && t.elements() == 1)
        .map(t -> new Tensor(t.type(), shape, new TensorData.Splat(element(t))));
  }

  private static Blob element(Tensor one) {
    ByteBuffer bytes = one.bytes().slice(0, one.type().bits() / 8);
    byte[] element = new byte[bytes.remaining()];
    bytes.get(element);
    return Blob.of(element);
  }
}
