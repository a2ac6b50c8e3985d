package pnnc.sim.equivalence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.shape.Shape;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Network;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.ValueType;
import pnnc.onnx.write.OnnxWriter;
import pnnc.sim.Graphs;
import pnnc.sim.Seeds;
import pnnc.sim.runtime.OnnxSession;

class ReferenceNoiseTest {
  @Test
  void rewritingAModelMovesItsLastBits() {
    Random random = new Random(11);
    Network network =
        Graphs.network(
            new Graphs()
                .in("x", ValueType.tensor(ElementType.F32, Shape.of(1, 3, 16, 16)))
                .constant("w", Seeds.floats(random, 8, 3, 3, 3))
                .constant("scale", Seeds.floats(random, 8))
                .constant("bias", Seeds.floats(random, 8))
                .constant("mean", Seeds.floats(random, 8))
                .constant("var", Tensor.ofFloats(Shape.of(8), .3f, 1, 2, 3, 4, 5, 6, 7))
                .node("Conv", "c", "x", "w")
                .node("BatchNormalization", "y", "c", "scale", "bias", "mean", "var")
                .out("y"));
    byte[] model = OnnxWriter.toBytes(network);
    Tensor x = Seeds.floats(random, 1, 3, 16, 16);
    ReferenceNoise noise =
        ReferenceNoise.measure(s -> OnnxSession.open(model, s), List.of(Map.of("x", x)));
    assertThat(noise.of("y")).isPositive().isLessThan(1e-3);
    assertThat(noise.of("other")).isZero();
  }

  @Test
  void aModelThatIsRefusedHasNoNoise() {
    assertThatThrownBy(
            () ->
                ReferenceNoise.measure(s -> OnnxSession.open(new byte[] {1}, s), List.of(Map.of())))
        .isInstanceOf(DiagnosedException.class);
  }
}
