package pnnc.passes.normalize;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Node;
import pnnc.ir.network.OpType;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.Value;

/** MatMulInteger and ConvInteger: {@code x, w, xz, wz}, exact sums of 32 bits. */
final class IntegerRewrite {
  /** Whole numbers below this are exact in float. */
  private static final double FLOAT_EXACT = 1 << 24;

  private final Node node;
  private final Scope scope;
  private final Draft draft;
  private final QuantizedOperands operands;
  private final boolean conv;

  IntegerRewrite(Node node, Scope scope) {
    this.node = node;
    this.scope = scope;
    this.draft = new Draft(scope, node.output().name());
    this.operands = new QuantizedOperands(draft);
    this.conv = node.is("ConvInteger");
  }

  boolean run() {
    Optional<ConstantOperand> weights = weights();
    if (weights.isEmpty()) {
      return scope.leave(node, "its weights, or their zero points, are not constant");
    }
    if (!operands.isSingle(node.input(2))) {
      return scope.leave(node, "it has several zero points for its input");
    }
    ConstantOperand w = weights.get();
    double largest = operands.largest(node.input(0), node.input(2)) * largestSum(w);
    if (largest < FLOAT_EXACT) {
      return finish(operands.dequantized(w), input());
    }
    boolean small = w.stored().elements() * Double.BYTES <= NormalizeGemm.MAX_COPY;
    if (conv || !small) {
      return scope.leave(node, "its sums may exceed 2^24, and it is a convolution or too large");
    }
    return finish(inDouble(w), draft.cast(input(), ElementType.F64));
  }

  private Optional<ConstantOperand> weights() {
    int rank = scope.rank(node.input(1)).orElse(0);
    int axis = conv ? 0 : rank - 1;
    return rank < 2
        ? Optional.empty()
        : operands.weights(node.input(1), QuantizedOperands.one(), node.input(3), axis);
  }

  private Value input() {
    return operands.dequantized(node.input(0), operands.unitScale(), node.input(2));
  }

  private Value inDouble(ConstantOperand w) {
    OperandElements.Reader reader = OperandElements.of(w);
    Tensor whole = Tensors.map(reader, w.shape(), ElementType.F64, (i, x) -> x);
    return scope.editor().addConstant(w.value().name(), whole);
  }

  /** The largest sum of magnitudes that goes into one output, for inputs of magnitude 1. */
  private double largestSum(ConstantOperand w) {
    long[] sizes = w.stored().sizes();
    int axis = conv ? 0 : sizes.length - 1;
    long inner = Tensors.product(sizes, axis + 1, sizes.length);
    double[] sums = new double[(int) sizes[axis]];
    Tensors.forEach(
        OperandElements.of(w),
        0,
        w.stored().elements(),
        (i, x) -> sums[(int) (i / inner % sizes[axis])] += Math.abs(x));
    return Arrays.stream(sums).max().orElse(0);
  }

  private boolean finish(Value w, Value x) {
    Value sum = draft.op(OpType.of(conv ? "Conv" : "MatMul"), node.attributes(), List.of(x, w));
    draft.replace(node, draft.cast(sum, ElementType.I32));
    return true;
  }
}
