package pnnc.passes.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.ir.network.Network;
import pnnc.ir.network.NetworkParser;
import pnnc.passes.pipeline.ConstantEvaluator;
import pnnc.passes.pipeline.PassContext;

/** Counts that can be checked by hand. */
class MacCounterTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          %a: f32[2, 3], %b: f32[3, 4] | MatMul(%a, %b) | 24
          %a: f32[3, 2], %b: f32[3, 4], %c: f32[4] | Gemm(%a, %b, %c) {transA = 1} | 24
          %a: f32[1, 3, 8, 8], %b: f32[4, 3, 3, 3] | Conv(%a, %b) | 3888
          %a: f32[1, 4, 8, 8], %b: f32[4, 1, 3, 3] | Conv(%a, %b) {group = 4} | 1296
          %a: f32[1, 3, 4, 4], %b: f32[3, 2, 2, 2] | ConvTranspose(%a, %b) {strides = [2, 2]} | 384
          %a: f32[7, 2, 3], %b: f32[1, 20, 3], %c: f32[1, 20, 5] | LSTM(%a, %b, %c) {hidden_size = 5} | 2240
          %a: f32[7, 2, 3], %b: f32[2, 15, 3], %c: f32[2, 15, 5] | GRU(%a, %b, %c) {hidden_size = 5, direction = "bidirectional"} | 3360
          %a: f32[2, 3, 4], %b: f32[2, 4, 5] | Einsum(%a, %b) {equation = "nij,njk->nik"} | 120
          %a: f32[1, 2, 3, 4], %b: f32[1, 2, 5, 4], %c: f32[1, 2, 5, 6] | Attention(%a, %b, %c) | 300
          %a: u8[2, 3], %b: i8[3, 4] | MatMulInteger(%a, %b) | 24
          %a: f32[2, 3] | Relu(%a) | 0
          """)
  void counts(String inputs, String op, long expected) {
    assertThat(count(inputs, op).macs()).hasValue(expected);
  }

  @Test
  void namesCountAsOne() {
    MacCounter.Count count = count("%a: f32[N, 3], %b: f32[3, 4]", "MatMul(%a, %b)");
    assertThat(count.macs()).hasValue(12);
    assertThat(count.assumed()).isEqualTo(Set.of("N"));
  }

  @Test
  void unknownSizesAreNotGuessed() {
    assertThat(count("%a: f32[?, 3], %b: f32[3, 4]", "MatMul(%a, %b)").macs()).isEmpty();
  }

  private static MacCounter.Count count(String inputs, String op) {
    String text = "pnnir 1\nopset \"\" 23\ngraph (%s) -> (%%y) { %%y = %s }".formatted(inputs, op);
    Network network = NetworkParser.parse("test.pnnir", text);
    PassContext context = new PassContext("t", new Diagnostics(), ConstantEvaluator.NONE);
    Network typed = new InferTypes().run(network, context);
    return MacCounter.of(typed.graph(), typed.graph().nodes().get(0), typed.opsets());
  }
}
