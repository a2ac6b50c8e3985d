package pnnc.passes.normalize;

import pnnc.ir.network.Network;
import pnnc.ir.network.Node;
import pnnc.passes.pipeline.Pass;
import pnnc.passes.pipeline.PassContext;

/**
 * Spells every product with a constant matrix as {@code MatMul(x, W)}, {@code W} a constant {@code
 * [in, out]}, and its bias as {@code Add} of a constant {@code [out]}:
 *
 * <pre>{@code
 * %y = Gemm(%x, %w[10x64], %b)             becomes     %p = MatMul(%x, %w[64x10])
 *        {alpha = 2, transB = 1}                       %y = Add(%p, %b)      with w doubled
 *
 * %y = MatMul(%w[10x64], %x[64xN])         becomes     %t = Transpose(%x)
 *                                                      %p = MatMul(%t, %w[64x10])
 *                                                      %y = Transpose(%p)
 * }</pre>
 *
 * <p>Takes Gemm, MatMul and ONNX Runtime's FusedGemm, FusedMatMul and TransposeMatMul; a fused
 * activation becomes an operator of its own. A matrix with leading axes of size 1 loses them, a
 * vector becomes a matrix of one column. A matrix over 1 MiB is not copied: its Gemm keeps {@code
 * transB}, which {@link LinearOperators} accepts. Products of two variables stay as they are.
 *
 * <p>{@code alpha} and {@code beta} go into the constants: computed in double, rounded once. With
 * both 1 the weights are bit-exact, and only the order of summation may differ.
 */
public final class NormalizeGemm implements Pass<Network, Network> {
  /** In bytes; a larger constant is not copied to be transposed or scaled. */
  static final long MAX_COPY = 64L << 20;

  /** A Gemm is a normal form too, so that only small matrices are worth a transposed copy. */
  static final long MAX_TRANSPOSED = 1L << 20;

  private static final int OLDEST_OPSET = 7;

  @Override
  public String name() {
    return "normalize-gemm";
  }

  @Override
  public Network run(Network program, PassContext context) {
    return Rewriter.everywhere(program, context, NormalizeGemm::normalize);
  }

  private static boolean normalize(Node node, Scope scope) {
    if (scope.opset() < OLDEST_OPSET) {
      return false;
    }
    if (node.is("Gemm") || Scope.isMicrosoft(node, "FusedGemm")) {
      return new GemmRewrite(node, scope).run();
    }
    if (node.is("Add")) {
      return BiasRewrite.run(node, scope);
    }
    boolean product =
        node.is("MatMul")
            || Scope.isMicrosoft(node, "FusedMatMul")
            || Scope.isMicrosoft(node, "TransposeMatMul");
    return product && new MatMulRewrite(node, scope).run();
  }
}
