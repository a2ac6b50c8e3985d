package pnnc.passes.fold;

import java.util.Set;
import pnnc.ir.network.Node;

/** Which operators always give the same for the same inputs, in time that their inputs bound. */
final class Foldable {
  private static final Set<String> DOMAINS = Set.of("", "com.microsoft", "ai.onnx.ml");
  private static final Set<String> RANDOM =
      Set.of(
          "Bernoulli",
          "Multinomial",
          "RandomNormal",
          "RandomNormalLike",
          "RandomUniform",
          "RandomUniformLike");

  /** Loops may never end; quantised constants are wanted as they are; sparse ones stay sparse. */
  private static final Set<String> LEFT_ALONE =
      Set.of("Loop", "Scan", "SequenceMap", "DequantizeLinear", "Constant");

  private Foldable() {}

  /** Whether {@code node} may be computed at compile time if its inputs are constants. */
  static boolean isFoldable(Node node) {
    String name = node.op().name();
    boolean trains = name.equals("Dropout") && node.input(2).isPresent();
    boolean hasInputs = !node.uses().isEmpty();
    return hasInputs
        && DOMAINS.contains(node.op().domain())
        && !RANDOM.contains(name)
        && !LEFT_ALONE.contains(name)
        && !trains
        && hasFoldableGraphs(node);
  }

  private static boolean hasFoldableGraphs(Node node) {
    return node.graphs()
        .flatMap(g -> g.nodes().stream())
        .allMatch(inner -> inner.is("Constant") || isFoldable(inner));
  }
}
