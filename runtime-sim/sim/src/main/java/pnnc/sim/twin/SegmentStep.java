package pnnc.sim.twin;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pnnc.base.bytes.Blob;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Node;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.Value;
import pnnc.ir.network.ValueType;
import pnnc.sim.runtime.HostValue;
import pnnc.sim.runtime.OnnxSession;

/**
 * Host operations that run in ONNX Runtime in one go. The session is made on the first run, when
 * the types of all inputs are known from the values themselves.
 */
final class SegmentStep implements Step {
  /** Sessions differ only in the lengths of sequences they take; loops may grow those. */
  private static final int MOST_SESSIONS = 8;

  private final Host host;
  private final Surroundings surroundings;
  private final List<Node> nodes;
  private final List<Value> outputs;
  private final List<Value> inputs = new ArrayList<>();
  private final Map<Value, Tensor> constants = new LinkedHashMap<>();
  private final Map<List<ValueType>, OnnxSession> sessions =
      new LinkedHashMap<>(MOST_SESSIONS, 0.75f, true);

  /**
   * @param nodes in order of dependence
   * @param wanted values that somebody else needs, of which the nodes compute some
   */
  SegmentStep(Host host, Surroundings surroundings, List<Node> nodes, Set<Value> wanted) {
    this.host = host;
    this.surroundings = surroundings;
    this.nodes = List.copyOf(nodes);
    Set<Value> defined = new LinkedHashSet<>();
    nodes.forEach(n -> n.outputs().stream().filter(Value::isPresent).forEach(defined::add));
    this.outputs = defined.stream().filter(wanted::contains).toList();
    Set<Value> seen = new HashSet<>(defined);
    nodes.stream().flatMap(n -> n.uses().stream()).filter(seen::add).forEach(this::addSource);
  }

  private void addSource(Value value) {
    surroundings
        .constant(value)
        .ifPresentOrElse(tensor -> constants.put(value, tensor), () -> inputs.add(value));
  }

  @Override
  public List<Value> reads() {
    return inputs;
  }

  @Override
  public List<Value> writes() {
    return outputs;
  }

  @Override
  public void run(Scope scope) {
    SegmentInputs given = new SegmentInputs(inputs, surroundings, scope);
    try {
      OnnxSession session = session(given);
      List<String> wanted = outputs.stream().map(Value::name).toList();
      Map<String, HostValue> results = session.runHeld(given.byName(), wanted);
      results.forEach((name, value) -> scope.put(new Value(name), value));
    } finally {
      given.close();
    }
  }

  private OnnxSession session(SegmentInputs given) {
    OnnxSession known = sessions.get(given.signature());
    if (known != null) {
      return known;
    }
    if (sessions.size() == MOST_SESSIONS) {
      host.close(sessions.remove(sessions.keySet().iterator().next()));
    }
    OnnxSession session = host.open(graph(given));
    sessions.put(given.signature(), session);
    return session;
  }

  private Graph graph(SegmentInputs given) {
    List<Node> all = new ArrayList<>(given.prologue());
    all.addAll(nodes);
    return new Graph(
        "segment", given.values(), outputs, constants, all, given.types(), Map.of(), Blob.EMPTY);
  }
}
