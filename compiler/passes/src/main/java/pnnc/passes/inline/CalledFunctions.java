package pnnc.passes.inline;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Network;
import pnnc.ir.network.NetworkFunction;
import pnnc.ir.network.Node;

/** Which local functions a network calls, directly or through others. */
public final class CalledFunctions {
  private final Map<String, NetworkFunction> byName = new HashMap<>();
  private final Set<String> called = new HashSet<>();
  private final Deque<Graph> pending = new ArrayDeque<>();

  private CalledFunctions(List<NetworkFunction> functions) {
    functions.forEach(f -> byName.putIfAbsent(key(f), f));
  }

  private static String key(NetworkFunction function) {
    return function.op() + ":" + function.overload();
  }

  /** The functions that are called, in the network's order. */
  public static List<NetworkFunction> of(Network network) {
    CalledFunctions search = new CalledFunctions(network.functions());
    search.pending.add(network.graph());
    while (!search.pending.isEmpty()) {
      search.pending.remove().nodes().forEach(search::visit);
    }
    return network.functions().stream().filter(f -> search.called.contains(key(f))).toList();
  }

  private void visit(Node node) {
    node.graphs().forEach(pending::add);
    String key = node.op() + ":" + node.overload();
    if (byName.containsKey(key) && called.add(key)) {
      pending.add(byName.get(key).body());
    }
  }
}
