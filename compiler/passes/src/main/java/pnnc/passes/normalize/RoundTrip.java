package pnnc.passes.normalize;

import java.util.Optional;
import java.util.stream.DoubleStream;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Node;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorElements;
import pnnc.ir.network.Value;

/**
 * QuantizeLinear of DequantizeLinear with the same constant scale and zero point: exact, for {@code
 * (n · s) / s} is within two roundings of an integer {@code n} of at most 17 bits.
 */
final class RoundTrip {
  private static final double MAX_SCALE = Float.MAX_VALUE / (1 << 17);

  private RoundTrip() {}

  static boolean remove(Node quantize, Scope scope) {
    Optional<Node> source = scope.producer(quantize.input(0)).filter(n -> n.is("DequantizeLinear"));
    if (source.filter(d -> isInverse(d, quantize, scope)).isEmpty()) {
      return false;
    }
    scope.editor().replaceUses(quantize.output(), source.get().input(0));
    scope.removeIfUnused(quantize);
    scope.removeIfUnused(source.get());
    return true;
  }

  private static boolean isInverse(Node dequantize, Node quantize, Scope scope) {
    Optional<Tensor> scale = scope.constant(quantize.input(1));
    Optional<ElementType> type = scope.element(dequantize.input(0));
    return scale.filter(RoundTrip::isModerate).isPresent()
        && scale.equals(scope.constant(dequantize.input(1)))
        && dequantize.attributes().equals(quantize.attributes())
        && type.filter(Integers::isKnown).isPresent()
        && type.equals(zero(quantize, scope).map(Tensor::type))
        && zero(quantize, scope).equals(zero(dequantize, scope));
  }

  private static Optional<Tensor> zero(Node node, Scope scope) {
    Value value = node.input(2);
    return scope.constant(value);
  }

  private static boolean isModerate(Tensor scale) {
    return scale.type() == ElementType.F32
        && DoubleStream.of(TensorElements.of(scale).toDoubles())
            .allMatch(s -> s >= Float.MIN_NORMAL && s < MAX_SCALE);
  }
}
