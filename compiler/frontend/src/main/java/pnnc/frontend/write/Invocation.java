package pnnc.frontend.write;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import pnnc.ir.network.Node;
import pnnc.ir.network.OpType;
import pnnc.ir.network.Value;

/**
 * A call of one of the program's own functions, or one for each of a list of weights.
 *
 * @param function that is called
 * @param group of weights that it gets behind {@code runtime} arguments, by its path in the file
 * @param runtime how many of the operation's inputs are no weights
 * @param turns how often, each time with the next group and the result of the time before
 */
record Invocation(String function, Optional<String> group, int runtime, Optional<Turns> turns) {
  /**
   * The groups {@code base[from]} to before {@code base[to]}.
   *
   * @param name for what goes round
   */
  record Turns(String base, int from, int to, String name) {}

  private static final String DOMAIN = "program";

  /** The operation that stands for this. */
  Node node(List<Value> inputs, List<Value> outputs) {
    String kind = turns.isPresent() ? "repeat" : "call";
    return new Node(new OpType(DOMAIN, kind), "", inputs, outputs, Map.of());
  }

  static boolean is(Node node) {
    return node.op().domain().equals(DOMAIN);
  }

  static boolean isRepeat(Node node) {
    return is(node) && node.op().name().equals("repeat");
  }
}
