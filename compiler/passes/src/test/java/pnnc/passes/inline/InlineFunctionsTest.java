package pnnc.passes.inline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.ir.network.Network;
import pnnc.ir.network.NetworkParser;
import pnnc.passes.pipeline.ConstantEvaluator;
import pnnc.passes.pipeline.PassContext;

/** Functions that were made to break compilers. */
class InlineFunctionsTest {
  private final Diagnostics diagnostics = new Diagnostics();
  private final PassContext context = new PassContext("t", diagnostics, ConstantEvaluator.NONE);

  @Test
  void functionsThatDoubleEachOtherAreRefused() {
    StringBuilder text = new StringBuilder("graph (%x: f32[2]) -> (%y) { %y = my::F0(%x) }\n");
    for (int i = 0; i < 40; i++) {
      text.append(
          "function my::F%d opset \"\" 17, my 1 = graph (%%a) -> (%%c) { %%b = my::F%d(%%a)%n %%c = my::F%d(%%b) }%n"
              .formatted(i, i + 1, i + 1));
    }
    text.append("function my::F40 opset \"\" 17 = graph (%a) -> (%b) { %b = Relu(%a) }");
    inline(text.toString());
    assertThat(diagnostics.all())
        .singleElement()
        .satisfies(d -> assertThat(d.code()).isEqualTo(DiagnosticCode.ONNX_LIMIT));
  }

  private Network inline(String text) {
    String header = "pnnir 1\nopset \"\" 17, my 1\n";
    return new InlineFunctions().run(NetworkParser.parse("t", header + text), context);
  }
}
