package pnnc.passes.partition;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pnnc.ir.block.Partition;
import pnnc.passes.shape.MacCount;

/**
 * A network cut up.
 *
 * @param partition host graph and blocks
 * @param targets the target of each block, by the block's name
 * @param calls where the host graph calls blocks, in the order of the graph
 * @param kept linear operators that stay on the host, each with the reason
 * @param physical multiply-accumulates in blocks, for one run of the network
 */
public record Partitioned(
    Partition partition,
    Map<String, String> targets,
    List<Call> calls,
    List<Kept> kept,
    MacCount physical) {
  /**
   * A linear operator that became a call of a block.
   *
   * @param block which block
   * @param operator the operator's name in the user's model
   * @param macs multiply-accumulates for one run of the network; in a loop of unknown length for
   *     one iteration
   */
  public record Call(String block, String operator, long macs) {}

  /**
   * A linear operator that did not.
   *
   * @param operator its kind and the user's name for it
   * @param reason the second half of a sentence
   */
  public record Kept(String operator, String reason) {}

  public Partitioned {
    targets = Collections.unmodifiableMap(new LinkedHashMap<>(targets));
    calls = List.copyOf(calls);
    kept = List.copyOf(kept);
  }

  /** Multiply-accumulates in blocks, for one run of the network. */
  public long physicalMacs() {
    return physical.known();
  }
}
