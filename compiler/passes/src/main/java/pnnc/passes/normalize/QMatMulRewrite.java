package pnnc.passes.normalize;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import pnnc.ir.network.Node;
import pnnc.ir.network.OpType;
import pnnc.ir.network.Value;

/** ONNX Runtime's products of quantised matrices with a float result. */
final class QMatMulRewrite {
  private final Node node;
  private final Scope scope;
  private final Draft draft;
  private final QuantizedOperands operands;
  private final boolean dynamic;

  QMatMulRewrite(Node node, Scope scope) {
    this.node = node;
    this.scope = scope;
    this.draft = new Draft(scope, node.output().name());
    this.operands = new QuantizedOperands(draft);
    this.dynamic = node.op().name().equals("DynamicQuantizeMatMul");
  }

  boolean run() {
    int scale = dynamic ? 2 : 3;
    int zero = dynamic ? 3 : 5;
    int axis = Math.max(0, scope.rank(node.input(1)).orElse(2) - 1);
    Optional<ConstantOperand> w =
        operands.weights(node.input(1), node.input(scale), node.input(zero), axis);
    if (w.isEmpty()) {
      return scope.leave(node, "its weights, or their scales, are not constant");
    }
    if (dynamic ? scope.opset() < 11 : !isSingle()) {
      return scope.leave(node, "its input has several scales, or the operator set is below 11");
    }
    Value product = draft.op("MatMul", input(), operands.dequantized(w.get()));
    Value bias = node.input(dynamic ? 4 : 6);
    draft.replace(node, bias.isPresent() ? draft.op("Add", product, bias) : product);
    return true;
  }

  private boolean isSingle() {
    return operands.isSingle(node.input(2)) && operands.isSingle(node.input(4));
  }

  private Value input() {
    if (!dynamic) {
      return operands.dequantized(node.input(0), node.input(2), node.input(4));
    }
    List<Value> parts = List.of(draft.fresh("levels"), draft.fresh("scale"), draft.fresh("zero"));
    OpType quantize = OpType.of("DynamicQuantizeLinear");
    draft.add(new Node(quantize, "", List.of(node.input(0)), parts, Map.of()));
    return operands.dequantized(parts.get(0), parts.get(1), parts.get(2));
  }
}
