package pnnc.passes.inline;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Network;
import pnnc.ir.network.NetworkFunction;
import pnnc.ir.network.Node;

/** Which local functions a network calls, directly or through others. */
public final class CalledFunctions {
  private final FunctionTable functions;
  private final Set<NetworkFunction> called = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<Graph> pending = new ArrayDeque<>();

  private CalledFunctions(Network network) {
    functions = new FunctionTable(network);
    pending.add(network.graph());
  }

  /** The functions that are called, in the network's order. */
  public static List<NetworkFunction> of(Network network) {
    if (network.functions().isEmpty()) {
      return List.of();
    }
    CalledFunctions search = new CalledFunctions(network);
    while (!search.pending.isEmpty()) {
      search.pending.remove().nodes().forEach(search::visit);
    }
    return network.functions().stream().filter(search.called::contains).toList();
  }

  private void visit(Node node) {
    node.graphs().forEach(pending::add);
    functions.calledBy(node).filter(called::add).ifPresent(f -> pending.add(f.body()));
  }
}
