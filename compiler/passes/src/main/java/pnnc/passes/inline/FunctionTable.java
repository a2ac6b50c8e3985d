package pnnc.passes.inline;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import pnnc.ir.network.Network;
import pnnc.ir.network.NetworkFunction;
import pnnc.ir.network.Node;
import pnnc.ir.network.OpType;

/** The local functions of a network, found by their calls without a search. */
public final class FunctionTable {
  private final Map<Key, NetworkFunction> functions = new HashMap<>();

  /** What a call and its function have in common. */
  private record Key(OpType op, String overload) {}

  public FunctionTable(Network network) {
    network.functions().forEach(f -> functions.putIfAbsent(new Key(f.op(), f.overload()), f));
  }

  /** The function that {@code node} calls, if it is a call. */
  public Optional<NetworkFunction> calledBy(Node node) {
    return functions.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(functions.get(new Key(node.op(), node.overload())));
  }
}
