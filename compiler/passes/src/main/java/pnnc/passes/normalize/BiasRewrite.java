package pnnc.passes.normalize;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pnnc.ir.network.Node;
import pnnc.ir.network.Value;

/** Add of a constant row after a product: the row as a vector with an element for each output. */
final class BiasRewrite {
  private BiasRewrite() {}

  static boolean run(Node add, Scope scope) {
    int at = scope.constant(add.input(1)).isPresent() ? 1 : 0;
    Value product = add.input(1 - at);
    Optional<ConstantOperand> weights =
        scope
            .editor()
            .producer(product)
            .filter(n -> n.is("MatMul"))
            .flatMap(n -> scope.weights(n.input(1)))
            .filter(w -> w.shape().rank() == 2);
    Optional<ConstantOperand> row =
        scope.constant(add.input(at)).flatMap(c -> scope.weights(add.input(at)));
    if (weights.isEmpty() || row.isEmpty() || isVector(row.get(), weights.get())) {
      return false;
    }
    boolean spreadsProduct = row.get().shape().rank() > scope.rank(product).orElse(1);
    Optional<ConstantOperand> vector = Operands.vector(row.get(), weights.get().size(1));
    if (spreadsProduct || !isRow(row.get()) || vector.isEmpty()) {
      return false;
    }
    List<Value> inputs = new ArrayList<>(add.inputs());
    inputs.set(at, scope.replaceConstant(add, add.input(at), vector.get().stored()));
    scope.editor().replace(add, add.withInputs(inputs));
    return true;
  }

  private static boolean isVector(ConstantOperand row, ConstantOperand weights) {
    return row.shape().rank() == 1 && row.size(0) == weights.size(1);
  }

  /** Whether it changes along its last axis only. */
  private static boolean isRow(ConstantOperand operand) {
    int rank = operand.shape().rank();
    return operand.shape().dims().stream().limit(Math.max(0, rank - 1L)).allMatch(d -> d.is(1));
  }
}
