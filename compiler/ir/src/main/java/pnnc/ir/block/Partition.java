package pnnc.ir.block;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Network;
import pnnc.ir.network.Node;
import pnnc.ir.network.OpType;
import pnnc.ir.network.Value;

/**
 * A network cut into what stays and what becomes physical.
 *
 * @param host calls blocks through nodes {@code pnnc::Block} with the string attribute {@code
 *     block}; also from inside the bodies of If, Loop and Scan. Several nodes may call one block
 * @param blocks by name; exactly those that the host calls
 */
public record Partition(Network host, Map<String, Block> blocks) {
  /** The operator that stands in the host graph where a block was. */
  public static final OpType BLOCK = new OpType(OpType.PNNC, "Block");

  private static final String NAME = "block";

  public Partition {
    blocks = Collections.unmodifiableMap(new LinkedHashMap<>(blocks));
    blocks.forEach(Partition::requireOwnName);
    requireCalled(host, blocks);
  }

  private static void requireOwnName(String name, Block block) {
    if (!block.name().equals(name)) {
      throw new IllegalArgumentException(
          "block `%s` is filed under `%s`".formatted(block.name(), name));
    }
  }

  private static void requireCalled(Network host, Map<String, Block> blocks) {
    Set<String> called = calledBlocks(host);
    if (!called.equals(blocks.keySet())) {
      throw new IllegalArgumentException(
          "the host calls blocks %s, there are %s".formatted(called, blocks.keySet()));
    }
  }

  /** The names of the blocks that {@code host} calls, sorted. */
  public static Set<String> calledBlocks(Network host) {
    return calls(host.graph()).collect(Collectors.toCollection(TreeSet::new));
  }

  /** The names of the blocks that {@code graph} calls, at every depth, with repetitions. */
  private static Stream<String> calls(Graph graph) {
    return graph.nodes().stream()
        .flatMap(n -> Stream.concat(called(n).stream(), n.graphs().flatMap(Partition::calls)));
  }

  /** A node that calls block {@code block}. */
  public static Node call(String block, List<Value> inputs, List<Value> outputs) {
    return new Node(BLOCK, "", inputs, outputs, Map.of(NAME, Attribute.of(block)));
  }

  /** The name of the block that {@code node} calls, if it calls one. */
  public static Optional<String> called(Node node) {
    return node.op().equals(BLOCK) ? Optional.of(node.text(NAME, "")) : Optional.empty();
  }

  /** Whether {@code node} calls a block, itself or from inside its subgraphs. */
  public static boolean reachesBlock(Node node) {
    return called(node).isPresent()
        || node.graphs().anyMatch(g -> g.nodes().stream().anyMatch(Partition::reachesBlock));
  }
}
