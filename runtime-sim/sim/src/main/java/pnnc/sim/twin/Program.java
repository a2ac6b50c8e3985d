package pnnc.sim.twin;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import pnnc.base.diagnostics.CompilerBug;
import pnnc.ir.block.Partition;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Node;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.Value;
import pnnc.sim.runtime.HostValue;

/** A graph that calls blocks, cut into steps. */
final class Program {
  private final Graph graph;
  private final Surroundings surroundings;
  private final List<Step> steps;

  /** What nobody needs any more after each step. */
  private final List<List<Value>> finished;

  /** Constants that steps in Java, or the graph's caller, read as values. */
  private final Map<Value, Tensor> constants = new LinkedHashMap<>();

  Program(Surroundings surroundings, Host host, Map<String, BlockOperator> operators) {
    this.graph = surroundings.graph();
    this.surroundings = surroundings;
    this.steps = steps(host, operators);
    this.finished = finished();
    steps.stream()
        .filter(s -> !(s instanceof SegmentStep))
        .forEach(s -> s.reads().forEach(this::addConstant));
    graph.outputs().forEach(this::addConstant);
  }

  private void addConstant(Value value) {
    surroundings.constant(value).ifPresent(tensor -> constants.put(value, tensor));
  }

  private List<Step> steps(Host host, Map<String, BlockOperator> operators) {
    List<Schedule.Round> rounds = Schedule.of(graph).rounds();
    Set<Value> wanted = new HashSet<>(graph.outputs());
    List<Step> backwards = new ArrayList<>();
    for (int i = rounds.size() - 1; i >= 0; i--) {
      List<Node> calls = rounds.get(i).calls();
      for (int j = calls.size() - 1; j >= 0; j--) {
        add(call(calls.get(j), host, operators), wanted, backwards);
      }
      if (!rounds.get(i).segment().isEmpty()) {
        SegmentStep segment = new SegmentStep(host, surroundings, rounds.get(i).segment(), wanted);
        add(segment, wanted, backwards);
      }
    }
    Collections.reverse(backwards);
    return List.copyOf(backwards);
  }

  private static void add(Step step, Set<Value> wanted, List<Step> steps) {
    steps.add(step);
    wanted.addAll(step.reads());
  }

  private Step call(Node node, Host host, Map<String, BlockOperator> operators) {
    if (Partition.called(node).isPresent()) {
      return new BlockStep(node, operators.get(Partition.called(node).get()));
    }
    Bodies bodies = body -> new Program(surroundings.inside(body), host, operators);
    if (node.is("If")) {
      return new IfStep(node, bodies);
    }
    if (node.is("Loop")) {
      return new LoopStep(node, bodies);
    }
    if (node.is("Scan") && host.opset() >= 9) {
      return new ScanStep(node, bodies);
    }
    throw new CompilerBug("twin", "a block inside " + node.op() + " cannot be called");
  }

  /** Makes a program of a body. */
  interface Bodies {
    Program of(Graph body);
  }

  private List<List<Value>> finished() {
    Set<Value> needed = new HashSet<>(graph.outputs());
    List<List<Value>> backwards = new ArrayList<>();
    for (int i = steps.size() - 1; i >= 0; i--) {
      Set<Value> touched = new LinkedHashSet<>(steps.get(i).reads());
      touched.addAll(steps.get(i).writes());
      backwards.add(touched.stream().filter(needed::add).toList());
    }
    Collections.reverse(backwards);
    return backwards;
  }

  Graph graph() {
    return graph;
  }

  /**
   * The graph's outputs, in order; the caller closes each.
   *
   * @param around what the graph may take from outside; empty for a network's main graph
   * @param inputs by the graph's own names; they stay the caller's
   * @throws CancellationException if the thread is interrupted
   */
  List<HostValue> run(Scope around, Map<Value, HostValue> inputs) {
    try (Scope scope = around.inner()) {
      constants.forEach((value, tensor) -> scope.put(value, HostValue.of(tensor)));
      inputs.forEach((value, held) -> scope.put(value, held.share()));
      for (int i = 0; i < steps.size(); i++) {
        if (Thread.currentThread().isInterrupted()) {
          throw new CancellationException("interrupted");
        }
        steps.get(i).run(scope);
        finished.get(i).forEach(scope::drop);
      }
      return graph.outputs().stream().map(v -> scope.get(v).share()).toList();
    }
  }
}
