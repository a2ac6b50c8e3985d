package pnnc.sim.twin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import pnnc.base.diagnostics.CompilerBug;
import pnnc.ir.block.Partition;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Network;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.Value;
import pnnc.sim.runtime.HostValue;
import pnnc.sim.runtime.SessionSettings;

/**
 * A partitioned network as one model: the host graph in ONNX Runtime, the blocks in their
 * operators. Not thread-safe. Holds native memory until it is closed; sessions are made on the
 * first run and kept.
 */
public final class Twin implements AutoCloseable {
  private final Host host;
  private final Program program;

  /**
   * @param host calls blocks; see {@link Partition}
   * @param operators for exactly those blocks, by name
   * @param encoder the bytes of a network's ONNX model. It sees networks from which the big
   *     constants are taken out; ONNX Runtime gets those separately, uncopied where they are mapped
   * @param settings for every segment of the host graph
   */
  public Twin(
      Network host,
      Map<String, BlockOperator> operators,
      Function<Network, byte[]> encoder,
      SessionSettings settings) {
    Set<String> called = Partition.calledBlocks(host);
    if (!operators.keySet().equals(called)) {
      throw new CompilerBug(
          "twin", "operators %s for blocks %s".formatted(operators.keySet(), called));
    }
    this.host = new Host(host, encoder, settings);
    this.program = new Program(Surroundings.of(host.graph()), this.host, operators);
  }

  /**
   * All outputs by name, in the network's order.
   *
   * @param inputs by name; those with a default may be left out
   * @throws IllegalArgumentException if one is missing
   * @throws pnnc.base.diagnostics.DiagnosedException if ONNX Runtime refuses a part of the host
   *     graph, or an output is no tensor
   */
  public Map<String, Tensor> run(Map<String, Tensor> inputs) {
    Map<Value, HostValue> given = new LinkedHashMap<>();
    graph().inputs().forEach(v -> given.put(v, HostValue.of(tensor(v, inputs))));
    List<HostValue> outputs = program.run(Scope.outermost(), given);
    try {
      Map<String, Tensor> results = new LinkedHashMap<>();
      for (int i = 0; i < outputs.size(); i++) {
        results.put(graph().outputs().get(i).name(), outputs.get(i).tensor());
      }
      return results;
    } finally {
      outputs.forEach(HostValue::close);
      given.values().forEach(HostValue::close);
    }
  }

  private Tensor tensor(Value input, Map<String, Tensor> inputs) {
    Tensor given = inputs.get(input.name());
    Tensor tensor = given != null ? given : graph().constants().get(input);
    if (tensor == null) {
      throw new IllegalArgumentException("no value for input `%s`".formatted(input.name()));
    }
    return tensor;
  }

  private Graph graph() {
    return program.graph();
  }

  /** Frees the native memory. */
  @Override
  public void close() {
    host.close();
  }
}
