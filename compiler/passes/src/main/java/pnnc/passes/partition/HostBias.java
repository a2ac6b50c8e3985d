package pnnc.passes.partition;

import java.util.Arrays;
import java.util.List;
import pnnc.base.shape.Shape;
import pnnc.ir.block.LinearBlock;
import pnnc.ir.block.Partition;
import pnnc.ir.network.GraphEditor;
import pnnc.ir.network.Node;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.Value;
import pnnc.passes.normalize.LinearView;

/**
 * Adds the bias of an operator behind its block, on the host, where a target takes the block only
 * without:
 *
 * <pre>{@code
 * %y = ConvTranspose(%x, @w, @b)      becomes    %y.linear = pnnc::Block(%x) {block = "up"}
 *                                                %y = Add(%y.linear, @b[1, M, 1, 1])
 * }</pre>
 */
final class HostBias {
  private HostBias() {}

  /** The call of a block without bias in the place of {@code view}, which has one, and the Add. */
  static void replace(GraphEditor editor, LinearView view, LinearBlock biased, String block) {
    Node operator = view.operator();
    Value product = operator.id();
    if (view.biasAdd().isPresent()) {
      editor.replace(operator, Partition.call(block, List.of(view.input()), List.of(product)));
      return;
    }
    Value linear = editor.fresh(product.name() + ".linear");
    Value bias = editor.addConstant(product.name() + ".bias", spread(biased, view));
    editor.setType(linear, editor.type(product));
    editor.replace(
        operator,
        Partition.call(block, List.of(view.input()), List.of(linear)),
        Node.of("Add", List.of(linear, bias), product));
  }

  /** {@code [M]} for a matrix, else {@code [1, M, 1, …]}. */
  private static Tensor spread(LinearBlock biased, LinearView view) {
    Tensor bias = biased.bias().orElseThrow();
    if (view.kind() == LinearView.Kind.MATRIX) {
      return bias;
    }
    long[] sizes = new long[view.weights().shape().rank()];
    Arrays.fill(sizes, 1);
    sizes[1] = bias.elements();
    return bias.reshape(Shape.of(sizes));
  }
}
