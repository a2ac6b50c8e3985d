package pnnc.passes.normalize;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
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

  private Rewriter(Rewrite rewrite, PassContext context, NameSupply names) {
    this.rewrite = rewrite;
    this.context = context;
    this.names = names;
  }

  /** {@code network} with {@code rewrite} applied wherever it can be. */
  static Network everywhere(Network network, PassContext context, Rewrite rewrite) {
    Rewriter rewriter = new Rewriter(rewrite, context, NameSupply.of(network));
    Graph graph = rewriter.graph(network.graph(), network.opsets(), Optional.empty());
    List<NetworkFunction> functions = new ArrayList<>();
    boolean same = graph == network.graph();
    for (NetworkFunction function : network.functions()) {
      NetworkFunction rewritten = rewriter.function(function);
      same &= rewritten == function;
      functions.add(rewritten);
    }
    return same ? network : new Network(graph, functions, network.opsets(), network.header());
  }

  private NetworkFunction function(NetworkFunction f) {
    Graph body = graph(f.body(), f.opsets(), Optional.empty());
    return body == f.body()
        ? f
        : new NetworkFunction(
            f.op(), f.overload(), body, f.attributes(), f.defaults(), f.opsets(), f.unread());
  }

  private Graph graph(Graph graph, Map<String, Integer> opsets, Optional<Scope> outer) {
    GraphEditor editor = new GraphEditor(graph, names);
    Scope scope = new Scope(graph, editor, outer, opsets, context);
    boolean changed = sweep(scope) | subgraphs(scope);
    while (changed && sweep(scope)) {
      // a rewrite may make room for another
    }
    return changed ? editor.build() : graph;
  }

  private boolean sweep(Scope scope) {
    boolean changed = false;
    for (Node node : scope.editor().nodes()) {
      if (scope.editor().contains(node) && !isTemplate(node)) {
        changed |= rewrite.apply(node, scope);
      }
    }
    return changed;
  }

  /** Inside a function: an attribute that only a caller knows. */
  private static boolean isTemplate(Node node) {
    return node.attributes().values().stream().anyMatch(Attribute.Reference.class::isInstance);
  }

  private boolean subgraphs(Scope scope) {
    boolean changed = false;
    for (Node node : scope.editor().nodes()) {
      AtomicBoolean inside = new AtomicBoolean();
      Node mapped =
          node.mapGraphs(
              g -> {
                Graph rewritten = graph(g, scope.opsets(), Optional.of(scope));
                inside.compareAndSet(false, rewritten != g);
                return rewritten;
              });
      if (inside.get()) {
        scope.editor().replace(node, mapped);
        changed = true;
      }
    }
    return changed;
  }
}
