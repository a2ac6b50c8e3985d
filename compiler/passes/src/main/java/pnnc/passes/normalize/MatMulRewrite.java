package pnnc.passes.normalize;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import pnnc.base.shape.Shape;
import pnnc.ir.network.Node;
import pnnc.ir.network.Value;

/** MatMul and its fused relatives, one side constant, as {@code MatMul(x, W[in, out])}. */
final class MatMulRewrite {
  private final Node node;
  private final Scope scope;
  private final Draft draft;
  private final boolean transA;
  private final boolean transB;
  private final float alpha;

  MatMulRewrite(Node node, Scope scope) {
    this.node = node;
    this.scope = scope;
    this.draft = new Draft(scope, node.output().name());
    this.transA = node.integer("transA", 0) != 0;
    this.transB = node.integer("transB", 0) != 0;
    this.alpha = node.real("alpha", 1);
  }

  boolean run() {
    if (node.integer("transBatchA", 0) != 0 || node.integer("transBatchB", 0) != 0) {
      return false;
    }
    Optional<ConstantOperand> right = scope.weights(node.input(1));
    if (right.isPresent()) {
      return constantRight(right.get());
    }
    return scope.weights(node.input(0)).filter(this::constantLeft).isPresent();
  }

  private boolean isPlain() {
    return node.is("MatMul");
  }

  private boolean constantRight(ConstantOperand w) {
    if (w.shape().rank() < 2) {
      return w.shape().rank() == 1 && isPlain() && vectorRight(w);
    }
    OptionalInt rank = scope.rank(node.input(0));
    boolean rankNeeded = transA || w.shape().rank() > 2;
    Optional<ConstantOperand> wanted = wanted(w, transB);
    if ((isPlain() && w.shape().rank() == 2)
        || wanted.isEmpty()
        || (rankNeeded && rank.isEmpty())
        || (transA && rank.getAsInt() < 2)) {
      return false;
    }
    Value a = node.input(0);
    Value x = transA ? draft.transposeLast(a, rank.getAsInt()) : a;
    Value product = draft.op("MatMul", x, weight(w, wanted.get()));
    int lead = rankNeeded ? w.shape().rank() - Math.max(rank.getAsInt(), 2) : 0;
    return finish(
        lead > 0 ? draft.unsqueeze(product, LongStream.range(0, lead).toArray()) : product);
  }

  /** {@code W·x = (xᵀ·Wᵀ)ᵀ} over the last two axes. */
  private boolean constantLeft(ConstantOperand w) {
    OptionalInt rank = scope.rank(node.input(1));
    if (rank.isEmpty() || rank.getAsInt() < 1 || w.shape().rank() < 1) {
      return false;
    }
    int columns = rank.getAsInt();
    if (w.shape().rank() == 1) {
      return isPlain() && vectorLeft(w, columns);
    }
    Optional<ConstantOperand> wanted = wanted(w, !transA);
    if (wanted.isEmpty() || (w.shape().rank() > 2 && columns < w.shape().rank())) {
      return false;
    }
    Value b = node.input(1);
    if (columns == 1) {
      return finish(draft.op("MatMul", b, weight(w, wanted.get())));
    }
    Value x = transB ? b : draft.transposeLast(b, columns);
    Value product = draft.op("MatMul", x, weight(w, wanted.get()));
    return finish(draft.transposeLast(product, columns));
  }

  /** A vector of weights is a matrix of one column. */
  private boolean vectorRight(ConstantOperand w) {
    OptionalInt rank = scope.rank(node.input(0));
    if (rank.isEmpty() && scope.opset() < 11) {
      return false;
    }
    return column(w).filter(c -> project(node.input(0), w, c, rank.orElse(0) - 1)).isPresent();
  }

  private boolean vectorLeft(ConstantOperand w, int rank) {
    Optional<ConstantOperand> column = column(w);
    if (column.isEmpty()) {
      return false;
    }
    Value b = node.input(1);
    Value x = rank == 1 ? b : draft.transposeLast(b, rank);
    return project(x, w, column.get(), rank - 1);
  }

  private boolean project(Value x, ConstantOperand w, ConstantOperand column, int lastAxis) {
    return finish(draft.squeeze(draft.op("MatMul", x, weight(w, column)), lastAxis));
  }

  private static Optional<ConstantOperand> column(ConstantOperand w) {
    return w.reshaped(Shape.of(w.size(0), 1));
  }

  /** The matrix that the product needs; empty if there is none or it would be too large a copy. */
  private Optional<ConstantOperand> wanted(ConstantOperand w, boolean transpose) {
    boolean copies = transpose || (alpha != 1 && w.quantization().isEmpty());
    if (copies && Tensors.copyBytes(w.stored()) > NormalizeGemm.MAX_COPY) {
      return Optional.empty();
    }
    return Operands.matrix(w).map(m -> (transpose ? m.transposed() : m).scaled(alpha));
  }

  private Value weight(ConstantOperand old, ConstantOperand wanted) {
    return draft.weight(node, old, wanted);
  }

  private boolean finish(Value result) {
    draft.replace(node, result);
    return true;
  }
}
