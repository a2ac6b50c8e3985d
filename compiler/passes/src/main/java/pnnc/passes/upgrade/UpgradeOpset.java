package pnnc.passes.upgrade;

import java.util.Map;
import java.util.stream.Stream;
import pnnc.ir.network.Network;
import pnnc.ir.network.NetworkFunction;
import pnnc.passes.pipeline.Pass;
import pnnc.passes.pipeline.PassContext;

/**
 * Says what a network of operator set 7 to 25 says in operator set {@value #TARGET}, subgraphs and
 * local functions included:
 *
 * <pre>{@code
 * opset "" 10                                  opset "" 24
 * %y = Clip(%x) {min = 0.0}        becomes     %y = Clip(%x, %y.min)
 * %z = Softmax(%y[N, 3, 4])                    %f = Flatten(%y)
 *        {axis = 1}                            %s = Softmax(%f) {axis = -1}
 *                                              %z = Reshape(%s, %shape) {allowzero = 1}
 * }</pre>
 *
 * <p>Ensures that the network and all its functions are at the target's version, or are what they
 * were. The latter if one of them is outside 7 to 25, silently, or if an operator has no equal
 * there, with PNN3017 for each such operator.
 *
 * <p>Meaning is what ONNX Runtime computes where the standard's versions differ only in wording.
 * Results are bit-exact but for BatchNormalization that is not spatial and GlobalLpPool, which are
 * spelled out and agree within a few rounding errors. Profits from inferred types: without them
 * more operators are needed for the same meaning.
 */
public final class UpgradeOpset implements Pass<Network, Network> {
  /** The version of the ONNX standard's operator set that networks are brought to. */
  public static final int TARGET = 24;

  private static final int OLDEST = 7;
  private static final int NEWEST = 25;

  @Override
  public String name() {
    return "upgrade-opset";
  }

  @Override
  public Network run(Network network, PassContext context) {
    int[] versions =
        Stream.concat(
                Stream.of(network.opset()),
                network.functions().stream().map(f -> version(network, f)))
            .filter(v -> v != 0)
            .mapToInt(v -> v)
            .distinct()
            .toArray();
    for (int version : versions) {
      if (version < OLDEST || version > NEWEST) {
        return network;
      }
    }
    boolean there = versions.length == 0 || (versions.length == 1 && versions[0] == TARGET);
    return there ? network : new NetworkUpgrade(network, context).run();
  }

  /** The version that {@code function} is written for; it may leave that to its network. */
  static int version(Network network, NetworkFunction function) {
    Map<String, Integer> opsets = function.opsets();
    return opsets.getOrDefault("", network.opset());
  }
}
