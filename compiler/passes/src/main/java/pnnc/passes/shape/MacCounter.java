package pnnc.passes.shape;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Network;
import pnnc.ir.network.Node;
import pnnc.ir.network.Tensor;
import pnnc.passes.shape.rules.MacFormulas;

/**
 * Counts multiply-accumulates, from inferred types: one for each product that is added to a sum.
 * What is not a sum of products counts nothing. A named dimension counts as 1, so a network for any
 * batch is counted for a batch of one.
 */
public final class MacCounter {
  private MacCounter() {}

  /**
   * A number of multiply-accumulates.
   *
   * @param macs empty if a size is not known, or it exceeds 64 bits
   * @param assumed what was counted as 1: named dimensions, iterations of loops
   */
  public record Count(OptionalLong macs, Set<String> assumed) {
    /** Nothing to multiply. */
    public static final Count NONE = new Count(OptionalLong.of(0), Set.of());

    private static final Count UNKNOWN = new Count(OptionalLong.empty(), Set.of());

    public Count {
      assumed = new LinkedHashSet<>(assumed);
    }

    /** This and {@code other} together; unknown if one is. */
    public Count plus(Count other) {
      Set<String> all = new LinkedHashSet<>(assumed);
      all.addAll(other.assumed);
      if (macs.isEmpty() || other.macs.isEmpty()) {
        return new Count(OptionalLong.empty(), all);
      }
      long sum = macs.getAsLong() + other.macs.getAsLong();
      return new Count(sum < 0 ? OptionalLong.empty() : OptionalLong.of(sum), all);
    }

    private Count assuming(String what) {
      return plus(new Count(OptionalLong.of(0), Set.of(what)));
    }
  }

  /** What the operations of {@code network} take together, those whose count is known. */
  public static Count of(Network network) {
    return known(network.graph(), network.opsets());
  }

  private static Count known(Graph graph, Map<String, Integer> opsets) {
    return graph.nodes().stream()
        .map(node -> of(graph, node, opsets))
        .filter(count -> count.macs().isPresent())
        .reduce(Count.NONE, Count::plus);
  }

  /**
   * What {@code node} of {@code graph} takes. Of an If the costlier branch counts, of a loop one
   * iteration.
   *
   * @param opsets versions of the network's operator sets
   */
  public static Count of(Graph graph, Node node, Map<String, Integer> opsets) {
    if (node.hasGraphs()) {
      return nested(node, opsets);
    }
    Op op = new Op(node, opsets.getOrDefault(node.op().domain(), 1), facts(graph, node));
    Optional<Extent> macs;
    try {
      macs = MacFormulas.macs(op, graph.type(node.id()).shape().map(Dims::of));
    } catch (NotKnown | IndexOutOfBoundsException | IllegalArgumentException unknown) {
      return Count.UNKNOWN;
    }
    return macs.map(MacCounter::count).orElse(Count.NONE);
  }

  private static Facts facts(Graph graph, Node node) {
    Facts facts = new Facts(graph, Optional.empty());
    node.inputs().forEach(v -> facts.put(v, Fact.of(graph.type(v))));
    return facts;
  }

  private static Count nested(Node node, Map<String, Integer> opsets) {
    List<Count> counts = node.graphs().map(g -> known(g, opsets)).toList();
    if (!node.is("If")) {
      return counts.stream()
          .reduce(Count.NONE, Count::plus)
          .assuming("iterations of " + node.id().name());
    }
    return counts.stream()
        .max((a, b) -> Long.compare(a.macs().orElse(0), b.macs().orElse(0)))
        .orElse(Count.NONE);
  }

  private static Count count(Extent macs) {
    Set<String> names = new TreeSet<>();
    macs.terms().ifPresent(terms -> terms.keySet().forEach(names::addAll));
    return new Count(macs.withNamesAsOne().number(), names);
  }

  /** The elements of all constants that are numbers a network learns: floats and small integers. */
  public static long parameters(Network network) {
    return parameters(network.graph())
        + network.functions().stream().mapToLong(f -> parameters(f.body())).sum();
  }

  private static long parameters(Graph graph) {
    Collection<Tensor> constants = graph.constants().values();
    long own = constants.stream().filter(MacCounter::isLearnt).mapToLong(Tensor::elements).sum();
    return own
        + graph.nodes().stream().flatMap(Node::graphs).mapToLong(MacCounter::parameters).sum();
  }

  private static boolean isLearnt(Tensor tensor) {
    ElementType type = tensor.type();
    return type.isFloat() || (type.isInteger() && type.bits() <= 32);
  }
}
