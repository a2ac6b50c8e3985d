package pnnc.passes.normalize;

import java.util.Optional;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Network;
import pnnc.ir.network.Node;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.Value;
import pnnc.passes.pipeline.Pass;
import pnnc.passes.pipeline.PassContext;

/**
 * Makes an inference BatchNormalization with constant statistics part of the linear operator before
 * it, or, where there is none that it alone follows, a multiplication and an addition per channel.
 * With {@code f = gamma / sqrt(var + epsilon)},
 *
 * <pre>{@code
 * %c = Conv(%x, %w, %b)                              %y = Conv(%x, %"f.w", %"f.(b - mean) + beta")
 * %y = BatchNormalization(%c, gamma, beta,   becomes
 *                         mean, var)
 *
 * %y = BatchNormalization(%x, …)             becomes %s = Mul(%x, %f)
 *                                                    %y = Add(%s, %"beta - f.mean")
 * }</pre>
 *
 * <p>Before it may stand Conv or ConvTranspose, Gemm, or MatMul with an optional Add of a constant,
 * the last two where the batch norm's channels are their columns (rank 2). Weights are copied, one
 * operator at a time; a copy lies in memory. Left alone: training mode, {@code spatial = 0},
 * statistics that are not constant, operator sets below 7, and results that would not be finite.
 *
 * <p>New weights and biases are computed in double and rounded once to the weight's type, sums are
 * re-associated: results agree within a few rounding errors of the dot product.
 */
public final class FoldBatchNorm implements Pass<Network, Network> {
  private static final int OLDEST_OPSET = 7;

  @Override
  public String name() {
    return "fold-batch-norm";
  }

  @Override
  public Network run(Network program, PassContext context) {
    return Rewriter.everywhere(program, context, FoldBatchNorm::fold);
  }

  private static boolean fold(Node node, Scope scope) {
    if (!node.is("BatchNormalization") || scope.opset() < OLDEST_OPSET) {
      return false;
    }
    Optional<ChannelAffine> affine = ChannelAffine.ofBatchNorm(node, scope);
    return affine.isPresent()
        && (BatchNormFolding.intoPredecessor(node, affine.get(), scope)
            || spell(node, affine.get(), scope));
  }

  private static boolean spell(Node node, ChannelAffine affine, Scope scope) {
    int rank = scope.rank(node.input(0)).orElse(0);
    Optional<ElementType> type = scope.element(node.input(0)).filter(Tensors::isWeightType);
    if (rank < 2 || type.isEmpty()) {
      return false;
    }
    Tensor factor = affine.factors(type.get(), rank);
    Tensor shift = affine.shifts(type.get(), rank);
    if (!Tensors.isFinite(factor) || !Tensors.isFinite(shift)) {
      return false;
    }
    Draft draft = new Draft(scope, node.output().name());
    Value scaled = draft.op("Mul", node.input(0), draft.constant("factor", factor));
    Value shifted = draft.op("Add", scaled, draft.constant("shift", shift));
    draft.replace(node, shifted);
    return true;
  }
}
