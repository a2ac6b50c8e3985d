package pnnc.passes.fold;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.ir.network.Network;
import pnnc.ir.network.NetworkParser;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorData;
import pnnc.ir.network.Value;
import pnnc.passes.golden.OrtEvaluator;
import pnnc.passes.pipeline.ConstantEvaluator;
import pnnc.passes.pipeline.PassContext;

/** How folding treats its evaluator and large constants. */
class FoldConstantsTest {
  private static final String CHAIN =
      """
      pnnir 1
      opset "" 17
      graph (%x: f32[2]) -> (%y: f32[2], %z: f32[2]) {
        const %a: f32[2] = [1.0, 2.0]
        %b: f32[2] = Neg(%a)
        %c: f32[2] = Exp(%b)
        %d: f32[2] = Mul(%c, %b)
        %y: f32[2] = Add(%x, %d)
        %z: f32[2] = Mul(%x, %c)
      }
      """;

  private final List<Network> asked = new ArrayList<>();

  @Test
  void asksOnceForWhatTheRestUses() {
    Network folded = fold(CHAIN, new OrtEvaluator());
    assertThat(asked).hasSize(1);
    assertThat(asked.get(0).graph().inputs()).isEmpty();
    assertThat(asked.get(0).graph().outputs()).containsExactly(new Value("c"), new Value("d"));
    assertThat(folded.graph().nodes()).hasSize(2);
  }

  @Test
  void anEvaluatorThatCannotLeavesTheProgramAsItIs() {
    Network network = NetworkParser.parse("t", CHAIN);
    assertThat(fold(CHAIN, ConstantEvaluator.NONE)).isEqualTo(network);
  }

  @Test
  void aFillOfAnySizeIsOneElement() {
    Network folded =
        fold(
            """
            pnnir 1
            opset "" 17
            graph (%x: f32[1]) -> (%y) {
              const %s: i64[2] = [1000000, 1000000]
              %w: f32[1000000, 1000000] = ConstantOfShape(%s)
              %n: f32[1000000, 1000000] = Neg(%w)
              %y = Add(%x, %n)
            }
            """,
            new OrtEvaluator());
    Tensor filled = folded.graph().constants().get(new Value("w"));
    assertThat(filled.elements()).isEqualTo(1_000_000_000_000L);
    assertThat(filled.data()).isInstanceOf(TensorData.Splat.class);
    assertThat(asked).isEmpty();
  }

  private Network fold(String text, ConstantEvaluator evaluator) {
    ConstantEvaluator noting =
        network -> {
          asked.add(network);
          return evaluator.evaluate(network);
        };
    PassContext context = new PassContext("t", new Diagnostics(), noting);
    return new FoldConstants().run(NetworkParser.parse("t", text), context);
  }
}
