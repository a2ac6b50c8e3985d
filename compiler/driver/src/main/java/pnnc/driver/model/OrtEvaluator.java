package pnnc.driver.model;

import java.util.List;
import java.util.Optional;
import pnnc.ir.network.Network;
import pnnc.ir.network.Tensor;
import pnnc.onnx.write.OnnxWriter;
import pnnc.passes.pipeline.ConstantEvaluator;
import pnnc.sim.runtime.ConstantModel;

/** Lends ONNX Runtime to the passes. */
public final class OrtEvaluator implements ConstantEvaluator {
  @Override
  public Optional<List<Tensor>> evaluate(Network network) {
    return ConstantModel.evaluate(OnnxWriter.toBytes(network));
  }
}
