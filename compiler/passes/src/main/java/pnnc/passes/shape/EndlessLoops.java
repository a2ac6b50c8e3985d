package pnnc.passes.shape;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Network;
import pnnc.ir.network.Node;
import pnnc.passes.shape.MacCounter.Scope;

/** Finds loops that nothing ends but the patience of whoever runs them. */
public final class EndlessLoops {
  private EndlessLoops() {}

  /** The loops of {@code network}, also in subgraphs and functions, that are certain not to end. */
  public static List<Node> in(Network network) {
    Stream<Graph> functions = network.functions().stream().map(f -> f.body());
    return Stream.concat(Stream.of(network.graph()), functions)
        .flatMap(graph -> in(new Scope(graph, Optional.empty())))
        .toList();
  }

  private static Stream<Node> in(Scope scope) {
    return scope.graph().nodes().stream()
        .filter(Node::hasGraphs)
        .flatMap(node -> Stream.concat(itself(node, scope), inside(node, scope)));
  }

  private static Stream<Node> itself(Node node, Scope scope) {
    boolean endless =
        TripCount.isEndless(node, new TripCount.Surroundings(0, scope::constant, scope::type));
    return endless ? Stream.of(node) : Stream.empty();
  }

  private static Stream<Node> inside(Node node, Scope scope) {
    return node.graphs().flatMap(graph -> in(new Scope(graph, Optional.of(scope))));
  }
}
