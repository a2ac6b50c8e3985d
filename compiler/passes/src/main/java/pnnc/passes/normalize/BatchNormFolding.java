package pnnc.passes.normalize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongToIntFunction;
import pnnc.base.shape.Shape;
import pnnc.ir.network.Node;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorData;
import pnnc.ir.network.TensorElements;
import pnnc.ir.network.TensorWriter;
import pnnc.ir.network.Value;

/** Multiplies a per-channel affine map into the linear operator that computes its input. */
final class BatchNormFolding {
  private final Node norm;
  private final ChannelAffine affine;
  private final Scope scope;

  private BatchNormFolding(Node norm, ChannelAffine affine, Scope scope) {
    this.norm = norm;
    this.affine = affine;
    this.scope = scope;
  }

  /** Folds {@code norm}, which is {@code affine}, and returns whether that was possible. */
  static boolean intoPredecessor(Node norm, ChannelAffine affine, Scope scope) {
    Optional<Node> source = soleProducer(norm.input(0), scope);
    return source.isPresent() && new BatchNormFolding(norm, affine, scope).into(source.get());
  }

  private static Optional<Node> soleProducer(Value value, Scope scope) {
    return scope.editor().onlyUser(value).isPresent()
        ? scope.editor().producer(value)
        : Optional.empty();
  }

  private boolean into(Node source) {
    if (source.is("Conv")) {
      return intoOperator(source, 0, source.input(2), 1);
    }
    if (source.is("ConvTranspose")) {
      return intoOperator(source, 1, source.input(2), 1);
    }
    if (source.is("Gemm")) {
      int axis = source.integer("transB", 0) == 0 ? 1 : 0;
      return intoOperator(source, axis, source.input(2), source.real("beta", 1));
    }
    boolean columns = scope.rank(source.output()).orElse(0) == 2;
    return columns
        && (source.is("MatMul") ? intoMatMul(source) : source.is("Add") && intoAdd(source));
  }

  /** Conv, ConvTranspose and Gemm: the bias is the third input, {@code beta} times. */
  private boolean intoOperator(Node source, int axis, Value bias, float beta) {
    Optional<double[]> old = bias(bias, beta);
    Optional<Tensor> weights = weights(source, axis);
    if (weights.isEmpty() || old.isPresent() != bias.isPresent()) {
      return false;
    }
    Tensor shifted = biasTensor(weights.get(), old);
    if (!Tensors.isFinite(shifted)) {
      return false;
    }
    List<Value> inputs = new ArrayList<>(source.inputs().subList(0, 2));
    inputs.set(1, scope.replaceConstant(source, source.input(1), weights.get()));
    inputs.add(
        old.isPresent()
            ? scope.replaceConstant(source, bias, shifted)
            : scope.editor().addConstant(source.input(1).name() + ".bias", shifted));
    Node folded = source.withInputs(inputs);
    putInstead(source, folded.without("beta"));
    return true;
  }

  private boolean intoMatMul(Node source) {
    Optional<Tensor> weights = weights(source, 1);
    Optional<Tensor> shift =
        weights.map(w -> biasTensor(w, Optional.empty())).filter(Tensors::isFinite);
    if (weights.isEmpty() || shift.isEmpty()) {
      return false;
    }
    Value w = scope.replaceConstant(source, source.input(1), weights.get());
    scope.editor().replace(source, source.withInputs(List.of(source.input(0), w)));
    Value b = scope.editor().addConstant(source.input(1).name() + ".bias", shift.get());
    scope.editor().replace(norm, Node.of("Add", List.of(source.output(), b), norm.output()));
    return true;
  }

