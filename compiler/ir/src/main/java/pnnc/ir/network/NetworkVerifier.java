package pnnc.ir.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import pnnc.base.diagnostics.CompilerBug;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;

/**
 * Checks that a network keeps the rules which every pass relies on: each used value has exactly one
 * definition, before its use, in the graph or around it; no subgraph takes a name from outside for
 * a value of its own; operators come from imported operator sets and have as many inputs and
 * outputs as their definition allows; functions do not call themselves. Takes time in proportion to
 * the network and reads no weights.
 */
public final class NetworkVerifier {
  /** A message of {@link CompilerBug} quotes at most so many faults. */
  private static final int MOST_QUOTED = 5;

  private NetworkVerifier() {}

  /**
   * A broken rule.
   *
   * @param diagnostic in the user's words, without a place
   * @param node the operation at fault, if it is one: the very object in the network
   * @param value the value at fault, if it is one: the very object in the network
   */
  public record Fault(Diagnostic diagnostic, Optional<Node> node, Optional<Value> value) {
    @Override
    public String toString() {
      return diagnostic.message() + node.map(n -> " at " + n).orElse("");
    }
  }

  /** Every broken rule, in the order of the network; empty if all is well. */
  public static List<Fault> verify(Network network) {
    List<Fault> faults = new ArrayList<>();
    if (network.graph().outputs().isEmpty()) {
      add(faults, DiagnosticCode.GRAPH_INVALID.error("the network has no outputs"));
    }
    Set<FunctionCalls.Callee> functions = FunctionCalls.defined(network, faults);
    new GraphVerifier(network.opsets(), functions, Optional.empty(), faults)
        .verify(network.graph());
    for (NetworkFunction function : network.functions()) {
      new GraphVerifier(imports(network, function), functions, Optional.of(function), faults)
          .verify(function.body());
    }
    FunctionCalls.findRecursion(network, faults);
    return faults;
  }

  /** A function that imports nothing for a domain means the version that its model imports. */
  private static Map<String, Integer> imports(Network network, NetworkFunction function) {
    Map<String, Integer> all = new TreeMap<>(network.opsets());
    all.putAll(function.opsets());
    return all;
  }

  /**
   * Does nothing if {@code network} keeps the rules.
   *
   * @param where the pass that made it
   * @throws CompilerBug if it does not
   */
  public static void check(Network network, String where) {
    List<Fault> faults = verify(network);
    if (!faults.isEmpty()) {
      String quoted =
          faults.stream().limit(MOST_QUOTED).map(Fault::toString).collect(Collectors.joining("; "));
      String more = faults.size() > MOST_QUOTED ? "; and more" : "";
      throw new CompilerBug(where, "the network is broken: " + quoted + more);
    }
  }

  static void add(List<Fault> faults, Diagnostic diagnostic) {
    faults.add(new Fault(diagnostic, Optional.empty(), Optional.empty()));
  }
}
