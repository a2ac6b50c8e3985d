package pnnc.driver.conformance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import pnnc.base.bytes.Blob;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.OpType;
import pnnc.ir.network.Value;

/** RNN, GRU and LSTM with everything that the standard lets one say of them. */
final class RecurrentSketches {
  private static final String[] FUNCTIONS = {
    "Relu",
    "Tanh",
    "Sigmoid",
    "Affine",
    "LeakyRelu",
    "ThresholdedRelu",
    "ScaledTanh",
    "HardSigmoid",
    "Elu",
    "Softsign",
    "Softplus"
  };

  private final Sketch s;
  private final String op;
  private final long gates;
  private final long hidden;
  private final long directions;
  private final boolean batchFirst;
  private final Map<String, Attribute> attributes = Sketch.attributes();

  private RecurrentSketches(Sketch s, String op, int gates) {
    this.s = s;
    this.op = op;
    this.gates = gates;
    this.hidden = s.pick(1, 4);
    this.directions = direction();
    this.batchFirst = false;
  }

  static Value rnn(Sketch s) {
    return new RecurrentSketches(s, "RNN", 1).layer();
  }

  static Value gru(Sketch s) {
    return new RecurrentSketches(s, "GRU", 3).layer();
  }

  static Value lstm(Sketch s) {
    return new RecurrentSketches(s, "LSTM", 4).layer();
  }

  private int direction() {
    String direction = s.any("", "forward", "reverse", "bidirectional");
    if (!direction.isEmpty()) {
      attributes.put("direction", Attribute.of(direction));
    }
    return direction.equals("bidirectional") ? 2 : 1;
  }

  private Value layer() {
    int steps = s.pick(1, 7);
    int batch = s.pick(1, 3);
    int in = s.pick(1, 4);
    describe();
    Value x = batchFirst ? s.input(batch, steps, in) : s.input(steps, batch, in);
    List<Value> inputs =
        new ArrayList<>(
            List.of(
                x,
                LinearSketches.weights(s, directions, gates * hidden, in),
                LinearSketches.weights(s, directions, gates * hidden, hidden),
                s.chance(3)
                    ? Value.ABSENT
                    : LinearSketches.weights(s, directions, 2 * gates * hidden),
                lengths(batch, steps),
                state(batch)));
    if (op.equals("LSTM")) {
      inputs.add(state(batch));
      inputs.add(s.chance(3) ? s.constant(s.floats(directions, 3 * hidden)) : Value.ABSENT);
    }
    return results(
        s.ops(OpType.of(op), op.equals("LSTM") ? 3 : 2, attributes, inputs.toArray(Value[]::new)));
  }

  /** Every result counts. */
  private Value results(List<Value> results) {
    results.subList(1, results.size()).forEach(s::output);
    return results.get(0);
  }

  private void describe() {
    attributes.put("hidden_size", Attribute.of(hidden));
    if (batchFirst) {
      attributes.put("layout", Attribute.of(1L));
    }
    if (s.chance(4)) {
      attributes.put("clip", Attribute.of(0.5f));
    }
    if (s.chance(3)) {
      activations();
    }
    if (op.equals("GRU") && s.chance()) {
      attributes.put("linear_before_reset", Attribute.of((long) s.pick(0, 1)));
    }
    if (op.equals("LSTM") && s.chance(4)) {
      attributes.put("input_forget", Attribute.of(1L));
    }
  }

  private void activations() {
    int each = op.equals("RNN") ? 1 : op.equals("GRU") ? 2 : 3;
    List<Blob> names = new ArrayList<>();
    for (int i = 0; i < each * directions; i++) {
      names.add(Blob.of(s.any(FUNCTIONS).getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }
    attributes.put("activations", new Attribute.Strings(names));
    float[] numbers = new float[names.size()];
    Arrays.fill(numbers, 0.5f);
    attributes.put("activation_alpha", floats(names, 0.3f));
    attributes.put("activation_beta", floats(names, 0.6f));
  }

  private static Attribute floats(List<Blob> names, float value) {
    return new Attribute.Floats(names.stream().map(n -> value).toList());
  }

  private Value lengths(int batch, int steps) {
    if (!s.chance(4)) {
      return Value.ABSENT;
    }
    var lengths = s.integers(ElementType.I32, 1, steps, batch);
    return s.chance() ? s.constant(lengths) : s.input(lengths);
  }

  private Value state(int batch) {
    if (!s.chance(3)) {
      return Value.ABSENT;
    }
    long[] sizes =
        batchFirst
            ? new long[] {batch, directions, hidden}
            : new long[] {directions, batch, hidden};
    return s.chance() ? s.constant(s.floats(sizes)) : s.input(sizes);
  }
}
