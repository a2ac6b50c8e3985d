package pnnc.passes.normalize;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import pnnc.base.shape.Dim;
import pnnc.base.shape.Shape;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Node;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorElements;
import pnnc.ir.network.Value;

/** How many steps a recurrent layer takes, for how many sequences, and which of them count. */
final class TimeAxis {
  /** Since when Scan has no batch of its own. */
  static final int SCAN_OPSET = 9;

  private static final int LENGTHS = 4;
  private static final int MASK_OPSET = 9;
  private static final int EXPAND_OPSET = 8;

  private final RecurrentLayer layer;
  private final Draft draft;
  private final Scope scope;

  TimeAxis(RecurrentLayer layer, Draft draft) {
    this.layer = layer;
    this.draft = draft;
    this.scope = draft.scope();
  }

  /** Why the steps of {@code node} cannot be written out; empty if they can. */
  static Optional<String> whyNot(Node node, Scope scope) {
    boolean known = scope.dim(node.input(0), batchFirst(node) ? 1 : 0) instanceof Dim.Known;
    if (node.input(LENGTHS).isPresent()
        && (scope.opset() < MASK_OPSET || (!known && scope.opset() < 11))) {
      return Optional.of(
          "masking its sequences needs operator set 11, or 9 and a known number of steps");
    }
    return scope.opset() < SCAN_OPSET ? whyNotLooped(node, scope, known) : Optional.empty();
  }

  /** What the operators of the oldest sets cannot say: a reversal or zeros of unknown size. */
  private static Optional<String> whyNotLooped(Node node, Scope scope, boolean known) {
    boolean backwards = !node.text("direction", "forward").equals("forward");
    if (backwards && !known && node.output(0).isPresent()) {
      return Optional.of("turning an unknown number of steps round needs operator set 9");
    }
    boolean batch = scope.dim(node.input(0), batchFirst(node) ? 0 : 1) instanceof Dim.Known;
    boolean given = node.input(5).isPresent() && (!node.is("LSTM") || node.input(6).isPresent());
    return scope.opset() < EXPAND_OPSET && !batch && !given
        ? Optional.of("its first state for an unknown batch needs operator set 8")
        : Optional.empty();
  }

  private static boolean batchFirst(Node node) {
    return node.integer("layout", 0) != 0;
  }

  /** How many steps, at run time, a scalar. */
  Value count() {
    return steps().isPresent()
        ? draft.constant("steps", Tensor.ofLongs(Shape.SCALAR, steps().getAsLong()))
        : draft.gather(draft.op("Shape", layer.node().input(0)), axisOf(0), 0);
  }

  OptionalLong steps() {
    return dim(0).size();
  }

  Dim batch() {
    return dim(1);
  }

  /** Dimension of the input: 0 is time, 1 the batch, whatever the layout. */
  private Dim dim(int axis) {
    return scope.dim(layer.node().input(0), axisOf(axis));
  }

  private int axisOf(int axis) {
    return layer.isBatchFirst() ? 1 - axis : axis;
  }

  /** Zeros for a state, {@code [batch, hidden]}. */
  Value zeros() {
    OptionalLong batch = batch().size();
    if (batch.isPresent()) {
      Shape shape = Shape.of(batch.getAsLong(), layer.hidden());
      return draft.constant("zeros", Tensors.filled(layer.type(), shape, 0));
    }
    Value hidden = draft.constant("hidden", Tensor.ofLongs(layer.hidden()));
    Value shape = draft.concat(0, java.util.List.of(sizeOf(1), hidden));
    return draft.filled(shape, Tensors.of(layer.type(), Shape.of(1), 0));
  }

  /** The size of an axis of the input, at run time, {@code [1]}. */
  private Value sizeOf(int axis) {
    Value shape = draft.op("Shape", layer.node().input(0));
    return draft.op("Gather", shape, draft.constant("axis", Tensor.ofLongs(axisOf(axis))));
  }

  /** Which steps of which sequence count, {@code [time, batch, 1]}; empty if all do. */
  Optional<Value> mask() {
    Value lengths = layer.node().input(LENGTHS);
    if (!lengths.isPresent() || isFull(lengths)) {
      return Optional.empty();
    }
    Value times = draft.cast(times(), ElementType.I32);
    return Optional.of(
        draft.op("Less", draft.unsqueeze(times, 1, 2), draft.unsqueeze(lengths, 0, 2)));
  }

  /** Which sequences have any step, {@code [batch, 1]}; empty if all do. */
  Optional<Value> nonEmpty() {
    Value lengths = layer.node().input(LENGTHS);
    Optional<Tensor> constant = scope.constant(lengths);
    boolean positive = constant.filter(c -> isAll(c, n -> n > 0)).isPresent();
    if (!lengths.isPresent() || positive) {
      return Optional.empty();
    }
    Value zero = draft.cast(draft.constant("empty", Tensor.ofLongs(0)), ElementType.I32);
    return Optional.of(draft.unsqueeze(draft.op("Less", zero, lengths), 1));
  }

  private boolean isFull(Value lengths) {
    OptionalLong steps = steps();
    return steps.isPresent()
        && scope.constant(lengths).filter(c -> isAll(c, n -> n == steps.getAsLong())).isPresent();
  }

  private static boolean isAll(Tensor lengths, LongPredicate predicate) {
    return lengths.type().isInteger()
        && LongStream.of(TensorElements.of(lengths).toLongs()).allMatch(predicate);
  }

  private Value times() {
    if (steps().isPresent()) {
      long[] times = IntStream.range(0, (int) steps().getAsLong()).asLongStream().toArray();
      return draft.constant("times", Tensor.ofLongs(times));
    }
    Value zero = draft.constant("first", Tensor.ofLongs(Shape.SCALAR, 0));
    Value one = draft.constant("step", Tensor.ofLongs(Shape.SCALAR, 1));
    return draft.op("Range", zero, draft.squeeze(sizeOf(0), 0), one);
  }
}
