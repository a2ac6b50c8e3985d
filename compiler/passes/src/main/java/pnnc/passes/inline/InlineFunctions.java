package pnnc.passes.inline;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.diagnostics.Place;
import pnnc.ir.network.Graph;
import pnnc.ir.network.GraphEditor;
import pnnc.ir.network.NameSupply;
import pnnc.ir.network.Network;
import pnnc.ir.network.NetworkFunction;
import pnnc.ir.network.Node;
import pnnc.passes.pipeline.Pass;
import pnnc.passes.pipeline.PassContext;

/**
 * Puts the bodies of local functions in the place of their calls:
 *
 * <pre>{@code
 * %y = my::Twice(%x)     becomes     %y = Add(%x, %x)
 * }</pre>
 *
 * <p>Ensures that the calls that are left are of functions that call themselves, or that are
 * written for another version of an operator set than the network's; functions that nobody calls
 * are dropped. The operations keep their own origins and have the call's where they have none.
 */
public final class InlineFunctions implements Pass<Network, Network> {
  /** Functions that double each other's size would otherwise fill any memory. */
  private static final int MAX_OPERATIONS = 250_000;

  /** Functions that call functions, this deep at most. */
  private static final int MAX_DEPTH = 200;

  @Override
  public String name() {
    return "inline-functions";
  }

  @Override
  public Network run(Network network, PassContext context) {
    if (network.functions().isEmpty()) {
      return network;
    }
    Inliner inliner = new Inliner(network);
    if (inliner.operations(network.graph()) > MAX_OPERATIONS) {
      String what = "the network with its functions inlined";
      context
          .diagnostics()
          .add(
              DiagnosticCode.ONNX_LIMIT
                  .error(what, MAX_OPERATIONS + " operations")
                  .at(new Place.WholeFile(context.file())));
      return network;
    }
    Graph graph = inliner.inline(network.graph(), Set.of());
    Network inlined = new Network(graph, network.functions(), inliner.opsets, network.header());
    return new Network(graph, CalledFunctions.of(inlined), inlined.opsets(), inlined.header());
  }

  private static final class Inliner {
    private final FunctionTable functions;
    private final Map<String, Integer> opsets;
    private final NameSupply names;
    private int depth;
    private final IdentityHashMap<NetworkFunction, Long> sizes = new IdentityHashMap<>();

    Inliner(Network network) {
      this.functions = new FunctionTable(network);
      this.opsets = new TreeMap<>(network.opsets());
      this.names = NameSupply.of(network);
    }

    /** Operations that {@code graph} has with all calls replaced, or a number beyond the limit. */
    long operations(Graph graph) {
      long sum = 0;
      for (Node node : graph.nodes()) {
        sum += functions.calledBy(node).map(this::operations).orElse(1L);
        sum += node.graphs().mapToLong(this::operations).sum();
      }
      return Math.min(sum, MAX_OPERATIONS + 1L);
    }

    /** A call inside its own function stays and counts as one; endless chains are too large. */
    private long operations(NetworkFunction function) {
      Long known = sizes.putIfAbsent(function, 1L);
      if (known == null) {
        depth++;
        known = depth > MAX_DEPTH ? MAX_OPERATIONS + 1L : operations(function.body());
        depth--;
        sizes.put(function, known);
      }
      return known;
    }

    /** The graph with calls replaced, except of functions that are being inlined around it. */
    Graph inline(Graph graph, Set<NetworkFunction> around) {
      GraphEditor editor = new GraphEditor(graph, names);
      for (Node node : graph.nodes()) {
        Node inside = node.mapGraphs(g -> inline(g, around));
        if (!inside.equals(node)) {
          editor.replace(node, inside);
        }
        callee(inside)
            .filter(f -> !around.contains(f))
            .ifPresent(f -> replace(editor, inside, f, around));
      }
      return editor.build();
    }

    private void replace(
        GraphEditor editor, Node call, NetworkFunction function, Set<NetworkFunction> around) {
      Set<NetworkFunction> inside = Collections.newSetFromMap(new IdentityHashMap<>());
      inside.addAll(around);
      inside.add(function);
      Graph body = inline(FunctionBody.of(function, call), inside);
      Splice.replace(editor, call, body, call.inputs());
    }

    private Optional<NetworkFunction> callee(Node node) {
      return functions.calledBy(node).filter(f -> speaksOurVersions(f, f.body()));
    }

    /** Whether the body means the same under the network's operator sets, which may gain some. */
    private boolean speaksOurVersions(NetworkFunction function, Graph body) {
      for (Node node : body.nodes()) {
        String domain = node.op().domain();
        Integer version = function.opsets().get(domain);
        boolean isCall = functions.calledBy(node).isPresent();
        boolean same =
            isCall
                || (version != null
                    && version.equals(opsets.computeIfAbsent(domain, d -> version)));
        if (!same || !node.graphs().allMatch(g -> speaksOurVersions(function, g))) {
          return false;
        }
      }
      return true;
    }
  }
}
