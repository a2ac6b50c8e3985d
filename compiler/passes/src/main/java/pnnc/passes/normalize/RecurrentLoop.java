package pnnc.passes.normalize;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import pnnc.base.bytes.Blob;
import pnnc.base.shape.Dim;
import pnnc.base.shape.Shape;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Node;
import pnnc.ir.network.OpType;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.Value;
import pnnc.ir.network.ValueType;

/**
 * All time steps of one direction of a recurrent layer in a Loop, for operator sets in which Scan
 * carries a batch of its own. Each step gathers its part of the projected inputs.
 */
final class RecurrentLoop {
  private final RecurrentLayer layer;
  private final Draft draft;
  private final RecurrentCell cell;
  private final boolean reverse;

  RecurrentLoop(RecurrentLayer layer, Draft draft, RecurrentCell cell, boolean reverse) {
    this.layer = layer;
    this.draft = draft;
    this.cell = cell;
    this.reverse = reverse;
  }

  /**
   * Adds the loop to the draft.
   *
   * @param projected {@code [time, batch, gates·hidden]}
   * @param initial the states before the first step, each {@code [batch, hidden]}
   */
  RecurrentSteps.Result run(Value projected, List<Value> initial, TimeAxis time) {
    Value count = time.count();
    Optional<Value> last =
        reverse
            ? Optional.of(
                draft.op("Sub", count, draft.constant("one", Tensor.ofLongs(Shape.SCALAR, 1))))
            : Optional.empty();
    Graph body = body(projected, last, initial.size(), time.batch());
    List<Value> inputs = new ArrayList<>(List.of(count, Value.ABSENT));
    inputs.addAll(initial);
    List<Value> outputs = body.outputs().stream().skip(1).map(v -> draft.fresh("final")).toList();
    draft.add(new Node(OpType.of("Loop"), "", inputs, outputs, Map.of("body", Attribute.of(body))));
    return new RecurrentSteps.Result(
        outputs.subList(0, initial.size()),
        wantsSequence()
            ? Optional.of(inOrder(outputs.get(initial.size()), time))
            : Optional.empty());
  }

  private boolean wantsSequence() {
    return layer.node().output(0).isPresent();
  }

  /** What a loop collects stands in the order in which it was computed. */
  private Value inOrder(Value collected, TimeAxis time) {
    if (!reverse) {
      return collected;
    }
    long steps = time.steps().orElseThrow();
    long[] back = LongStream.range(0, steps).map(i -> steps - 1 - i).toArray();
    Value order = draft.constant("back", Tensor.ofLongs(back));
    return draft.op("Gather", Map.of("axis", Attribute.of(0L)), collected, order);
  }

  private Graph body(Value projected, Optional<Value> last, int states, Dim batch) {
    Draft inside = draft.fork();
    Map<Value, ValueType> types = new LinkedHashMap<>();
    Value step = declare(types, "step", ValueType.tensor(ElementType.I64, Shape.SCALAR));
    Value going = declare(types, "going", ValueType.tensor(ElementType.BOOL, Shape.SCALAR));
    List<Value> inputs = new ArrayList<>(List.of(step, going));
    ValueType state = ValueType.tensor(layer.type(), Shape.of(batch, Dim.of(layer.hidden())));
    for (int i = 0; i < states; i++) {
      inputs.add(declare(types, "state", state));
    }
    Value at = last.map(l -> inside.op("Sub", l, step)).orElse(step);
    Value now = inside.op("Gather", Map.of("axis", Attribute.of(0L)), projected, at);
    List<Value> outputs = new ArrayList<>(List.of(inside.op("Identity", going)));
    outputs.addAll(cell.step(inside, now, inputs.subList(2, inputs.size())));
    if (wantsSequence()) {
      outputs.add(inside.op("Identity", outputs.get(1)));
    }
    types.put(outputs.get(0), types.get(going));
    outputs.stream().skip(1).forEach(v -> types.put(v, state));
    return new Graph(
        layer.node().id().name() + ".step",
        inputs,
        outputs,
        Map.of(),
        inside.nodes(),
        types,
        Map.of(),
        Blob.EMPTY);
  }

  private Value declare(Map<Value, ValueType> types, String hint, ValueType type) {
    Value value = draft.fresh(hint);
    types.put(value, type);
    return value;
  }
}
