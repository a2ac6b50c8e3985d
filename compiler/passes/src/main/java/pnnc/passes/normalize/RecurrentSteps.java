package pnnc.passes.normalize;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import pnnc.base.bytes.Blob;
import pnnc.base.shape.Dim;
import pnnc.base.shape.Shape;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Node;
import pnnc.ir.network.OpType;
import pnnc.ir.network.Value;
import pnnc.ir.network.ValueType;

/** All time steps of one direction of a recurrent layer, one after the other or in a Scan. */
final class RecurrentSteps {
  /**
   * What the steps compute.
   *
   * @param states after the last, each {@code [batch, hidden]}
   * @param sequence the hidden states of all, {@code [time, batch, hidden]}; empty if unwanted
   */
  record Result(List<Value> states, Optional<Value> sequence) {}

  /**
   * What one step computes.
   *
   * @param shown the hidden state, zero where the step does not count
   */
  private record Step(List<Value> states, Value shown) {}

  private final RecurrentLayer layer;
  private final Draft draft;
  private final RecurrentCell cell;
  private final boolean reverse;
  private final Value zero;

  RecurrentSteps(RecurrentLayer layer, Draft draft, RecurrentCell cell, boolean reverse) {
    this.layer = layer;
    this.draft = draft;
    this.cell = cell;
    this.reverse = reverse;
    this.zero = draft.scalar("zero", layer.type(), 0);
  }

  private boolean wantsSequence() {
    return layer.node().output(0).isPresent();
  }

  private Step step(Draft into, Value projected, Optional<Value> valid, List<Value> states) {
    List<Value> next = cell.step(into, projected, states);
    if (valid.isEmpty()) {
      return new Step(next, next.get(0));
    }
    List<Value> kept = new ArrayList<>();
    for (int i = 0; i < next.size(); i++) {
      kept.add(into.op("Where", valid.get(), next.get(i), states.get(i)));
    }
    return new Step(kept, into.op("Where", valid.get(), next.get(0), zero));
  }

  /**
   * Every step written out.
   *
   * @param projected {@code [time, batch, gates·hidden]}
   * @param mask {@code [time, batch, 1]}
   */
  Result unrolled(Value projected, Optional<Value> mask, List<Value> initial, int steps) {
    List<Value> states = initial;
    List<Value> shown = new ArrayList<>();
    for (int i = 0; i < steps; i++) {
      int at = reverse ? steps - 1 - i : i;
      Optional<Value> valid = mask.map(m -> draft.gather(m, at, 0));
      Step step = step(draft, draft.gather(projected, at, 0), valid, states);
      states = step.states();
      shown.add(step.shown());
    }
    if (reverse) {
      Collections.reverse(shown);
    }
    return new Result(
        states,
        wantsSequence()
            ? Optional.of(draft.concat(0, shown.stream().map(y -> draft.unsqueeze(y, 0)).toList()))
            : Optional.empty());
  }

  /** The steps as a Scan; parameters as in {@link #unrolled}. */
  Result scanned(Value projected, Optional<Value> mask, List<Value> initial, Dim batch) {
    List<Value> inputs = new ArrayList<>(initial);
    inputs.add(projected);
    mask.ifPresent(inputs::add);
    Graph body = body(batch, initial.size(), mask.isPresent());
    List<Value> outputs = body.outputs().stream().map(v -> draft.fresh("final")).toList();
    draft.add(
        new Node(
            OpType.of("Scan"), "", inputs, outputs, attributes(body, mask.isPresent() ? 2 : 1)));
    return new Result(
        outputs.subList(0, initial.size()),
        wantsSequence() ? Optional.of(outputs.get(initial.size())) : Optional.empty());
  }

  private Map<String, Attribute> attributes(Graph body, int scanInputs) {
    Map<String, Attribute> attributes = new TreeMap<>();
    attributes.put("body", Attribute.of(body));
    attributes.put("num_scan_inputs", Attribute.of((long) scanInputs));
    if (reverse) {
      List<Long> back = Collections.nCopies(scanInputs, 1L);
      attributes.put("scan_input_directions", Attribute.ofInts(back));
      if (wantsSequence()) {
        attributes.put("scan_output_directions", Attribute.ofInts(1));
      }
    }
    return attributes;
  }

  private Graph body(Dim batch, int states, boolean masked) {
    Draft inside = draft.fork();
    Map<Value, ValueType> types = new LinkedHashMap<>();
    List<Value> before = new ArrayList<>();
    for (int i = 0; i < states; i++) {
      before.add(declare(types, "state", layer.type(), batch, layer.hidden()));
    }
    List<Value> inputs = new ArrayList<>(before);
    long width = layer.kind().gates() * layer.hidden();
    Value projected = declare(types, "projected", layer.type(), batch, width);
    inputs.add(projected);
    Optional<Value> valid =
        masked
            ? Optional.of(declare(types, "valid", ElementType.BOOL, batch, 1))
            : Optional.empty();
    valid.ifPresent(inputs::add);
    Step step = step(inside, projected, valid, before);
    List<Value> outputs = new ArrayList<>(step.states());
    if (wantsSequence()) {
      outputs.add(masked ? step.shown() : inside.op("Identity", step.shown()));
    }
    outputs.forEach(v -> types.put(v, tensor(layer.type(), batch, layer.hidden())));
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

  private Value declare(
      Map<Value, ValueType> types, String hint, ElementType type, Dim batch, long width) {
    Value value = draft.fresh(hint);
    types.put(value, tensor(type, batch, width));
    return value;
  }

  private static ValueType tensor(ElementType type, Dim batch, long width) {
    return ValueType.tensor(type, Shape.of(batch, Dim.of(width)));
  }
}
