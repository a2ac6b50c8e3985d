package pnnc.passes.normalize;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.ir.network.Network;
import pnnc.ir.network.Tensor;
import pnnc.onnx.write.OnnxWriter;
import pnnc.passes.fold.FoldConstants;
import pnnc.passes.inline.InlineFunctions;
import pnnc.passes.pipeline.Pass;
import pnnc.passes.pipeline.PassContext;
import pnnc.passes.shape.InferTypes;
import pnnc.sim.runtime.ConstantModel;
import pnnc.sim.runtime.OnnxSession;
import pnnc.sim.runtime.SessionSettings;

/** The passes of this package in the order of the pipeline, and ONNX Runtime to judge them. */
final class Passes {
  private Passes() {}

  static final List<Pass<Network, Network>> NORMALIZING =
      List.of(
          new RemoveIdentity(),
          new LowerQuantizedOperators(),
          new RecogniseQdq(),
          new FoldBatchNorm(),
          new NormalizeConv(),
          new NormalizeGemm(),
          new DecomposeRecurrent(),
          new DecomposeAttention());

  static PassContext context(Diagnostics diagnostics) {
    return new PassContext("test", diagnostics, n -> ConstantModel.evaluate(OnnxWriter.toBytes(n)));
  }

  /** What the passes of this package find before them. */
  static Network prepared(Network network) {
    PassContext context = context(new Diagnostics());
    Network inlined = new InlineFunctions().run(network, context);
    Network typed = new InferTypes().run(inlined, context);
    return new InferTypes().run(new FoldConstants().run(typed, context), context);
  }

  /**
   * {@code network} after each of {@code passes}, types inferred anew; names of those that fired.
   */
  static Network run(
      List<? extends Pass<Network, Network>> passes,
      Network network,
      Diagnostics diagnostics,
      List<String> fired) {
    Network now = network;
    for (Pass<Network, Network> pass : passes) {
      Network next = pass.run(now, context(diagnostics));
      if (!next.equals(now)) {
        fired.add(pass.name());
        now = new InferTypes().run(next, context(diagnostics));
      }
    }
    return now;
  }

  static Network run(Pass<Network, Network> pass, Network network) {
    return run(List.of(pass), network, new Diagnostics(), new ArrayList<>());
  }

  /** What ONNX Runtime makes of the network as it stands. */
  static Map<String, Tensor> compute(Network network, Map<String, Tensor> inputs) {
    try (OnnxSession session =
        OnnxSession.open(OnnxWriter.toBytes(network), SessionSettings.PLAIN)) {
      return session.run(inputs);
    }
  }
}
