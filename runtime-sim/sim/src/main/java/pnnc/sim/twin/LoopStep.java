package pnnc.sim.twin;

import java.util.ArrayList;
import java.util.List;
import pnnc.base.shape.Shape;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Node;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorData;
import pnnc.ir.network.Value;
import pnnc.sim.runtime.HostValue;

/**
 * ONNX Loop: inputs {@code (limit, condition, carried…)}, body {@code (iteration, condition,
 * carried…) → (condition, carried…, scanned…)}, outputs {@code (carried…, scanned…)}. Like ONNX
 * Runtime it heeds the body's condition also where the first condition is left out.
 */
final class LoopStep extends ControlStep {
  private final Program body;
  private final int carriedCount;

  LoopStep(Node node, Program.Bodies bodies) {
    super(node);
    this.body = bodies.of(body(node, "body"));
    this.carriedCount = Math.max(0, node.inputs().size() - 2);
    Graph graph = body.graph();
    if (graph.inputs().size() != carriedCount + 2 || graph.outputs().size() <= carriedCount) {
      throw invalid("its body does not take and give %d carried values".formatted(carriedCount));
    }
  }

  @Override
  public void run(Scope scope) {
    long limit = optional(scope, 0, Long.MAX_VALUE);
    boolean condition = optional(scope, 1, 1) != 0;
    ScannedOutputs scanned = new ScannedOutputs(body.graph().outputs().size() - carriedCount - 1);
    List<HostValue> carried = new ArrayList<>();
    node().inputs().stream().skip(2).forEach(v -> carried.add(scope.get(v).share()));
    try {
      for (long i = 0; i < limit && condition; i++) {
        condition = iterate(scope, i, carried, scanned);
      }
      deliver(outputs(carried, scanned), scope);
    } finally {
      closeAll(carried);
    }
  }

  private long optional(Scope scope, int input, long otherwise) {
    Value value = node().input(input);
    return value.isPresent() ? scalar(scope.get(value)) : otherwise;
  }

  /** One iteration: replaces the carried values and tells whether to go on. */
  private boolean iterate(
      Scope scope, long iteration, List<HostValue> carried, ScannedOutputs scanned) {
    List<HostValue> results = runBody(scope, iteration, carried);
    closeAll(carried);
    carried.clear();
    carried.addAll(results.subList(1, 1 + carriedCount));
    scanned.add(results.subList(1 + carriedCount, results.size()));
    try (HostValue condition = results.get(0)) {
      return scalar(condition) != 0;
    }
  }

  private List<HostValue> runBody(Scope scope, long iteration, List<HostValue> carried) {
    try (HostValue counter = HostValue.of(counter(iteration));
        HostValue condition = HostValue.of(truth())) {
      List<HostValue> given = new ArrayList<>(List.of(counter, condition));
      given.addAll(carried);
      return body.run(scope, bind(body.graph(), given));
    }
  }

  private List<HostValue> outputs(List<HostValue> carried, ScannedOutputs scanned) {
    List<HostValue> outputs = new ArrayList<>();
    carried.forEach(value -> outputs.add(value.share()));
    Graph graph = body.graph();
    for (int i = 1 + carriedCount; i < graph.outputs().size(); i++) {
      int index = i - 1 - carriedCount;
      outputs.add(scanned.stacked(index, 0, false, graph.type(graph.outputs().get(i))));
    }
    return outputs;
  }

  private Tensor counter(long iteration) {
    return Tensor.ofLongs(shapeOfInput(0), iteration);
  }

  private Tensor truth() {
    return new Tensor(ElementType.BOOL, shapeOfInput(1), TensorData.of(new byte[] {1}));
  }

  /** Scalars, which some exporters declare as vectors of one element. */
  private Shape shapeOfInput(int index) {
    Graph graph = body.graph();
    boolean isVector =
        graph.type(graph.inputs().get(index)).shape().filter(s -> s.rank() == 1).isPresent();
    return isVector ? Shape.of(1) : Shape.SCALAR;
  }
}
