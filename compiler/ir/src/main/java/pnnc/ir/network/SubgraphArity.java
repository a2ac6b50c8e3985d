package pnnc.ir.network;

import java.util.Optional;

/** How many values If, Loop and Scan exchange with the graphs inside them. */
final class SubgraphArity {
  private SubgraphArity() {}

  /** What is wrong; empty if nothing is. */
  static Optional<String> fault(Node node) {
    if (node.is("If")) {
      return branch(node, "then_branch").or(() -> branch(node, "else_branch"));
    }
    return node.is("Loop") ? loop(node) : Optional.empty();
  }

  private static Optional<Graph> graph(Node node, String name) {
    return node.attribute(name).flatMap(a -> a.graphs().stream().findFirst());
  }

  private static Optional<String> branch(Node node, String name) {
    int results = node.outputs().size();
    return graph(node, name)
        .filter(g -> !g.inputs().isEmpty() || g.outputs().size() != results)
        .map(
            g ->
                "`%s` has %d inputs and %d outputs, should have none and %d"
                    .formatted(name, g.inputs().size(), g.outputs().size(), results));
  }

  /** The body gets the step and whether to go on, and gives the latter. */
  private static Optional<String> loop(Node node) {
    int inputs = Math.max(2, node.inputs().size());
    int outputs = node.outputs().size() + 1;
    return graph(node, "body")
        .filter(g -> g.inputs().size() != inputs || g.outputs().size() != outputs)
        .map(
            g ->
                "`body` has %d inputs and %d outputs, should have %d and %d"
                    .formatted(g.inputs().size(), g.outputs().size(), inputs, outputs));
  }
}
