package pnnc.ir.operators;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Network;
import pnnc.ir.network.NetworkFunction;
import pnnc.ir.network.Node;
import pnnc.ir.network.OpType;

/** Walks a network for operations that nothing defines. */
final class UndefinedOperators {
  /** What a call of a function names. */
  private record Callee(OpType op, String overload) {}

  private final OperatorCatalogue catalogue;
  private final Network network;
  private final Set<Callee> functions = new HashSet<>();
  private final List<OperatorCatalogue.Undefined> found = new ArrayList<>();

  UndefinedOperators(OperatorCatalogue catalogue, Network network) {
    this.catalogue = catalogue;
    this.network = network;
    network.functions().forEach(f -> functions.add(new Callee(f.op(), f.overload())));
  }

  List<OperatorCatalogue.Undefined> all() {
    visit(network.graph(), Map.of());
    for (NetworkFunction function : network.functions()) {
      visit(function.body(), function.opsets());
    }
    return found;
  }

  private void visit(Graph graph, Map<String, Integer> opsets) {
    for (Node node : graph.nodes()) {
      OpType op = node.op();
      // A function that imports nothing for a domain means the version that its model imports.
      int version = opsets.getOrDefault(op.domain(), network.opsets().getOrDefault(op.domain(), 0));
      if (!isLocal(node) && !catalogue.isDefined(op, version)) {
        found.add(new OperatorCatalogue.Undefined(node, op, version));
      }
      node.graphs().forEach(g -> visit(g, opsets));
    }
  }

  private boolean isLocal(Node node) {
    return node.op().domain().equals(OpType.PNNC)
        || functions.contains(new Callee(node.op(), node.overload()));
  }
}
