package pnnc.passes.pipeline;

import java.util.List;
import java.util.Optional;
import pnnc.ir.network.Network;
import pnnc.ir.network.Tensor;

/**
 * Computes what ONNX operators make of constants. The driver lends ONNX Runtime for this; the
 * passes themselves know no operator's arithmetic.
 */
public interface ConstantEvaluator {
  /** Computes nothing: folding stops where it would need arithmetic. */
  ConstantEvaluator NONE = network -> Optional.empty();

  /**
   * The outputs of a network without inputs, in order.
   *
   * @return empty if it cannot be computed; the program then stays as it is
   */
  Optional<List<Tensor>> evaluate(Network network);
}
