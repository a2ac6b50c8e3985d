package pnnc.passes.shape;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Network;
import pnnc.ir.network.NetworkFunction;
import pnnc.ir.network.Node;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.Value;
import pnnc.ir.network.ValueType;
import pnnc.passes.inline.FunctionBody;
import pnnc.passes.inline.FunctionTable;
import pnnc.passes.shape.rules.ShapePrograms;
import pnnc.passes.shape.rules.ShapeRules;

/**
 * Walks a network from inputs to outputs and finds what is known of each value. Takes time in
 * proportion to the number of operations; constants are looked into only if they are small.
 */
public final class Inference {
  /** Functions may call functions: beyond this many operations their results stay unknown. */
  private static final int MAX_VISITS = 250_000;

  private static final int MAX_DEPTH = 32;
  private static final int MAX_RANK = 64;

  private final FunctionTable functions;
  private int visits;

  /** Who listens to the walk. */
  public interface Hook {
    /** What becomes of {@code graph} now that its {@code facts} are known; inner graphs first. */
    Graph finish(Graph graph, Facts facts);

    /** An operation of the main graph that cannot run. */
    default void contradiction(Node node, Contradiction contradiction) {}
  }

  /**
   * Where a graph is.
   *
   * @param opsets that its operators belong to
   * @param hook who listens
   * @param depth graphs around it
   * @param calls calls of functions that are being followed around it
   */
  record Surroundings(Map<String, Integer> opsets, Hook hook, int depth, List<Node> calls) {
    Surroundings inner() {
      Hook quiet = (graph, facts) -> hook.finish(graph, facts);
      return new Surroundings(opsets, quiet, depth + 1, calls);
    }
  }

  /** A graph when all is known, and the facts of its outputs. */
  record Result(Graph graph, List<Fact> outputs) {}

  private Inference(Network network) {
    functions = new FunctionTable(network);
  }

  /** The network with each graph outside functions as {@code hook} leaves it. */
  public static Network run(Network network, Hook hook) {
    Inference inference = new Inference(network);
    Surroundings main = new Surroundings(network.opsets(), hook, 0, List.of());
    return network.mapGraph(g -> inference.walk(g, Optional.empty(), List.of(), main).graph());
  }

  /** Follows {@code graph} whose inputs have the facts {@code given}, as far as those go. */
  Result walk(Graph graph, Optional<Facts> outer, List<Fact> given, Surroundings where) {
    Facts facts = new Facts(graph, outer);
    for (int i = 0; i < graph.inputs().size(); i++) {
      Fact outside = i < given.size() ? given.get(i) : TensorFact.UNKNOWN;
      Value input = graph.inputs().get(i);
      facts.put(input, Fact.of(declared(graph, input)).refinedBy(outside));
    }
    List<Node> nodes = new ArrayList<>();
    for (Node node : graph.nodes()) {
      nodes.add(visit(graph, node, facts, where));
    }
    List<Fact> outputs = graph.outputs().stream().map(facts::of).toList();
    return new Result(where.hook().finish(graph.withNodes(nodes), facts), outputs);
  }

  private static ValueType declared(Graph graph, Value value) {
    ValueType declared = graph.types().get(value);
    return declared == null ? graph.type(value) : declared;
  }

  private Node visit(Graph graph, Node node, Facts facts, Surroundings where) {
    visits++;
    Optional<Tensor> constant = ConstantNode.tensor(node);
    if (constant.isPresent()) {
      facts.putConstant(node.output(), constant.get());
      return node;
    }
    int version = where.opsets().getOrDefault(node.op().domain(), 1);
    Op op = new Op(node, version, facts);
    Node result = node;
    List<Fact> found = List.of();
    if (node.hasGraphs()) {
      ControlFlow flow = new ControlFlow(this, op, where.inner());
      found = flow.infer();
      result = flow.node();
    } else {
      found = infer(op, where);
    }
    for (int i = 0; i < node.outputs().size(); i++) {
      Value output = node.outputs().get(i);
      Fact fact = i < found.size() ? found.get(i) : TensorFact.UNKNOWN;
      Fact declared = Fact.of(graph.types().getOrDefault(output, ValueType.unknown()));
      facts.put(output, limited(fact).refinedBy(declared));
    }
    return result;
  }

  /** Absurd ranks, which only damaged models have, would cost time at every operation. */
  private static Fact limited(Fact fact) {
    return fact instanceof TensorFact t && t.dims().map(Dims::rank).orElse(0) > MAX_RANK
        ? TensorFact.of(t.element(), Optional.empty())
        : fact;
  }

  private List<Fact> infer(Op op, Surroundings where) {
    try {
      Optional<NetworkFunction> function = functions.calledBy(op.node());
      return function.isPresent() ? call(function.get(), op, where) : byRule(op);
    } catch (Contradiction contradiction) {
      where.hook().contradiction(op.node(), contradiction);
      return List.of();
    } catch (NotKnown
        | IndexOutOfBoundsException
        | IllegalArgumentException
        | ArithmeticException malformed) {
      return List.of();
    }
  }

  private static List<Fact> byRule(Op op) {
    List<Fact> facts = ShapeRules.of(op.node().op()).map(rule -> rule.infer(op)).orElse(List.of());
    List<Fact> followed = new ArrayList<>();
    for (int i = 0; i < facts.size(); i++) {
      followed.add(withElements(op, facts.get(i), i));
    }
    return followed;
  }

  private static Fact withElements(Op op, Fact fact, int output) {
    return fact instanceof TensorFact t
        ? ShapePrograms.elements(op, t, output).map(t::withElements).orElse(t)
        : fact;
  }

  /** The facts of a call are those of the function's body; the body itself stays generic. */
  private List<Fact> call(NetworkFunction function, Op op, Surroundings where) {
    List<Node> calls = new ArrayList<>(where.calls());
    boolean recursive = calls.stream().anyMatch(function::isCalledBy);
    calls.add(op.node());
    if (recursive || visits > MAX_VISITS || where.depth() > MAX_DEPTH) {
      return Collections.nCopies(op.node().outputs().size(), TensorFact.UNKNOWN);
    }
    List<Fact> given = new ArrayList<>();
    for (int i = 0; i < op.node().inputs().size(); i++) {
      given.add(op.fact(i));
    }
    Hook asItIs = (graph, facts) -> graph;
    Surroundings inside = new Surroundings(function.opsets(), asItIs, where.depth() + 1, calls);
    Graph body = FunctionBody.of(function, op.node());
    return walk(body, Optional.empty(), given, inside).outputs();
  }
}
