package pnnc.passes.pipeline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pnnc.ir.network.Network;
import pnnc.ir.network.NetworkVerifier;
import pnnc.passes.fold.FoldConstants;
import pnnc.passes.fold.FoldShapePrograms;
import pnnc.passes.fold.InlineBranches;
import pnnc.passes.fold.RemoveDeadCode;
import pnnc.passes.inline.InlineFunctions;
import pnnc.passes.normalize.DecomposeAttention;
import pnnc.passes.normalize.DecomposeRecurrent;
import pnnc.passes.normalize.FoldBatchNorm;
import pnnc.passes.normalize.FreezeDefaults;
import pnnc.passes.normalize.LowerQuantizedOperators;
import pnnc.passes.normalize.NormalizeConv;
import pnnc.passes.normalize.NormalizeGemm;
import pnnc.passes.normalize.RecogniseQdq;
import pnnc.passes.normalize.RemoveIdentity;
import pnnc.passes.shape.InferTypes;
import pnnc.passes.upgrade.UpgradeOpset;

/** The list of passes that a network goes through before it is cut into blocks. */
public final class Pipeline {
  private static final List<Pass<Network, Network>> NORMALIZATION =
      List.of(
          new InlineFunctions(),
          new InferTypes(),
          new UpgradeOpset(),
          new InlineFunctions(),
          new FreezeDefaults(),
          new InferTypes(),
          new FoldShapePrograms(),
          new FoldConstants(),
          new InlineBranches(),
          new RemoveIdentity(),
          new LowerQuantizedOperators(),
          new RecogniseQdq(),
          new FoldBatchNorm(),
          new DecomposeAttention(),
          new DecomposeRecurrent(),
          new InferTypes(),
          new NormalizeGemm(),
          new InferTypes(),
          new NormalizeConv(),
          new InferTypes(),
          new FoldShapePrograms(),
          new FoldConstants(),
          new RemoveIdentity(),
          new RemoveDeadCode(),
          new InferTypes());

  private Pipeline() {}

  /** Every pass in the order in which it runs; some run again after others made work for them. */
  public static List<Pass<Network, Network>> normalization() {
    return NORMALIZATION;
  }

  /** The pass called {@code name}. */
  public static Optional<Pass<Network, Network>> byName(String name) {
    return NORMALIZATION.stream().filter(pass -> pass.name().equals(name)).findFirst();
  }

  /**
   * Runs {@code passes} one after the other; the verifier looks at what each leaves. A pass that
   * found nothing to do in a network is not asked again about the very same one.
   *
   * @throws pnnc.base.diagnostics.DiagnosedException after a pass that found faults in the program
   * @throws pnnc.base.diagnostics.CompilerBug if a pass broke the network
   */
  public static Network run(
      Network network, List<Pass<Network, Network>> passes, PassContext context) {
    Network current = network;
    Map<String, Network> settled = new HashMap<>();
    for (Pass<Network, Network> pass : passes) {
      if (!isSame(settled.get(pass.name()), current)) {
        Network next = checked(pass, current, context);
        if (isSame(next, current)) {
          settled.put(pass.name(), current);
        }
        current = next;
      }
      context.diagnostics().throwIfErrors();
    }
    return current;
  }

  private static Network checked(
      Pass<Network, Network> pass, Network network, PassContext context) {
    Network next = pass.run(network, context);
    if (!isSame(next, network)) {
      NetworkVerifier.check(next, pass.name());
    }
    return next;
  }

  /** A pass that changes nothing returns the very network that it was given. */
  @SuppressWarnings("ReferenceEquality") // comparing contents would cost more than it saves
  private static boolean isSame(Network a, Network b) {
    return a == b;
  }
}
