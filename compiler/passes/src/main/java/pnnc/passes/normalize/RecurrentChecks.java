package pnnc.passes.normalize;

import java.util.Optional;
import pnnc.base.shape.Shape;
import pnnc.ir.network.Node;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.Value;

/** Whether a recurrent operator can be taken apart. */
final class RecurrentChecks {
  private static final int BIAS = 3;

  private final Node node;
  private final Scope scope;

  private RecurrentChecks(Node node, Scope scope) {
    this.node = node;
    this.scope = scope;
  }

  /** Why {@code node} cannot be taken apart; empty if it can. */
  static Optional<String> whyNot(Node node, Scope scope) {
    RecurrentChecks checks = new RecurrentChecks(node, scope);
    return checks
        .whyNotConstant(1, "weights")
        .or(() -> checks.whyNotConstant(2, "weights"))
        .or(() -> checks.whyNotConstant(BIAS, "biases"))
        .or(() -> checks.whyNotConstant(RecurrentLayer.PEEPHOLES, "peepholes"))
        .or(checks::whyNotFitting)
        .or(checks::whyNotActivated);
  }

  private Optional<String> whyNotConstant(int input, String what) {
    Value value = node.input(input);
    Optional<Tensor> constant = scope.constant(value);
    if (constant.isEmpty()) {
      return input > 2 && !value.isPresent()
          ? Optional.empty()
          : Optional.of("its %s `%s` are not constant".formatted(what, value.name()));
    }
    if (!Tensors.isWeightType(constant.get().type())) {
      return Optional.of("its %s are of type %s".formatted(what, constant.get().type()));
    }
    return Tensors.bytes(constant.get()) > Tensors.MAX_COPY
        ? Optional.of("its %s `%s` are too large to be copied".formatted(what, value.name()))
        : Optional.empty();
  }

  private Optional<String> whyNotFitting() {
    RecurrentLayer.Kind kind = RecurrentLayer.Kind.of(node).orElseThrow();
    Shape w = shape(1).orElseThrow();
    Shape r = shape(2).orElseThrow();
    if (w.rank() != 3 || r.rank() != 3 || (!w.dim(0).is(1) && !w.dim(0).is(2))) {
      return Optional.of("its weights do not have three dimensions");
    }
    long directions = w.dim(0).size().orElseThrow();
    long hidden = r.dim(2).size().orElseThrow();
    long gates = kind.gates() * hidden;
    boolean fit =
        hidden > 0
            && w.dim(1).is(gates)
            && r.equals(Shape.of(directions, gates, hidden))
            && fits(BIAS, Shape.of(directions, 2 * gates))
            && fits(RecurrentLayer.PEEPHOLES, Shape.of(directions, 3 * hidden));
    return fit ? Optional.empty() : Optional.of("its weights do not fit each other");
  }

  private Optional<Shape> shape(int input) {
    return scope.constant(node.input(input)).map(Tensor::shape);
  }

  private boolean fits(int input, Shape expected) {
    return shape(input).filter(s -> !s.equals(expected)).isEmpty();
  }

  private Optional<String> whyNotActivated() {
    Tensor w = scope.constant(node.input(1)).orElseThrow();
    return GateActivation.of(node, RecurrentLayer.functions(node, w)).isPresent()
        ? Optional.empty()
        : Optional.of("it has an activation that is unknown or lacks its alpha or beta");
  }
}
