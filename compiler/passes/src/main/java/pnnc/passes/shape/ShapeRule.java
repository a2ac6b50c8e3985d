package pnnc.passes.shape;

import java.util.List;

/** What an operator makes of the types of its inputs. */
@FunctionalInterface
public interface ShapeRule {
  /**
   * A fact for each output, in order.
   *
   * <p>A rule assumes that the operator is well formed. If it is not (an axis out of range, an
   * attribute missing) the rule may end in any {@link IndexOutOfBoundsException}, {@link
   * IllegalArgumentException} or {@link ArithmeticException}; the outputs are then unknown and the
   * verifier or ONNX Runtime says what is wrong.
   *
   * @throws Contradiction if no tensors of these types can be given to the operator
   */
  List<Fact> infer(Op op);
}
