package pnnc.passes.shape;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Network;
import pnnc.ir.network.Node;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.Value;
import pnnc.ir.network.ValueType;
import pnnc.passes.inline.FunctionTable;
import pnnc.passes.shape.rules.MacFormulas;

/**
 * Counts multiply-accumulates, from inferred types: one for each product that is added to a sum.
 * What is not a sum of products counts nothing. A named dimension counts as 1, so a network for any
 * batch is counted for a batch of one. What a loop does counts as often as it runs, if that is
 * known, else once.
 */
public final class MacCounter {
  private final FunctionTable functions;
  private final Map<String, Integer> opsets;

  private MacCounter(Network network) {
    this.functions = new FunctionTable(network);
    this.opsets = network.opsets();
  }

  /** A graph and those around it. No subgraph hides a name. */
  record Scope(Graph graph, Optional<Scope> outer) {
    ValueType type(Value value) {
      ValueType own = graph.type(value);
      return own instanceof ValueType.Unknown && outer.isPresent() ? outer.get().type(value) : own;
    }

    Optional<Tensor> constant(Value value) {
      return graph.constant(value).or(() -> outer.flatMap(o -> o.constant(value)));
    }
  }

  /** What the operations of {@code network} take together. */
  public static MacCount of(Network network) {
    return of(network, network.graph().nodes());
  }

  /** What {@code nodes} of the main graph of {@code network} take together. */
  public static MacCount of(Network network, List<Node> nodes) {
    return new MacCounter(network).sum(new Scope(network.graph(), Optional.empty()), nodes);
  }

  private MacCount sum(Scope scope, List<Node> nodes) {
    return MacCount.sum(
        nodes.stream().map(n -> n.hasGraphs() ? nested(scope, n) : single(scope, n)).toList());
  }

  private MacCount single(Scope scope, Node node) {
    Facts facts = new Facts(scope.graph(), Optional.empty());
    node.inputs().forEach(v -> facts.put(v, Fact.of(scope.type(v))));
    Op op = new Op(node, opsets.getOrDefault(node.op().domain(), 1), facts);
    try {
      if (functions.calledBy(node).isPresent()) {
        throw new NotKnown();
      }
      Optional<Dims> result = scope.graph().type(node.id()).shape().map(Dims::of);
      return MacFormulas.macs(op, result).map(MacCounter::count).orElse(MacCount.NONE);
    } catch (NotKnown | IndexOutOfBoundsException | IllegalArgumentException unknown) {
      return MacCount.unknown("%s `%s`".formatted(node.op(), name(scope.graph(), node)));
    }
  }

  private static String name(Graph graph, Node node) {
    String name = graph.origin(node.id()).name();
    return name.isEmpty() ? node.id().name() : name;
  }

  /** Of an If the costlier branch counts. */
  private MacCount nested(Scope scope, Node node) {
    List<MacCount> counts =
        node.graphs().map(g -> sum(new Scope(g, Optional.of(scope)), g.nodes())).toList();
    if (node.is("If")) {
      return branches(node, counts);
    }
    TripCount.Surroundings around =
        new TripCount.Surroundings(opsets.getOrDefault("", 0), scope::constant, scope::type);
    return MacCount.sum(counts).times(TripCount.of(node, around));
  }

  private static MacCount branches(Node node, List<MacCount> counts) {
    MacCount most =
        counts.stream().max(Comparator.comparingLong(MacCount::known)).orElse(MacCount.NONE);
    boolean alike = counts.stream().allMatch(most::equals);
    return alike ? most : all(counts, most).guessing("the branch of " + node.id().name());
  }

  /** The number of {@code most} with everybody's doubts. */
  private static MacCount all(List<MacCount> counts, MacCount most) {
    MacCount doubts = MacCount.sum(counts);
    return new MacCount(most.macs(), doubts.assumed(), doubts.guessed(), doubts.unknown());
  }

  /** Throws {@link NotKnown} if not even naming the dimensions would give a number. */
  private static MacCount count(Extent macs) {
    Set<String> names = new TreeSet<>();
    macs.terms().ifPresent(terms -> terms.keySet().forEach(names::addAll));
    return MacCount.of(macs.withNamesAsOne().number().orElseThrow(NotKnown::new), names);
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
