package pnnc.frontend.write;

import java.util.List;
import java.util.Map;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.Node;
import pnnc.ir.network.OpType;
import pnnc.ir.network.Value;

/**
 * A call of a function of {@code std.nn} as an operation of a domain of its own, while a network is
 * on its way to text: inputs are its first arguments, attributes those with names.
 */
final class Layer {
  static final String DOMAIN = "std.nn";

  private Layer() {}

  static Node of(
      String function, List<Value> inputs, Map<String, Attribute> attributes, List<Value> outputs) {
    return new Node(new OpType(DOMAIN, function), "", inputs, outputs, attributes);
  }

  static boolean is(Node node) {
    return node.op().domain().equals(DOMAIN);
  }

  static boolean is(Node node, String function) {
    return is(node) && node.op().name().equals(function);
  }
}
