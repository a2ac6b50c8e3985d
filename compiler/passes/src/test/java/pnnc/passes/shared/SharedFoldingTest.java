package pnnc.passes.shared;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.ir.network.Network;
import pnnc.ir.network.Tensor;
import pnnc.onnx.write.OnnxWriter;
import pnnc.passes.golden.OrtEvaluator;
import pnnc.passes.golden.SameOutputs;
import pnnc.passes.pipeline.Pass;
import pnnc.passes.pipeline.PassContext;
import pnnc.passes.pipeline.Pipeline;
import pnnc.sim.runtime.OnnxSession;
import pnnc.sim.runtime.SessionSettings;

/** After all passes a network computes the same as before. */
class SharedFoldingTest {
  @TestFactory
  Stream<DynamicTest> modelsComputeTheSame() throws IOException {
    return SharedCase.below("models").stream()
        .map(c -> DynamicTest.dynamicTest(c.title(), () -> check(c, c.network())));
  }

  @Tag("slow")
  @TestFactory
  Stream<DynamicTest> conformanceCasesComputeTheSame() throws IOException {
    return SharedCase.below("conformance").stream()
        .map(c -> DynamicTest.dynamicTest(c.title(), () -> check(c, c.withIntegersBound())));
  }

  private static void check(SharedCase shared, Network before) throws IOException {
    Map<String, Tensor> inputs = shared.inputs();
    inputs.keySet().retainAll(before.graph().inputs().stream().map(v -> v.name()).toList());
    Optional<Map<String, Tensor>> expected = runIfPossible(before, inputs);
    if (expected.isPresent()) {
      Map<String, Tensor> found = run(rewritten(before), inputs);
      SameOutputs.compare(shared.title(), expected.get(), found);
    }
  }

  private static Network rewritten(Network network) {
    PassContext context = new PassContext("model.onnx", new Diagnostics(), new OrtEvaluator());
    Network result = network;
    for (Pass<Network, Network> pass : Pipeline.normalization()) {
      result = pass.run(result, context);
    }
    context.diagnostics().throwIfErrors();
    return result;
  }

  /** Empty where ONNX Runtime cannot run the case. */
  private static Optional<Map<String, Tensor>> runIfPossible(
      Network network, Map<String, Tensor> inputs) {
    try {
      return Optional.of(run(network, inputs));
    } catch (DiagnosedException refused) {
      return Optional.empty();
    }
  }

  private static Map<String, Tensor> run(Network network, Map<String, Tensor> inputs) {
    byte[] model = OnnxWriter.toBytes(network);
    try (OnnxSession session = OnnxSession.open(model, SessionSettings.PLAIN)) {
      return session.run(inputs);
    }
  }
}
