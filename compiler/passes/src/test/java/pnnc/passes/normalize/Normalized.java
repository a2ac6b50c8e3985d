package pnnc.passes.normalize;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.ir.network.Network;
import pnnc.ir.network.NetworkVerifier;
import pnnc.ir.network.Tensor;
import pnnc.onnx.write.OnnxWriter;
import pnnc.passes.golden.OrtEvaluator;
import pnnc.passes.pipeline.Pass;
import pnnc.passes.pipeline.PassContext;
import pnnc.passes.pipeline.Pipeline;
import pnnc.sim.runtime.OnnxSession;
import pnnc.sim.runtime.SessionSettings;

/**
 * A network before and after the pipeline.
 *
 * @param fired names of this package's passes that changed something
 */
record Normalized(Network before, Network after, List<String> fired) {
  static Normalized of(Network network) {
    PassContext context = new PassContext("model.onnx", new Diagnostics(), new OrtEvaluator());
    List<String> fired = new ArrayList<>();
    Network now = network;
    for (Pass<Network, Network> pass : Pipeline.normalization()) {
      Network next = pass.run(now, context);
      NetworkVerifier.check(next, pass.name());
      if (pass.getClass().getPackage().equals(RemoveIdentity.class.getPackage())
          && !next.equals(now)) {
        fired.add(pass.name());
      }
      now = next;
    }
    return new Normalized(network, now, fired);
  }

  /** What ONNX Runtime makes of {@code network} as it stands. */
  static Map<String, Tensor> compute(Network network, Map<String, Tensor> inputs) {
    byte[] model = OnnxWriter.toBytes(network);
    try (OnnxSession session = OnnxSession.open(model, SessionSettings.PLAIN)) {
      return session.run(inputs);
    }
  }
}
