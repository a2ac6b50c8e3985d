package pnnc.sim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pnnc.base.bytes.Blob;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Network;
import pnnc.ir.network.Node;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.Value;
import pnnc.ir.network.ValueType;

/** Small graphs in few words. Collects what a graph consists of, in any order. */
public final class Graphs {
  private final Map<Value, ValueType> types = new LinkedHashMap<>();
  private final Map<Value, Tensor> constants = new LinkedHashMap<>();
  private final List<Value> inputs = new ArrayList<>();
  private final List<Node> nodes = new ArrayList<>();

  public static Value v(String name) {
    return new Value(name);
  }

  public static List<Value> vs(String... names) {
    return Arrays.stream(names).map(Value::new).toList();
  }

  /** Adds an input. */
  public Graphs in(String name, ValueType type) {
    inputs.add(v(name));
    types.put(v(name), type);
    return this;
  }

  public Graphs constant(String name, Tensor tensor) {
    constants.put(v(name), tensor);
    return this;
  }

  public Graphs type(String name, ValueType type) {
    types.put(v(name), type);
    return this;
  }

  public Graphs node(Node node) {
    nodes.add(node);
    return this;
  }

  /** Adds {@code output = op(inputs)}. */
  public Graphs node(String op, String output, String... from) {
    return node(Node.of(op, vs(from), v(output)));
  }

  public Graph out(String... outputs) {
    return new Graph("g", inputs, vs(outputs), constants, nodes, types, Map.of(), Blob.EMPTY);
  }

  /** A network of version 21 of the standard. */
  public static Network network(Graph graph) {
    return new Network(graph, List.of(), Map.of("", 21), Network.Header.PNNC);
  }
}
