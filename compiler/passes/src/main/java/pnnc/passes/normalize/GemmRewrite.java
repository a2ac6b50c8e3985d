package pnnc.passes.normalize;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import pnnc.base.shape.Shape;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Node;
import pnnc.ir.network.OpType;
import pnnc.ir.network.Value;

/** {@code alpha·A'·B' + beta·C} with one constant matrix as MatMul and Add. */
final class GemmRewrite {
  private final Node gemm;
  private final Scope scope;
  private final Draft draft;
  private final boolean transA;
  private final boolean transB;
  private final float alpha;
  private final float beta;

  GemmRewrite(Node gemm, Scope scope) {
    this.gemm = gemm;
    this.scope = scope;
    this.draft = new Draft(scope, gemm.output().name());
    this.transA = gemm.integer("transA", 0) != 0;
    this.transB = gemm.integer("transB", 0) != 0;
    this.alpha = gemm.real("alpha", 1);
    this.beta = gemm.real("beta", 1);
  }

  boolean run() {
    Optional<ConstantOperand> right = matrix(gemm.input(1));
    Optional<ConstantOperand> left = right.isPresent() ? Optional.empty() : matrix(gemm.input(0));
    if (!FusedActivation.isKnown(gemm)) {
      return false;
    }
    if (right.isPresent()) {
      return isTooLarge(right.get(), transB, NormalizeGemm.MAX_TRANSPOSED)
          ? keepLarge()
          : constantRight(right.get());
    }
    return left.isPresent()
        && !isTooLarge(left.get(), !transA, NormalizeGemm.MAX_COPY)
        && constantLeft(left.get());
  }

  private Optional<ConstantOperand> matrix(Value value) {
    return scope.weights(value).filter(w -> w.shape().rank() == 2);
  }

  private boolean isTooLarge(ConstantOperand weights, boolean transpose, long most) {
    boolean copied = transpose || (alpha != 1 && weights.quantization().isEmpty());
    return copied && Tensors.copyBytes(weights.stored()) > most;
  }

  private boolean constantRight(ConstantOperand b) {
    Value x = transA ? draft.transpose(gemm.input(0), 1, 0) : gemm.input(0);
    ConstantOperand wanted = (transB ? b.transposed() : b).scaled(alpha);
    Value w = draft.weight(gemm, b, wanted);
    Value sum = addC(draft.op("MatMul", x, w), bias(wanted, 1));
    return finish(sum);
  }

  /** {@code A'·B' = (B'ᵀ·A'ᵀ)ᵀ}. A bias for each row of the result is one for each output. */
  private boolean constantLeft(ConstantOperand a) {
    Value x = transB ? gemm.input(1) : draft.transpose(gemm.input(1), 1, 0);
    ConstantOperand wanted = (transA ? a : a.transposed()).scaled(alpha);
    Value w = draft.weight(gemm, a, wanted);
    Value product = draft.op("MatMul", x, w);
    Optional<ConstantOperand> bias = bias(wanted, 0);
    if (bias.isPresent()) {
      return finish(draft.transpose(addC(product, bias), 1, 0));
    }
    return finish(addC(draft.transpose(product, 1, 0), bias));
  }

  /** A matrix too large to copy: everything but {@code transB} leaves the Gemm. */
  private boolean keepLarge() {
    boolean simple = alpha == 1 && beta == 1 && !transA && gemm.is("Gemm");
    if (simple && (!gemm.input(2).isPresent() || isVector(gemm.input(2)))) {
      return false;
    }
    Value x = transA ? draft.transpose(gemm.input(0), 1, 0) : gemm.input(0);
    Map<String, Attribute> attributes = transB ? Map.of("transB", Attribute.of(1)) : Map.of();
    Value product = draft.op(OpType.of("Gemm"), attributes, List.of(x, gemm.input(1)));
    ConstantOperand weights = scope.weights(gemm.input(1)).orElseThrow();
    Value scaled =
        alpha == 1
            ? product
            : draft.op("Mul", product, draft.scalar("alpha", weights.type(), alpha));
    return finish(addC(scaled, Optional.empty()));
  }

  private boolean isVector(Value value) {
    return scope.constant(value).filter(c -> c.shape().rank() == 1).isPresent();
  }

  /**
   * The third input, times {@code beta}, as a vector with an element for each output; empty if it
   * is no constant of that kind.
   *
   * @param axis the only axis of the result along which the bias may change
   */
  private Optional<ConstantOperand> bias(ConstantOperand weights, int axis) {
    long out = weights.size(1);
    return scope
        .weights(gemm.input(2))
        .filter(c -> beta != 0 && runsAlong(c.shape(), axis))
        .map(c -> c.scaled(beta))
        .flatMap(c -> Operands.vector(c, out));
  }

  private static boolean runsAlong(Shape shape, int axis) {
    boolean one = shape.elements().orElse(0) == 1;
    return one
        || (axis == 1 && shape.rank() == 1)
        || (shape.rank() == 2 && shape.dim(1 - axis).is(1));
  }

  private Value addC(Value product, Optional<ConstantOperand> bias) {
    Value c = gemm.input(2);
    if (!c.isPresent() || beta == 0) {
      return product;
    }
    if (bias.isPresent()) {
      return draft.op(
          "Add", product, draft.weight(gemm, scope.operand(c).orElseThrow(), bias.get()));
    }
    Value scaled = beta == 1 ? c : draft.op("Mul", c, draft.scalar("beta", type(), beta));
    return draft.op("Add", product, scaled);
  }

  private ElementType type() {
    return scope.weights(gemm.input(1)).or(() -> scope.weights(gemm.input(0))).orElseThrow().type();
  }

  private boolean finish(Value sum) {
    draft.replace(gemm, FusedActivation.apply(gemm, sum, draft, type()));
    return true;
  }
}
