package pnnc.passes.normalize;

import pnnc.ir.network.Network;
import pnnc.ir.network.Node;
import pnnc.passes.pipeline.Pass;
import pnnc.passes.pipeline.PassContext;

/**
 * Writes out everything that a convolution with constant weights leaves to be worked out:
 *
 * <pre>{@code
 * %y = Conv(%x, %w[8x3x3x3])          becomes    %y = Conv(%x, %w)
 *        {auto_pad = "SAME_UPPER"}                      {dilations = [1, 1], group = 1,
 *                                                        kernel_shape = [3, 3],
 *                                                        pads = [1, 1, 1, 1], strides = [1, 1]}
 * }</pre>
 *
 * <p>ConvTranspose likewise, with {@code output_padding}; its {@code output_shape} and {@code
 * auto_pad} become pads by the formula of the ONNX standard. FusedConv of ONNX Runtime becomes
 * Conv, an Add where it has a fourth input, and its activation. Any number of spatial axes.
 *
 * <p>Padding to the same size needs the input's size where the stride is not 1, and so does an
 * {@code output_shape}: without it the operator stays as it is. Every result is bit-identical.
 */
public final class NormalizeConv implements Pass<Network, Network> {
  @Override
  public String name() {
    return "normalize-conv";
  }

  @Override
  public Network run(Network program, PassContext context) {
    return Rewriter.everywhere(program, context, NormalizeConv::normalize);
  }

  private static boolean normalize(Node node, Scope scope) {
    boolean fused = Scope.isMicrosoft(node, "FusedConv");
    boolean constant =
        scope
            .weights(node.input(1))
            .filter(w -> w.shape().rank() > 2 && ConvGeometry.isWellFormed(node, w.shape()))
            .isPresent();
    if (!constant || !(fused || node.is("Conv") || node.is("ConvTranspose"))) {
      return false;
    }
    if (fused) {
      return unfuse(node, scope);
    }
    Node explicit =
        node.is("Conv")
            ? new ConvGeometry(node, scope).explicitConv()
            : new ConvGeometry(node, scope).explicitTranspose();
    if (explicit.equals(node)) {
      return false;
    }
    scope.editor().replace(node, explicit);
    return true;
  }

  private static boolean unfuse(Node fused, Scope scope) {
    if (!FusedActivation.isKnown(fused)) {
      return false;
    }
    Draft draft = new Draft(scope, fused.output().name());
    draft.replace(fused, FusedConv.unfold(fused, draft));
    return true;
  }
}
