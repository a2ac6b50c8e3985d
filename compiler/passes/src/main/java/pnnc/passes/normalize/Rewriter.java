package pnnc.passes.normalize;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.Graph;
import pnnc.ir.network.GraphEditor;
import pnnc.ir.network.NameSupply;
import pnnc.ir.network.Network;
import pnnc.ir.network.NetworkFunction;
import pnnc.ir.network.Node;
import pnnc.passes.pipeline.PassContext;

/**
 * Runs one rewrite over a network until nothing changes: the main graph, its subgraphs at every
 * depth, the bodies of local functions. What comes out unchanged is the object that went in.
 */
final class Rewriter {
  /** Looks at one operation and perhaps replaces it. */
  @FunctionalInterface
  interface Rewrite {
    /** Returns whether it changed the graph; it must run out of changes. */
    boolean apply(Node node, Scope scope);
  }

  private final Rewrite rewrite;
  private final PassContext context;
  private final NameSupply names;
  private long changes;

  private Rewriter(Rewrite rewrite, PassContext context, NameSupply names) {
    this.rewrite = rewrite;
    this.context = context;
    this.names = names;
  }

  /** {@code network} with {@code rewrite} applied wherever it can be. */
  static Network everywhere(Network network, PassContext context, Rewrite rewrite) {
    Rewriter rewriter = new Rewriter(rewrite, context, NameSupply.of(network));
    Graph graph = rewriter.graph(network.graph(), network.opsets(), Optional.empty());
    List<NetworkFunction> functions = network.functions().stream().map(rewriter::function).toList();
    return rewriter.changes == 0
        ? network
        : new Network(graph, functions, network.opsets(), network.header());
  }

  private NetworkFunction function(NetworkFunction f) {
    Graph body = graph(f.body(), f.opsets(), Optional.empty());
    return new NetworkFunction(
        f.op(), f.overload(), body, f.attributes(), f.defaults(), f.opsets(), f.unread());
  }

  private Graph graph(Graph graph, Map<String, Integer> opsets, Optional<Scope> outer) {
    long before = changes;
    GraphEditor editor = new GraphEditor(graph, names);
    Scope scope = new Scope(graph, editor, outer, opsets, context);
    long swept;
    do {
      swept = changes;
      sweep(scope);
    } while (changes > swept);
    scope.editor().nodes().forEach(node -> subgraphs(node, scope));
    return changes > before ? editor.build() : graph;
  }

  private void sweep(Scope scope) {
    long before = changes;
    for (Node node : scope.editor().nodes()) {
      boolean there = changes == before || scope.editor().contains(node);
      if (there && isReadable(node) && rewrite.apply(node, scope)) {
        changes++;
      }
    }
  }

  /** False inside a function where only a caller knows an attribute. */
  private static boolean isReadable(Node node) {
    return node.attributes().isEmpty()
        || node.attributes().values().stream().noneMatch(Attribute.Reference.class::isInstance);
  }

  private void subgraphs(Node node, Scope scope) {
    long before = changes;
    Node mapped = node.mapGraphs(g -> graph(g, scope.opsets(), Optional.of(scope)));
    if (changes > before) {
      scope.editor().replace(node, mapped);
    }
  }
}
