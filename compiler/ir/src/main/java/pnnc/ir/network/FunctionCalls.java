package pnnc.ir.network;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pnnc.base.diagnostics.DiagnosticCode;

/** Which functions a network has, and whether one calls itself in the end. */
final class FunctionCalls {
  /** What a call of a function names. */
  record Callee(OpType op, String overload) {
    static Callee of(Node node) {
      return new Callee(node.op(), node.overload());
    }

    static Callee of(NetworkFunction function) {
      return new Callee(function.op(), function.overload());
    }

    @Override
    public String toString() {
      return op + (overload.isEmpty() ? "" : "#" + overload);
    }
  }

  /** A function being looked at, and the calls in it that are still to be looked at. */
  private record Visit(Callee function, Iterator<Callee> calls) {}

  private final Map<Callee, Set<Callee>> calls = new HashMap<>();
  private final Set<Callee> done = new HashSet<>();
  private final Set<Callee> open = new HashSet<>();

  private FunctionCalls(Network network) {
    for (NetworkFunction function : network.functions()) {
      collect(
          function.body(), calls.computeIfAbsent(Callee.of(function), c -> new LinkedHashSet<>()));
    }
  }

  private static void collect(Graph graph, Set<Callee> into) {
    for (Node node : graph.nodes()) {
      into.add(Callee.of(node));
      node.graphs().forEach(g -> collect(g, into));
    }
  }

  /** The functions of {@code network}; a second one of the same name is a fault. */
  static Set<Callee> defined(Network network, List<NetworkVerifier.Fault> faults) {
    Set<Callee> functions = new HashSet<>();
    for (NetworkFunction function : network.functions()) {
      if (!functions.add(Callee.of(function))) {
        NetworkVerifier.add(
            faults,
            DiagnosticCode.GRAPH_INVALID.error(
                "function %s is defined twice".formatted(Callee.of(function))));
      }
    }
    return functions;
  }

  /** Reports each function that is found to call itself, directly or through others. */
  static void findRecursion(Network network, List<NetworkVerifier.Fault> faults) {
    FunctionCalls all = new FunctionCalls(network);
    network.functions().forEach(f -> all.follow(Callee.of(f), faults));
  }

  private void follow(Callee root, List<NetworkVerifier.Fault> faults) {
    Deque<Visit> path = new ArrayDeque<>();
    enter(root, path);
    while (!path.isEmpty()) {
      Visit visit = path.peek();
      if (!visit.calls().hasNext()) {
        open.remove(visit.function());
        done.add(visit.function());
        path.pop();
        continue;
      }
      Callee next = visit.calls().next();
      if (open.contains(next)) {
        NetworkVerifier.add(
            faults, DiagnosticCode.GRAPH_INVALID.error("function %s calls itself".formatted(next)));
      } else {
        enter(next, path);
      }
    }
  }

  private void enter(Callee function, Deque<Visit> path) {
    if (calls.containsKey(function) && !done.contains(function)) {
      open.add(function);
      path.push(new Visit(function, calls.get(function).iterator()));
    }
  }
}
