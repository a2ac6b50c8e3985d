package pnnc.driver.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import pnnc.base.bytes.Blob;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Network;
import pnnc.ir.network.NetworkFunction;
import pnnc.ir.network.Node;
import pnnc.ir.network.OpType;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.Value;
import pnnc.ir.network.ValueType;
import pnnc.sim.tensor.NumberTensors;

/** Everything that can be done wrong to one operation of a network that is right. */
final class Malformations {
  private static final List<Attribute> KINDS =
      List.of(
          Attribute.of(1L),
          Attribute.of(1.5f),
          Attribute.of("word"),
          Attribute.ofInts(1, 1),
          new Attribute.Floats(List.of(1f, 1f)),
          new Attribute.Strings(List.of(Blob.of(new byte[] {65}))));

  private final Network network;
  private final Node victim;
  private final Map<String, Network> made = new LinkedHashMap<>();

  private Malformations(Network network, Node victim) {
    this.network = network;
    this.victim = victim;
  }

  /** The faulty networks by what is wrong, {@code victim} being at fault. */
  static Map<String, Network> of(Network network, Node victim) {
    Malformations all = new Malformations(network, victim);
    all.attributes();
    all.values();
    all.types();
    all.surroundings();
    return all.made;
  }

  private void attributes() {
    victim
        .attributes()
        .forEach(
            (name, right) -> {
              node("without attribute " + name, n -> n.without(name));
              KINDS.stream()
                  .filter(a -> a.getClass() != right.getClass())
                  .forEach(
                      a ->
                          node(
                              "attribute %s as %s".formatted(name, a.getClass().getSimpleName()),
                              n -> n.with(name, a)));
            });
    node("an attribute nobody knows", n -> n.with("colour", Attribute.of(1L)));
  }

  private void values() {
    Value first = victim.input(0);
    node("no inputs", n -> n.withInputs(List.of()));
    node("one input less", n -> n.withInputs(n.inputs().subList(0, n.inputs().size() - 1)));
    node("twenty inputs more", n -> n.withInputs(more(n.inputs(), 20, first)));
    node("an undefined input", n -> n.withInputs(replaced(n.inputs(), new Value("nowhere"))));
    node(
        "ten outputs more",
        n -> {
          List<Value> outputs = new ArrayList<>(n.outputs());
          for (int i = 0; i < 10; i++) {
            outputs.add(new Value("extra" + i));
          }
          return n.withOutputs(outputs);
        });
    node("its own input as output", n -> n.withOutputs(List.of(first)));
  }

  private static List<Value> more(List<Value> values, int count, Value value) {
    List<Value> all = new ArrayList<>(values);
    for (int i = 0; i < count; i++) {
      all.add(value);
    }
    return all;
  }

  private static List<Value> replaced(List<Value> values, Value first) {
    List<Value> all = new ArrayList<>(values);
    all.set(0, first);
    return all;
  }

  /** Each input in turn of another type, and the result declared as one. */
  private void types() {
    for (int i = 0; i < victim.inputs().size(); i++) {
      Value input = victim.inputs().get(i);
      for (ElementType type : List.of(ElementType.I64, ElementType.F64, ElementType.BOOL)) {
        retyped("input %d of type %s".formatted(i, type), input, type);
      }
    }
    Map<Value, ValueType> types = new LinkedHashMap<>(network.graph().types());
    types.put(
        victim.output(), new ValueType.TensorType(ElementType.STRING, java.util.Optional.empty()));
    put(
        "output declared as strings",
        graph(network.graph().nodes(), network.graph().constants(), types));
  }

  private void retyped(String what, Value value, ElementType type) {
    Graph g = network.graph();
    Map<Value, Tensor> constants = new LinkedHashMap<>(g.constants());
    Map<Value, ValueType> types = new LinkedHashMap<>(g.types());
    if (constants.containsKey(value)) {
      Tensor old = constants.get(value);
      double[] ones = new double[(int) old.elements()];
      constants.put(value, NumberTensors.of(type, old.shape(), ones));
    } else if (types.containsKey(value)) {
      types.put(value, ValueType.tensor(type, types.get(value).shape().orElseThrow()));
    } else {
      return;
    }
    put(what, graph(g.nodes(), constants, types));
  }

  private void surroundings() {
    Map<String, Integer> none = new TreeMap<>(network.opsets());
    none.remove(victim.op().domain());
    made.put(
        "operator set not imported",
        new Network(network.graph(), network.functions(), none, network.header()));
    node(
        "an operator nobody knows",
        n ->
            new Node(
                new OpType(n.op().domain(), "Frobnicate"), "", n.inputs(), n.outputs(), Map.of()));
    List<Node> twice = new ArrayList<>(network.graph().nodes());
    twice.add(victim);
    put("computed twice", graph(twice, network.graph().constants(), network.graph().types()));
  }

  private void node(String what, UnaryOperator<Node> change) {
    List<Node> nodes = new ArrayList<>(network.graph().nodes());
    nodes.replaceAll(n -> n.equals(victim) ? change.apply(n) : n);
    if (!nodes.equals(network.graph().nodes())) {
      put(what, graph(nodes, network.graph().constants(), network.graph().types()));
    }
  }

  private void put(String what, Graph graph) {
    List<NetworkFunction> functions = network.functions();
    made.put(what, new Network(graph, functions, network.opsets(), network.header()));
  }

  private Graph graph(List<Node> nodes, Map<Value, Tensor> constants, Map<Value, ValueType> types) {
    Graph g = network.graph();
    return new Graph(
        g.name(), g.inputs(), g.outputs(), constants, nodes, types, g.origins(), g.unread());
  }
}
