package pnnc.passes.upgrade;

import java.util.Map;
import java.util.TreeMap;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.ir.network.Graph;
import pnnc.ir.network.NameSupply;
import pnnc.ir.network.Network;
import pnnc.ir.network.NetworkFunction;
import pnnc.ir.network.Node;
import pnnc.passes.inline.FunctionTable;
import pnnc.passes.pipeline.PassContext;

/** A network and its local functions on their way to the target's version: all or nothing. */
final class NetworkUpgrade {
  private final Network network;
  private final PassContext context;
  private final NameSupply names;
  private final FunctionTable functions;
  private int faults;

  NetworkUpgrade(Network network, PassContext context) {
    this.network = network;
    this.context = context;
    this.names = NameSupply.of(network);
    this.functions = new FunctionTable(network);
  }

  NameSupply names() {
    return names;
  }

  /** The version that ONNX Runtime takes version {@code from} for: that of the main graph. */
  int runAs(int from) {
    return network.opsets().getOrDefault("", from);
  }

  Network run() {
    Graph graph = GraphUpgrade.of(network.graph(), network.opset(), this);
    Network upgraded =
        new Network(
            graph,
            network.functions().stream().map(this::function).toList(),
            atTarget(network.opsets()),
            network.header());
    return faults == 0 ? upgraded : network;
  }

  private NetworkFunction function(NetworkFunction f) {
    return new NetworkFunction(
        f.op(),
        f.overload(),
        GraphUpgrade.of(f.body(), UpgradeOpset.version(network, f), this),
        f.attributes(),
        f.defaults(),
        atTarget(f.opsets()),
        f.unread());
  }

  private static Map<String, Integer> atTarget(Map<String, Integer> opsets) {
    Map<String, Integer> moved = new TreeMap<>(opsets);
    moved.computeIfPresent("", (domain, version) -> UpgradeOpset.TARGET);
    return moved;
  }

  /** Whether {@code node} is an operator of the standard and no call of a local function. */
  boolean isStandard(Node node) {
    return node.op().isStandard() && functions.calledBy(node).isEmpty();
  }

  /** Tells the user why {@code node} keeps the network where it is. */
  void report(Graph graph, Node node, String what, String reason) {
    faults++;
    context
        .diagnostics()
        .add(
            DiagnosticCode.OPSET_KEPT
                .warning(what, UpgradeOpset.TARGET, reason)
                .at(context.place(graph, node)));
  }
}
