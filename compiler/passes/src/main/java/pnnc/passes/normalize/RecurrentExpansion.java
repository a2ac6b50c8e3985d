package pnnc.passes.normalize;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import pnnc.ir.network.Node;
import pnnc.ir.network.Value;

/** Writes a recurrent layer out as plain operators. */
final class RecurrentExpansion {
  private static final int MAX_UNROLLED = 4;
  private static final int[] INITIAL = {5, 6};

  private final RecurrentLayer layer;
  private final Draft draft;
  private final TimeAxis time;
  private final Node node;

  RecurrentExpansion(RecurrentLayer layer, Draft draft) {
    this.layer = layer;
    this.draft = draft;
    this.time = new TimeAxis(layer, draft);
    this.node = layer.node();
  }

  /** Adds the operators to the draft; the layer's outputs keep their names. */
  void run() {
    Value input = node.input(0);
    Value x = layer.isBatchFirst() ? draft.transpose(input, 1, 0, 2) : input;
    Optional<Value> mask = time.mask();
    List<RecurrentSteps.Result> results =
        IntStream.range(0, layer.directions()).mapToObj(d -> direction(d, x, mask)).toList();
    if (node.output(0).isPresent()) {
      deliver(0, sequence(results.stream().map(r -> r.sequence().orElseThrow()).toList()));
    }
    Optional<Value> nonEmpty = time.nonEmpty();
    for (int state = 0; state < layer.kind().states(); state++) {
      if (node.output(1 + state).isPresent()) {
        int index = state;
        deliver(
            1 + state,
            last(results.stream().map(r -> orZero(r.states().get(index), nonEmpty)).toList()));
      }
    }
  }

  /** ONNX Runtime's answer for a sequence without steps is zero, not the initial state. */
  private Value orZero(Value state, Optional<Value> nonEmpty) {
    return nonEmpty
        .map(n -> draft.op("Where", n, state, draft.scalar("zero", layer.type(), 0)))
        .orElse(state);
  }

  private void deliver(int output, Value value) {
    draft.deliver(value, node.output(output));
  }

  private RecurrentSteps.Result direction(int direction, Value x, Optional<Value> mask) {
    CellConstants constants = new CellConstants(layer, direction, draft);
    boolean split = layer.kind() == RecurrentLayer.Kind.GRU && GruCell.isLinearFirst(layer);
    Value product = draft.op("MatMul", x, constants.inputWeights());
    Value projected =
        constants.inputBias(!split).map(b -> draft.op("Add", product, b)).orElse(product);
    RecurrentCell cell = RecurrentCell.of(layer, direction, draft);
    RecurrentSteps steps = new RecurrentSteps(layer, draft, cell, layer.isReverse(direction));
    long known = time.steps().orElse(Long.MAX_VALUE);
    if (known > 0 && known <= MAX_UNROLLED) {
      return steps.unrolled(projected, mask, initial(direction), (int) known);
    }
    return draft.scope().opset() < TimeAxis.SCAN_OPSET
        ? new RecurrentLoop(layer, draft, cell, layer.isReverse(direction))
            .run(projected, initial(direction), time)
        : steps.scanned(projected, mask, initial(direction), time.batch());
  }

  private List<Value> initial(int direction) {
    List<Value> states = new ArrayList<>();
    for (int state = 0; state < layer.kind().states(); state++) {
      Value given = node.input(INITIAL[state]);
      states.add(
          given.isPresent()
              ? draft.gather(given, direction, layer.isBatchFirst() ? 1 : 0)
              : time.zeros());
    }
    return states;
  }

  /** {@code [time, batch, hidden]} of each direction as the operator's first output. */
  private Value sequence(List<Value> parts) {
    boolean batchFirst = layer.isBatchFirst();
    List<Value> turned =
        batchFirst ? parts.stream().map(y -> draft.transpose(y, 1, 0, 2)).toList() : parts;
    return stack(turned, batchFirst ? 2 : 1);
  }

  /** {@code [batch, hidden]} of each direction as one of the operator's other outputs. */
  private Value last(List<Value> parts) {
    return stack(parts, layer.isBatchFirst() ? 1 : 0);
  }

  private Value stack(List<Value> parts, int axis) {
    return draft.concat(axis, parts.stream().map(y -> draft.unsqueeze(y, axis)).toList());
  }
}
