package pnnc.passes.normalize;

import pnnc.ir.network.Network;
import pnnc.ir.network.Node;
import pnnc.passes.pipeline.Pass;
import pnnc.passes.pipeline.PassContext;

/**
 * Tidies what exporters leave around quantised weights, so that a weight is a constant of few
 * levels behind one DequantizeLinear:
 *
 * <pre>{@code
 * %d = DequantizeLinear(%w[10x64], %s)   becomes   %y = MatMul(%x, %u)
 * %t = Transpose(%d)                               where
 * %y = MatMul(%x, %t)                              %u = DequantizeLinear(%w[64x10], %s)
 * }</pre>
 *
 * <ul>
 *   <li>Transpose, Reshape, Flatten, Squeeze and Unsqueeze of a dequantised constant move into the
 *       constant, the axis of its scales along with them;
 *   <li>QuantizeLinear of a constant becomes the constant it computes;
 *   <li>QuantizeLinear straight after DequantizeLinear of the same constant scale and zero point
 *       goes, and what it was given comes back.
 * </ul>
 *
 * <p>Blocked scales move with Transpose only, constants over 64 MiB are not copied. Every result is
 * bit-identical.
 */
public final class RecogniseQdq implements Pass<Network, Network> {
  @Override
  public String name() {
    return "recognise-qdq";
  }

  @Override
  public Network run(Network program, PassContext context) {
    return Rewriter.everywhere(program, context, RecogniseQdq::recognise);
  }

  private static boolean recognise(Node node, Scope scope) {
    if (!node.op().isStandard()) {
      return false;
    }
    return switch (node.op().name()) {
      case "Transpose", "Reshape", "Flatten", "Squeeze", "Unsqueeze" ->
          QuantizedWeights.absorb(node, scope);
      case "QuantizeLinear" ->
          QuantizedWeights.quantize(node, scope) || RoundTrip.remove(node, scope);
      default -> false;
    };
  }
}