  /** MatMul, then Add of a constant vector. */
  private boolean intoAdd(Node add) {
    int at = scope.constant(add.input(1)).isPresent() ? 1 : 0;
    Optional<Node> product = soleProducer(add.input(1 - at), scope).filter(n -> n.is("MatMul"));
    Optional<double[]> old = bias(add.input(at), 1);
    Optional<Tensor> weights = product.flatMap(p -> weights(p, 1));
    if (old.isEmpty() || weights.isEmpty()) {
      return false;
    }
    Tensor shifted = biasTensor(weights.get(), old);
    if (!Tensors.isFinite(shifted)) {
      return false;
    }
    Node source = product.get();
    Value w = scope.replaceConstant(source, source.input(1), weights.get());
    scope.editor().replace(source, source.withInputs(List.of(source.input(0), w)));
    Value b = scope.replaceConstant(add, add.input(at), shifted);
    putInstead(add, add.withInputs(List.of(source.output(), b)));
    return true;
  }

  private void putInstead(Node source, Node folded) {
    scope.editor().replace(source, folded);
    scope.editor().replaceUses(norm.output(), folded.output());
    if (scope.editor().contains(norm)) {
      scope.editor().remove(norm);
    }
  }

  /** The new weights; empty if they are not constant, not of that many channels, or overflow. */
  private Optional<Tensor> weights(Node source, int axis) {
    Optional<Tensor> old =
        scope.constant(source.input(1)).filter(t -> Tensors.isWeightType(t.type()));
    if (old.isEmpty()
        || old.get().shape().rank() < 2
        || Tensors.bytes(old.get()) > Tensors.MAX_COPY) {
      return Optional.empty();
    }
    long[] sizes = old.get().sizes();
    long group = source.is("ConvTranspose") ? source.integer("group", 1) : 1;
    if (group < 1 || sizes[axis] * group != affine.channels() || sizes[0] % group != 0) {
      return Optional.empty();
    }
    LongToIntFunction channel = channel(sizes, axis, group);
    Tensor scaled = scaled(old.get(), channel);
    return Optional.of(scaled).filter(t -> staysFinite(old.get()) || Tensors.isFinite(t));
  }

  /** Whether the largest weight times the largest factor is finite: looks at stored bytes only. */
  private boolean staysFinite(Tensor old) {
    double most = Tensors.largest(old) * affine.largestFactor();
    return Double.isFinite(TensorWriter.round(old.type(), most));
  }

  /** One number many times over stays that where every channel has the same factor. */
  private Tensor scaled(Tensor old, LongToIntFunction channel) {
    if (old.data() instanceof TensorData.Splat && affine.isUniform()) {
      double number = TensorElements.of(old).doubleAt(0) * affine.factor(0);
      return Tensors.repeated(Tensors.of(old.type(), Shape.SCALAR, number), old.shape());
    }
    return Tensors.map(old, old.type(), (i, w) -> w * affine.factor(channel.applyAsInt(i)));
  }

  /** The output channel of an element. Groups lie along the first axis. */
  private static LongToIntFunction channel(long[] sizes, int axis, long group) {
    long inner = Tensors.product(sizes, axis + 1, sizes.length);
    long perGroup = Tensors.product(sizes, 0, sizes.length) / group;
    long size = sizes[axis];
    return group == 1
        ? i -> (int) (i / inner % size)
        : i -> (int) (i / perGroup * size + i / inner % size);
  }

  /**
   * {@code beta} times the old bias, one number for each channel; empty if it is something else.
   */
  private Optional<double[]> bias(Value bias, float beta) {
    return scope
        .constant(bias)
        .filter(t -> t.type().isFloat() && isRow(t.shape()))
        .map(t -> TensorElements.of(t).toDoubles())
        .filter(b -> b.length == affine.channels() || b.length == 1)
        .map(
            b -> {
              double[] row = new double[affine.channels()];
              Arrays.setAll(row, c -> beta * b[b.length == 1 ? 0 : c]);
              return row;
            });
  }

  private static boolean isRow(Shape shape) {
    return shape.rank() <= 1 || (shape.rank() == 2 && shape.dim(0).is(1));
  }

  private Tensor biasTensor(Tensor weights, Optional<double[]> old) {
    return Tensors.of(weights.type(), Shape.of(affine.channels()), affine.bias(old));
  }
}
