package pnnc.passes.golden;

import java.util.List;
import java.util.Optional;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.ir.network.Network;
import pnnc.ir.network.Tensor;
import pnnc.onnx.write.OnnxWriter;
import pnnc.passes.pipeline.ConstantEvaluator;
import pnnc.sim.runtime.ConstantModel;

/** ONNX Runtime as the arithmetic behind folding. */
public final class OrtEvaluator implements ConstantEvaluator {
  @Override
  public Optional<List<Tensor>> evaluate(Network network) {
    try {
      return ConstantModel.evaluate(OnnxWriter.toBytes(network));
    } catch (DiagnosedException refused) {
      return Optional.empty();
    }
  }
}
