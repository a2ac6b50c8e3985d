package pnnc.passes.normalize;

import java.util.Optional;
import pnnc.ir.network.Node;
import pnnc.ir.network.Value;

/**
 * A linear operator with constant weights, in normal form: {@code output = W(input) + bias}.
 *
 * @param kind which map the weights stand for
 * @param operator the MatMul, Gemm, Conv or ConvTranspose; its attributes are all written out
 * @param biasAdd the Add that belongs to a MatMul, and nothing else uses what it is given
 * @param input what varies
 * @param output of {@code biasAdd}, or of {@code operator} where there is none
 * @param weights MatMul {@code [in, out]} (see {@code transposed}), Conv {@code [out, in/group,
 *     k…]}, ConvTranspose {@code [in, out/group, k…]}
 * @param transposed whether a matrix is stored as {@code [out, in]}: it was too large to copy
 * @param bias {@code [out]}
 */
public record LinearView(
    Kind kind,
    Node operator,
    Optional<Node> biasAdd,
    Value input,
    Value output,
    ConstantOperand weights,
    boolean transposed,
    Optional<ConstantOperand> bias) {
  /** Which linear map. */
  public enum Kind {
    MATRIX,
    CONVOLUTION,
    TRANSPOSED_CONVOLUTION
  }

  /** Length of the last axis, or number of channels, of the input. */
  public long in() {
    return switch (kind) {
      case MATRIX -> weights.size(transposed ? 1 : 0);
      case CONVOLUTION -> weights.size(1) * group();
      case TRANSPOSED_CONVOLUTION -> weights.size(0);
    };
  }

  /** Length of the last axis, or number of channels, of the output. */
  public long out() {
    return switch (kind) {
      case MATRIX -> weights.size(transposed ? 0 : 1);
      case CONVOLUTION -> weights.size(0);
      case TRANSPOSED_CONVOLUTION -> weights.size(1) * group();
    };
  }

  /** Into how many independent parts the channels fall; 1 for a matrix. */
  public long group() {
    return operator.integer("group", 1);
  }
}
