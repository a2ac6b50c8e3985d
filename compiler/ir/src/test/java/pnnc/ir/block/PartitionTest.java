package pnnc.ir.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pnnc.base.bytes.Blob;
import pnnc.base.shape.Shape;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Network;
import pnnc.ir.network.Node;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.Value;

class PartitionTest {
  private static final Value X = new Value("x");
  private static final Value Y = new Value("y");
  private static final LinearBlock FC =
      LinearBlock.dense(
          "fc", Tensor.ofFloats(Shape.of(1, 1), 2), Optional.empty(), Optional.empty());

  @Test
  void blocksMayBeCalledFromSubgraphs() {
    Node call = Partition.call("fc", List.of(X), List.of(Y));
    Graph branch = graph(List.of(), call);
    Node choice =
        Node.of("If", List.of(new Value("c")), new Value("z"))
            .with("then_branch", Attribute.of(branch))
            .with("else_branch", Attribute.of(branch));
    Network host = network(graph(List.of(X, new Value("c")), choice));
    assertThat(new Partition(host, Map.of("fc", FC)).blocks()).containsOnlyKeys("fc");
    assertThat(Partition.reachesBlock(choice)).isTrue();
    assertThat(Partition.called(call)).contains("fc");
  }

  @Test
  void everyBlockIsCalledAndEveryCallHasABlock() {
    Network host = network(graph(List.of(X), Partition.call("fc", List.of(X), List.of(Y))));
    assertThatThrownBy(() -> new Partition(host, Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("[fc]");
    Network none = network(graph(List.of(X), Node.of("Relu", List.of(X), Y)));
    assertThatThrownBy(() -> new Partition(none, Map.of("fc", FC)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Partition(host, Map.of("other", FC)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Graph graph(List<Value> inputs, Node node) {
    return new Graph(
        "g", inputs, node.outputs(), Map.of(), List.of(node), Map.of(), Map.of(), Blob.EMPTY);
  }

  private static Network network(Graph graph) {
    return new Network(graph, List.of(), Map.of("", 17), Network.Header.PNNC);
  }
}
