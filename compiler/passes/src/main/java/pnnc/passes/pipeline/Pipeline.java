package pnnc.passes.pipeline;

import java.util.List;
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

/** The list of passes that a network goes through before it is cut into blocks. */
public final class Pipeline {
  private static final List<Pass<Network, Network>> NORMALIZATION =
      List.of(
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
   * Runs {@code passes} one after the other; the verifier looks at what each leaves.
   *
   * @throws pnnc.base.diagnostics.DiagnosedException after a pass that found faults in the program
   * @throws pnnc.base.diagnostics.CompilerBug if a pass broke the network
   */
  public static Network run(
      Network network, List<Pass<Network, Network>> passes, PassContext context) {
    Network current = network;
    for (Pass<Network, Network> pass : passes) {
      current = checked(pass, current, context);
      context.diagnostics().throwIfErrors();
    }
    return current;
  }

  @SuppressWarnings("ReferenceEquality") // a pass that changes nothing returns what it was given
  private static Network checked(
      Pass<Network, Network> pass, Network network, PassContext context) {
    Network next = pass.run(network, context);
    if (next != network) {
      NetworkVerifier.check(next, pass.name());
    }
    return next;
  }
}
