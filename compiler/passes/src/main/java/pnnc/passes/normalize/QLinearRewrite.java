package pnnc.passes.normalize;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import pnnc.ir.block.Quantization;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.Node;
import pnnc.ir.network.OpType;
import pnnc.ir.network.Value;

/**
 * QLinearConv, QLinearMatMul and QGemm as float operators. All start with {@code x, xs, xz, w, ws,
 * wz}; then come bias and output scale in an order of their own.
 */
final class QLinearRewrite {
  private final Node node;
  private final Scope scope;
  private final Draft draft;
  private final QuantizedOperands operands;
  private final boolean conv;
  private final boolean gemm;

  QLinearRewrite(Node node, Scope scope) {
    this.node = node;
    this.scope = scope;
    this.draft = new Draft(scope, node.output().name());
    this.operands = new QuantizedOperands(draft);
    this.conv = node.is("QLinearConv");
    this.gemm = Scope.isMicrosoft(node, "QGemm");
  }

  private Value bias() {
    return gemm ? node.input(6) : node.input(8);
  }

  private Value outputScale() {
    return gemm ? node.input(7) : node.input(6);
  }

  private Value outputZero() {
    return gemm ? node.input(8) : node.input(7);
  }

  boolean run() {
    Optional<ConstantOperand> right =
        operands.weights(node.input(3), node.input(4), node.input(5), channelAxis());
    if (right.isEmpty()) {
      return leftProduct();
    }
    if (!isSingle(1, 2) || !operands.isSingle(outputScale()) || !isBiasPlain(right.get())) {
      return scope.leave(node, "it has several scales for its input, or for its output");
    }
    Value x = operands.dequantized(node.input(0), node.input(1), node.input(2));
    Value w = operands.dequantized(right.get());
    return finish(linear(x, w, right.get().quantization().orElseThrow()));
  }

  private int channelAxis() {
    boolean rows = conv || (gemm && node.integer("transB", 0) != 0);
    return rows ? 0 : Math.max(0, scope.rank(node.input(3)).orElse(2) - 1);
  }

  private boolean isSingle(int scale, int zero) {
    return operands.isSingle(node.input(scale)) && operands.isSingle(node.input(zero));
  }

  /** With scales per channel, the bias must have one element for each. */
  private boolean isBiasPlain(ConstantOperand weights) {
    return !bias().isPresent()
        || Levels.isSingle(weights.quantization().orElseThrow())
        || scope.rank(bias()).orElse(0) == 1;
  }

  /** A product whose left matrix is the constant one. */
  private boolean leftProduct() {
    Optional<ConstantOperand> left =
        operands.weights(node.input(0), node.input(1), node.input(2), 0);
    boolean plain =
        node.is("QLinearMatMul")
            && left.isPresent()
            && Levels.isSingle(left.get().quantization().orElseThrow())
            && isSingle(4, 5)
            && operands.isSingle(outputScale());
    if (!plain) {
      return scope.leave(node, "its weights, or their scales, are not constant");
    }
    Value b = operands.dequantized(node.input(3), node.input(4), node.input(5));
    return finish(draft.op("MatMul", operands.dequantized(left.get()), b));
  }

  private Value linear(Value x, Value w, Quantization weights) {
    List<Value> inputs = new ArrayList<>(List.of(x, w));
    if (bias().isPresent()) {
      float alpha = gemm ? node.real("alpha", 1) : 1;
      inputs.add(operands.bias(bias(), node.input(1), weights, alpha));
    }
    Map<String, Attribute> attributes = new TreeMap<>(node.attributes());
    String op = conv ? "Conv" : gemm ? "Gemm" : "MatMul";
    return draft.op(OpType.of(op), attributes, inputs);
  }

  private boolean finish(Value result) {
    boolean isFloat = !outputScale().isPresent();
    draft.replace(node, isFloat ? result : operands.quantized(result, outputScale(), outputZero()));
    return true;
  }
}
