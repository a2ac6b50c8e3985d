package pnnc.ir.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import pnnc.base.bytes.Blob;

/**
 * Random networks that keep every rule of the IR and use all of its parts: odd names, subgraphs
 * that capture, functions, unread bytes. Their operators compute nothing in particular.
 */
final class Networks {
  private static final List<String> OPERATORS = List.of("Sum", "Max", "Min", "Mean", "Concat");
  private static final OpType FREE = new OpType("acme corp", "Frob-1");
  private static final int DEEPEST = 3;

  private final Random random;
  private final RandomFacts facts;
  private final List<NetworkFunction> callable = new ArrayList<>();
  private int made;

  private Networks(Random random) {
    this.random = random;
    this.facts = new RandomFacts(random);
  }

  /** The network of this seed. */
  static Network random(long seed) {
    return new Networks(new Random(seed)).network();
  }

  private Network network() {
    List<NetworkFunction> functions = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      functions.add(function(new OpType("local", "F" + i), random.nextBoolean() ? "" : "v " + i));
    }
    Map<String, Integer> opsets = new TreeMap<>(Map.of("", 17, "local", 1, FREE.domain(), -3));
    Network.Header header =
        random.nextBoolean()
            ? Network.Header.PNNC
            : new Network.Header(
                random.nextInt(14), facts.text(), facts.text(), facts.metadata(), facts.blob());
    callable.addAll(functions);
    Graph graph = graph(List.of(), 0, false);
    return new Network(graph, functions, opsets, header);
  }

  private NetworkFunction function(OpType op, String overload) {
    List<String> attributes = List.of("alpha", "be ta");
    Map<String, Attribute> defaults = facts.attributes(2);
    Graph body = graph(List.of(), 1, true);
    return new NetworkFunction(
        op, overload, body, attributes, defaults, Map.of("", 17, FREE.domain(), 1), facts.blob());
  }

  private Graph graph(List<Value> outer, int depth, boolean inFunction) {
    Map<Value, ValueType> types = new LinkedHashMap<>();
    Map<Value, Origin> origins = new LinkedHashMap<>();
    Map<Value, Tensor> constants = new LinkedHashMap<>();
    List<Value> inputs = fresh(random.nextInt(3));
    List<Value> known = new ArrayList<>(outer);
    known.addAll(inputs);
    for (Value constant : fresh(1 + random.nextInt(3))) {
      constants.put(constant, facts.tensor());
      known.add(constant);
    }
    if (!inputs.isEmpty() && random.nextInt(4) == 0) {
      Tensor standard = facts.tensor();
      constants.put(inputs.get(0), standard);
      types.put(inputs.get(0), standard.valueType());
    }
    List<Node> nodes = new ArrayList<>();
    for (int i = random.nextInt(5); i >= 0; i--) {
      Node node = node(known, depth, inFunction && i % 2 == 0);
      nodes.add(node);
      node.outputs().stream().filter(Value::isPresent).forEach(known::add);
    }
    known.subList(outer.size(), known.size()).forEach(v -> describe(v, constants, types, origins));
    List<Value> outputs = List.of(any(known), nodes.get(nodes.size() - 1).id());
    String name = random.nextBoolean() ? "main" : facts.text();
    return new Graph(name, inputs, outputs, constants, nodes, types, origins, facts.blob());
  }

  private void describe(
      Value value,
      Map<Value, Tensor> constants,
      Map<Value, ValueType> types,
      Map<Value, Origin> origins) {
    if (random.nextInt(3) > 0 && !constants.containsKey(value)) {
      types.put(value, facts.type(2));
    }
    if (random.nextInt(3) == 0) {
      origins.put(value, facts.origin());
    }
  }

  private Node node(List<Value> known, int depth, boolean mayRefer) {
    List<Value> inputs = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      inputs.add(any(known));
    }
    Map<String, Attribute> attributes = new TreeMap<>(facts.attributes(3));
    if (mayRefer) {
      attributes.put("r", new Attribute.Reference("be ta", random.nextInt(17) - 1));
    }
    if (!callable.isEmpty() && random.nextInt(4) == 0) {
      NetworkFunction function = callable.get(random.nextInt(callable.size()));
      return new Node(function.op(), function.overload(), inputs, fresh(2), attributes);
    }
    if (depth >= DEEPEST || random.nextInt(3) > 0) {
      String op = OPERATORS.get(random.nextInt(OPERATORS.size()));
      return new Node(OpType.of(op), "", inputs, fresh(1), attributes);
    }
    attributes.put("body", Attribute.of(graph(known, depth + 1, false)));
    List<Graph> more = random.nextBoolean() ? List.of() : List.of(graph(known, depth + 1, false));
    attributes.put("more", new Attribute.Graphs(more));
    inputs.add(Value.ABSENT);
    List<Value> outputs = fresh(2);
    outputs.add(random.nextInt(outputs.size()), Value.ABSENT);
    return new Node(FREE, "", inputs, outputs, attributes);
  }

  private Value any(List<Value> known) {
    return known.get(random.nextInt(known.size()));
  }

  private List<Value> fresh(int count) {
    List<Value> values = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String odd = random.nextInt(3) == 0 ? facts.text() : "";
      values.add(new Value(odd + made++));
    }
    return values;
  }

  /** Bytes that no other tool wrote, for tests of what is carried along. */
  static Blob blob(int... bytes) {
    byte[] all = new byte[bytes.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) bytes[i];
    }
    return Blob.of(all);
  }
}
