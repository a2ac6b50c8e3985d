package pnnc.sim.twin;

import java.util.ArrayList;
import java.util.List;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Node;
import pnnc.ir.network.Tensor;
import pnnc.sim.runtime.HostValue;
import pnnc.sim.tensor.TensorSlices;

/**
 * ONNX Scan (version 9 and later): inputs {@code (state…, scanned…)}, body {@code (state…, slice…)
 * → (state…, slice…)}, outputs {@code (state…, stacked…)}; axes and directions by attributes.
 */
final class ScanStep extends ControlStep {
  private final Program body;
  private final int scanCount;
  private final int stateCount;
  private final int outputCount;

  ScanStep(Node node, Program.Bodies bodies) {
    super(node);
    this.body = bodies.of(body(node, "body"));
    this.scanCount = (int) node.integer("num_scan_inputs", 0);
    this.stateCount = node.inputs().size() - scanCount;
    this.outputCount = body.graph().outputs().size() - stateCount;
    boolean fits = scanCount > 0 && stateCount >= 0 && outputCount >= 0;
    if (!fits || body.graph().inputs().size() != node.inputs().size()) {
      throw invalid("its body does not fit its %d inputs".formatted(node.inputs().size()));
    }
  }

  @Override
  public void run(Scope scope) {
    List<Tensor> scans = new ArrayList<>();
    node().inputs().stream().skip(stateCount).forEach(v -> scans.add(scope.get(v).tensor()));
    long length = length(scans);
    ScannedOutputs gathered = new ScannedOutputs(outputCount);
    List<HostValue> states = new ArrayList<>();
    node().inputs().stream().limit(stateCount).forEach(v -> states.add(scope.get(v).share()));
    try {
      for (long i = 0; i < length; i++) {
        iterate(scope, slices(scans, i, length), states, gathered);
      }
      deliver(outputs(states, gathered), scope);
    } finally {
      closeAll(states);
    }
  }

  private long length(List<Tensor> scans) {
    long length = scans.get(0).sizes()[inputAxis(0, scans.get(0))];
    for (int i = 1; i < scanCount; i++) {
      long other = scans.get(i).sizes()[inputAxis(i, scans.get(i))];
      if (other != length) {
        throw invalid(
            "it scans %d elements of one input and %d of another".formatted(length, other));
      }
    }
    return length;
  }

  private List<HostValue> slices(List<Tensor> scans, long iteration, long length) {
    List<HostValue> slices = new ArrayList<>();
    for (int i = 0; i < scanCount; i++) {
      boolean backwards = attribute("scan_input_directions", i) != 0;
      long index = backwards ? length - 1 - iteration : iteration;
      Tensor scan = scans.get(i);
      slices.add(HostValue.of(TensorSlices.slice(scan, inputAxis(i, scan), index)));
    }
    return slices;
  }

  private void iterate(
      Scope scope, List<HostValue> slices, List<HostValue> states, ScannedOutputs gathered) {
    List<HostValue> given = new ArrayList<>(states);
    given.addAll(slices);
    List<HostValue> results;
    try {
      results = body.run(scope, bind(body.graph(), given));
    } finally {
      closeAll(slices);
    }
    closeAll(states);
    states.clear();
    states.addAll(results.subList(0, stateCount));
    gathered.add(results.subList(stateCount, results.size()));
  }

  private List<HostValue> outputs(List<HostValue> states, ScannedOutputs gathered) {
    List<HostValue> outputs = new ArrayList<>();
    states.forEach(state -> outputs.add(state.share()));
    Graph graph = body.graph();
    for (int i = 0; i < outputCount; i++) {
      int axis = (int) attribute("scan_output_axes", i);
      boolean reversed = attribute("scan_output_directions", i) != 0;
      outputs.add(
          gathered.stacked(i, axis, reversed, graph.type(graph.outputs().get(stateCount + i))));
    }
    return outputs;
  }

  private int inputAxis(int index, Tensor scan) {
    int axis = (int) attribute("scan_input_axes", index);
    return axis < 0 ? axis + scan.shape().rank() : axis;
  }

  private long attribute(String name, int index) {
    return node()
        .integers(name)
        .filter(all -> index < all.length)
        .map(all -> all[index])
        .orElse(0L);
  }
}
