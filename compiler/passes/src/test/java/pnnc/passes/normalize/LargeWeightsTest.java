package pnnc.passes.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pnnc.base.bytes.ByteSource;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.base.shape.Shape;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Network;
import pnnc.ir.network.NetworkParser;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorData;
import pnnc.ir.network.Value;
import pnnc.passes.pipeline.ConstantEvaluator;
import pnnc.passes.pipeline.PassContext;

/** Weights over 64 MiB are never read by a normalisation. */
class LargeWeightsTest {
  private static final Shape SHAPE = Shape.of(1 << 15, 1 << 15);

  @Test
  void transposedMatrixStaysInItsGemm() {
    Network network =
        NetworkParser.parse(
            "test",
            """
            pnnir 1
            opset "" 17

            graph (%x: f32[32768, N]) -> (%y: f32[N, 32768]) {
              const %w: f32[1, 1] = [[1.0]]
              const %b: f32[] = 1.0
              %y: f32[N, 32768] = Gemm(%x, %w, %b) {alpha = 0.5, transA = 1, transB = 1}
            }
            """);
    Graph after = normalized(network.mapGraph(LargeWeightsTest::withLargeWeights));
    assertThat(after.nodes())
        .extracting(n -> n.op().name())
        .containsExactly("Transpose", "Gemm", "Mul", "Add");
    LinearView view = LinearOperators.of(after).view(after.nodes().get(1)).orElseThrow();
    assertThat(view.transposed()).isTrue();
  }

  private static Graph normalized(Network network) {
    PassContext context = new PassContext("test", new Diagnostics(), ConstantEvaluator.NONE);
    return new NormalizeGemm().run(network, context).graph();
  }

  private static Graph withLargeWeights(Graph graph) {
    Map<Value, Tensor> constants = new LinkedHashMap<>(graph.constants());
    TensorData unreadable = new TensorData.Bytes(new Unreadable(4L << 30));
    constants.put(new Value("w"), new Tensor(ElementType.F32, SHAPE, unreadable));
    return new Graph(
        graph.name(),
        graph.inputs(),
        graph.outputs(),
        constants,
        graph.nodes(),
        graph.types(),
        graph.origins(),
        graph.unread());
  }

  private record Unreadable(long size) implements ByteSource {
    @Override
    public String name() {
      return "unreadable";
    }

    @Override
    public ByteBuffer slice(long offset, int length) {
      throw new AssertionError("somebody reads the weights");
    }
  }
}
