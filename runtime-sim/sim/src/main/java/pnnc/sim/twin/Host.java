package pnnc.sim.twin;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import pnnc.base.diagnostics.CompilerBug;
import pnnc.ir.block.Partition;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Network;
import pnnc.ir.network.OpType;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorData;
import pnnc.ir.network.Value;
import pnnc.sim.runtime.HostValue;
import pnnc.sim.runtime.OnnxSession;
import pnnc.sim.runtime.SessionSettings;

/**
 * What all segments of a twin have in common: how models are encoded and run, operators' versions,
 * and one native copy of each big constant, however many segments read it.
 */
final class Host implements AutoCloseable {
  /** Smaller constants are written into each segment's model, where ONNX Runtime can fold them. */
  private static final long LEAST_SHARED_BYTES = 4096;

  private final Network network;
  private final Function<Network, byte[]> encoder;
  private final SessionSettings settings;
  private final IdentityHashMap<Tensor, HostValue> shared = new IdentityHashMap<>();
  private final List<OnnxSession> sessions = new ArrayList<>();

  Host(Network network, Function<Network, byte[]> encoder, SessionSettings settings) {
    this.network = withoutBlocks(network);
    this.encoder = encoder;
    this.settings = settings;
  }

  private static Network withoutBlocks(Network network) {
    network.functions().stream()
        .filter(f -> f.body().nodes().stream().anyMatch(Partition::reachesBlock))
        .findFirst()
        .ifPresent(
            f -> {
              throw new CompilerBug("twin", "function " + f.op() + " calls a block");
            });
    Map<String, Integer> opsets = new TreeMap<>(network.opsets());
    opsets.remove(OpType.PNNC);
    return new Network(network.graph(), network.functions(), opsets, Network.Header.PNNC);
  }

  /** The version of the ONNX standard that the network uses. */
  int opset() {
    return network.opset();
  }

  /** A session for {@code graph}, closed with the host if not before. */
  OnnxSession open(Graph graph) {
    Map<Value, Tensor> inside = new LinkedHashMap<>(graph.constants());
    Map<String, HostValue> beside = new LinkedHashMap<>();
    graph.constants().forEach((value, tensor) -> share(value, tensor, inside, beside));
    byte[] model = encoder.apply(network.withGraph(withConstants(graph, inside)));
    OnnxSession session = OnnxSession.open(model, beside, settings);
    sessions.add(session);
    return session;
  }

  private void share(
      Value value, Tensor tensor, Map<Value, Tensor> inside, Map<String, HostValue> beside) {
    boolean big = tensor.type().bytes(tensor.elements()).orElse(0) >= LEAST_SHARED_BYTES;
    if (big && !(tensor.data() instanceof TensorData.Splat) && OnnxSession.canShare(tensor)) {
      inside.remove(value);
      beside.put(value.name(), shared.computeIfAbsent(tensor, HostValue::of));
    }
  }

  private static Graph withConstants(Graph graph, Map<Value, Tensor> constants) {
    return new Graph(
        graph.name(),
        graph.inputs(),
        graph.outputs(),
        constants,
        graph.nodes(),
        graph.types(),
        graph.origins(),
        graph.unread());
  }

  /** Closes a session before its time. */
  void close(OnnxSession session) {
    sessions.remove(session);
    session.close();
  }

  @Override
  public void close() {
    sessions.forEach(OnnxSession::close);
    sessions.clear();
    shared.values().forEach(HostValue::close);
    shared.clear();
  }
}
