package pnnc.sim.twin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import pnnc.ir.block.Block;
import pnnc.ir.block.LinearBlock;
import pnnc.ir.block.Partition;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Network;
import pnnc.ir.network.Node;
import pnnc.ir.network.Tensor;
import pnnc.onnx.write.OnnxWriter;
import pnnc.sim.linear.ExactLinearOperator;
import pnnc.sim.linear.Workers;
import pnnc.sim.runtime.OnnxSession;
import pnnc.sim.runtime.SessionSettings;

/** Makes a block of every MatMul with a constant, at every depth, named after the constant. */
final class MatMulPartition {
  private final Map<String, Block> blocks = new LinkedHashMap<>();

  private MatMulPartition() {}

  static Partition of(Network network) {
    MatMulPartition partition = new MatMulPartition();
    Network host = network.mapGraph(g -> partition.cut(Surroundings.of(g)));
    return new Partition(host, partition.blocks);
  }

  private Graph cut(Surroundings around) {
    Graph graph = around.graph();
    List<Node> nodes = graph.nodes().stream().map(n -> cut(n, around)).toList();
    return new Graph(
        graph.name(),
        graph.inputs(),
        graph.outputs(),
        graph.constants(),
        nodes,
        graph.types(),
        graph.origins(),
        graph.unread());
  }

  private Node cut(Node node, Surroundings around) {
    Optional<Tensor> weight = node.is("MatMul") ? around.constant(node.input(1)) : Optional.empty();
    if (weight.isEmpty()) {
      return node.mapGraphs(g -> cut(around.inside(g)));
    }
    String name = node.input(1).name();
    blocks.put(name, LinearBlock.dense(name, weight.get(), Optional.empty(), Optional.empty()));
    return Partition.call(name, List.of(node.input(0)), node.outputs());
  }

  static Twin twin(Network network) {
    return twin(of(network));
  }

  static Twin twin(Partition partition) {
    Map<String, BlockOperator> operators =
        partition.blocks().values().stream()
            .collect(
                Collectors.toMap(
                    Block::name,
                    b -> new ExactLinearOperator((LinearBlock) b, Workers.SEQUENTIAL)));
    return new Twin(partition.host(), operators, OnnxWriter::toBytes, SessionSettings.DEFAULT);
  }

  /** What ONNX Runtime makes of the whole network. */
  static Map<String, Tensor> reference(Network network, Map<String, Tensor> inputs) {
    try (OnnxSession session =
        OnnxSession.open(OnnxWriter.toBytes(network), SessionSettings.DEFAULT)) {
      return session.run(inputs);
    }
  }
}
