package pnnc.passes.pipeline;

import java.util.List;
import java.util.Optional;
import pnnc.ir.network.Network;
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

/** Every rewrite of a network that needs no choice by the user. */
public final class Passes {
  private static final List<Pass<Network, Network>> ALL =
      List.of(
          new InlineFunctions(),
          new InferTypes(),
          new FoldShapePrograms(),
          new FoldConstants(),
          new InlineBranches(),
          new FreezeDefaults(),
          new RemoveIdentity(),
          new LowerQuantizedOperators(),
          new RecogniseQdq(),
          new FoldBatchNorm(),
          new DecomposeAttention(),
          new DecomposeRecurrent(),
          new NormalizeGemm(),
          new NormalizeConv(),
          new RemoveDeadCode());

  private Passes() {}

  /** All passes, in an order in which each finds what it requires. */
  public static List<Pass<Network, Network>> all() {
    return ALL;
  }

  /** The pass called {@code name} on the command line. */
  public static Optional<Pass<Network, Network>> byName(String name) {
    return ALL.stream().filter(pass -> pass.name().equals(name)).findFirst();
  }
}
