package pnnc.sim.twin;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import pnnc.ir.block.Block;
import pnnc.ir.block.LinearBlock;
import pnnc.ir.block.Partition;
import pnnc.ir.block.Window;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Network;
import pnnc.ir.network.Node;
import pnnc.ir.network.Tensor;
import pnnc.kernels.parallel.Workers;
import pnnc.onnx.write.OnnxWriter;
import pnnc.sim.linear.ExactLinearOperator;
import pnnc.sim.runtime.OnnxSession;
import pnnc.sim.runtime.SessionSettings;

/** Makes a block of every MatMul and Conv of a constant, at every depth, named after it. */
final class LinearPartition {
  private final Map<String, Block> blocks = new LinkedHashMap<>();

  private LinearPartition() {}

  static Partition of(Network network) {
    LinearPartition partition = new LinearPartition();
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
    Optional<Tensor> weight = around.constant(node.input(1)).filter(LinearPartition::isFloat);
    String name = node.input(1).name();
    if (node.is("MatMul") && weight.filter(w -> w.shape().rank() == 2).isPresent()) {
      return call(LinearBlock.dense(name, weight.get(), Optional.empty(), Optional.empty()), node);
    }
    Optional<Tensor> bias = around.constant(node.input(2));
    if (node.is("Conv") && weight.isPresent() && bias.isPresent() == node.input(2).isPresent()) {
      return call(convolution(name, node, weight.get(), bias), node);
    }
    return node.mapGraphs(g -> cut(around.inside(g)));
  }

  private Node call(LinearBlock block, Node node) {
    blocks.put(block.name(), block);
    return Partition.call(block.name(), List.of(node.input(0)), node.outputs());
  }

  private static boolean isFloat(Tensor tensor) {
    return tensor.type() == ElementType.F32 || tensor.type() == ElementType.F16;
  }

  private static LinearBlock convolution(
      String name, Node node, Tensor weight, Optional<Tensor> bias) {
    List<Integer> kernel = ints(Arrays.copyOfRange(weight.sizes(), 2, weight.shape().rank()));
    Window plain = Window.of(kernel.toArray(Integer[]::new));
    Window window =
        new Window(
            kernel,
            node.integers("strides").map(LinearPartition::ints).orElse(plain.strides()),
            node.integers("dilations").map(LinearPartition::ints).orElse(plain.dilations()),
            padding(node, kernel.size()));
    int groups = (int) node.integer("group", 1);
    return LinearBlock.convolution(name, window, weight, groups, Optional.empty(), bias);
  }

  private static Window.Padding padding(Node node, int rank) {
    String auto = node.text("auto_pad", "NOTSET");
    if (auto.startsWith("SAME")) {
      return new Window.Padding.Same(auto.equals("SAME_UPPER"));
    }
    List<Integer> pads =
        node.integers("pads").map(LinearPartition::ints).orElse(Collections.nCopies(2 * rank, 0));
    return new Window.Padding.Explicit(pads.subList(0, rank), pads.subList(rank, 2 * rank));
  }

  private static List<Integer> ints(long[] values) {
    return Arrays.stream(values).mapToObj(Math::toIntExact).toList();
  }

  static Twin twin(Network network) {
    return twin(of(network));
  }

  static Twin twin(Partition partition) {
    Map<String, BlockOperator> operators =
        partition.blocks().values().stream()
            .collect(
                Collectors.toMap(
                    Block::name, b -> new ExactLinearOperator((LinearBlock) b, Workers.POOL)));
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
