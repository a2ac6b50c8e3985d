package pnnc.passes.normalize;

import java.util.Optional;
import pnnc.base.shape.Shape;
import pnnc.ir.network.Tensor;

/** Constant operands under other shapes. */
final class Operands {
  private Operands() {}

  /** {@code operand}, of one or of {@code size} elements, as a vector of {@code size}. */
  static Optional<ConstantOperand> vector(ConstantOperand operand, long size) {
    Shape vector = Shape.of(size);
    if (operand.shape().equals(vector)) {
      return Optional.of(operand);
    }
    long elements = operand.stored().elements();
    if (elements == size) {
      return operand.reshaped(vector);
    }
    return elements == 1 && operand.quantization().isEmpty()
        ? Optional.of(repeated(operand, vector))
        : Optional.empty();
  }

  private static ConstantOperand repeated(ConstantOperand operand, Shape shape) {
    Tensor filled = Tensors.repeated(operand.stored(), shape);
    return new ConstantOperand(operand.value(), filled, Optional.empty());
  }

  /** {@code operand} as a matrix, when all axes but its last two have size 1; rank at least 2. */
  static Optional<ConstantOperand> matrix(ConstantOperand operand) {
    int rank = operand.shape().rank();
    boolean flat = operand.shape().dims().stream().limit(rank - 2L).allMatch(d -> d.is(1));
    Shape last = new Shape(operand.shape().dims().subList(rank - 2, rank));
    return rank == 2
        ? Optional.of(operand)
        : Optional.of(operand).filter(w -> flat).flatMap(w -> w.reshaped(last));
  }
}
