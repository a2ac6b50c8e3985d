package pnnc.passes.normalize;

import pnnc.ir.network.Network;
import pnnc.ir.network.Node;
import pnnc.passes.pipeline.Pass;
import pnnc.passes.pipeline.PassContext;

/**
 * Spells linear operators on integers, with constant weights, as float operators between
 * DequantizeLinear and QuantizeLinear:
 *
 * <pre>{@code
 * %y = QLinearConv(%x, xs, xz, %w, ws, wz, ys, yz, %b)   becomes
 *
 * %a = DequantizeLinear(%x, xs, xz)
 * %v = DequantizeLinear(%w, ws, wz)
 * %c = DequantizeLinear(%b, xs·ws)
 * %r = Conv(%a, %v, %c)
 * %y = QuantizeLinear(%r, ys, yz)
 * }</pre>
 *
 * <p>So are QLinearMatMul, and of ONNX Runtime's operators QGemm, MatMulIntegerToFloat,
 * DynamicQuantizeMatMul and MatMulNBits. MatMulInteger and ConvInteger get scales of 1 and a Cast
 * of the result. Weights stay quantised, so that the hardware sees their levels; where the operator
 * set has no DequantizeLinear for that (scales per channel below 13, per block below 21), they
 * become a float constant of at most 64 MiB. Elementwise and pooling operators on integers stay as
 * they are. Left alone, with PNN3007: weights, or scales or zero points of weights, that are not
 * constant, several scales for an input or an output.
 *
 * <p>The result differs by at most one quantisation step, where rounding the integer sum and
 * rounding the float sum meet a tie. MatMulInteger and ConvInteger are exact: in float while every
 * partial sum is below 2²⁴, a product beyond that in double; a convolution beyond that stays.
 */
public final class LowerQuantizedOperators implements Pass<Network, Network> {
  private static final int OLDEST_OPSET = 10;

  @Override
  public String name() {
    return "lower-quantized-operators";
  }

  @Override
  public Network run(Network program, PassContext context) {
    return Rewriter.everywhere(program, context, LowerQuantizedOperators::lower);
  }

  private static boolean lower(Node node, Scope scope) {
    if (scope.opset() < OLDEST_OPSET) {
      return false;
    }
    if (node.op().isStandard()) {
      return switch (node.op().name()) {
        case "QLinearConv", "QLinearMatMul" -> new QLinearRewrite(node, scope).run();
        case "ConvInteger", "MatMulInteger" -> new IntegerRewrite(node, scope).run();
        default -> false;
      };
    }
    if (!node.op().domain().equals(Scope.MICROSOFT)) {
      return false;
    }
    return switch (node.op().name()) {
      case "QGemm" -> new QLinearRewrite(node, scope).run();
      case "MatMulIntegerToFloat", "DynamicQuantizeMatMul" -> new QMatMulRewrite(node, scope).run();
      case "MatMulNBits" -> new NBitsRewrite(node, scope).run();
      default -> false;
    };
  }
}
