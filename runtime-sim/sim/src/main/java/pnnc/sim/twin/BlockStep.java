package pnnc.sim.twin;

import java.util.List;
import pnnc.base.diagnostics.CompilerBug;
import pnnc.ir.network.Node;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.Value;
import pnnc.sim.runtime.HostValue;

/** A call of a block. */
final class BlockStep implements Step {
  private final Node node;
  private final BlockOperator operator;

  BlockStep(Node node, BlockOperator operator) {
    this.node = node;
    this.operator = operator;
  }

  @Override
  public List<Value> reads() {
    return node.uses();
  }

  @Override
  public List<Value> writes() {
    return node.outputs();
  }

  @Override
  public void run(Scope scope) {
    List<Tensor> inputs = node.inputs().stream().map(v -> scope.get(v).tensor()).toList();
    List<Tensor> outputs = operator.apply(inputs);
    if (outputs.size() != node.outputs().size()) {
      throw new CompilerBug(
          "twin",
          "%d outputs of %s expected, got %d"
              .formatted(node.outputs().size(), node.id(), outputs.size()));
    }
    for (int i = 0; i < outputs.size(); i++) {
      scope.put(node.output(i), HostValue.of(outputs.get(i)));
    }
  }
}
