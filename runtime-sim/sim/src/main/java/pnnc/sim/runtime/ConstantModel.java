package pnnc.sim.runtime;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pnnc.ir.network.Tensor;

/** Computes models that need no inputs: the arithmetic behind constant folding. */
public final class ConstantModel {
  private ConstantModel() {}

  /**
   * The outputs of a model without inputs, in its order. ONNX Runtime takes the model as it stands:
   * it runs only once.
   *
   * @param model an encoded ModelProto that refers to no other file
   * @return empty if an output is no tensor
   * @throws pnnc.base.diagnostics.DiagnosedException if ONNX Runtime refuses the model
   */
  public static Optional<List<Tensor>> evaluate(byte[] model) {
    try (OnnxSession session = OnnxSession.open(model, SessionSettings.PLAIN)) {
      Map<String, HostValue> results = session.runHeld(Map.of(), session.outputNames());
      try {
        return tensors(results.values());
      } finally {
        results.values().forEach(HostValue::close);
      }
    }
  }

  private static Optional<List<Tensor>> tensors(Collection<HostValue> values) {
    List<Tensor> tensors = new ArrayList<>();
    for (HostValue value : values) {
      if (!value.isTensor()) {
        return Optional.empty();
      }
      tensors.add(value.tensor());
    }
    return Optional.of(tensors);
  }
}
