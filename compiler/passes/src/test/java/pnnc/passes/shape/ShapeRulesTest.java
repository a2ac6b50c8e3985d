package pnnc.passes.shape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Network;
import pnnc.ir.network.NetworkParser;
import pnnc.passes.pipeline.ConstantEvaluator;
import pnnc.passes.pipeline.PassContext;

/**
 * Operators that the conformance cases of ONNX do not cover: ONNX Runtime's own, and sizes that are
 * names. One row each: inputs, operation with attributes, what is inferred.
 */
class ShapeRulesTest {
  private static final String MS = "com.microsoft::";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          f32[N, S, 8]; f32[8, 24]; f32[24] | Attention {num_heads = 2} | f32[N, S, 8]
          f32[N, S, 8]; f32[N, T, 8]; f32[N, T, 6] | MultiHeadAttention {num_heads = 2} | f32[N, S, 6]
          f32[N, 4, 8]; f32[N, 8, 5] | FusedMatMul | f32[N, 4, 5]
          f32[N, 4, 8]; f32[N, 5, 8] | FusedMatMul {transB = 1} | f32[N, 4, 5]
          f32[N, 3, 8, 8]; f32[2, 3, 3, 3] | FusedConv {activation = "Relu"} | f32[N, 2, 6, 6]
          f32[N, 8]; f32[8] | BiasGelu | f32[N, 8]
          f16[N, S, 8]; f16[N, S, 8]; f16[8] | SkipLayerNormalization | f16[N, S, 8]
          i32[N, S]; i32[N, S]; f32[99, 8]; f32[9, 8]; f32[2, 8]; f32[8]; f32[8] | EmbedLayerNormalization | f32[N, S, 8]
          u8[N, 4]; f32[]; u8[]; u8[4]; f32[]; u8[]; f32[]; u8[] | QLinearAdd | u8[N, 4]
          u8[N, 3, 8, 8]; f32[]; u8[]; f32[]; u8[] | QLinearGlobalAveragePool | u8[N, 3, 1, 1]
          u8[N, 8, 8, 3]; f32[]; u8[]; f32[]; u8[] | QLinearGlobalAveragePool {channels_last = 1} | u8[N, 1, 1, 3]
          f32[]; u8[]; u8[N, 2]; f32[]; u8[]; u8[N, 3]; f32[]; u8[] | QLinearConcat {axis = 1} | u8[N, 5]
          u8[N, 4]; f32[]; u8[]; i8[4, 5]; f32[]; i8[]; i32[5] | QGemm | f32[N, 5]
          u8[N, 4]; f32[]; u8[]; i8[4, 5]; f32[]; i8[]; i32[5]; f32[]; i8[] | QGemm | i8[N, 5]
          f16[N, S, 64]; u8[32, 2, 16]; f16[64] | MatMulNBits {K = 64, N = 32} | f16[N, S, 32]
          f32[N, 4]; u8[4, 5]; f32[] | DynamicQuantizeMatMul | f32[N, 5]
          u8[N, 4]; u8[4, 5]; f16[]; f16[] | MatMulIntegerToFloat | f16[N, 5]
          """)
  void inferMicrosoft(String inputs, String op, String expected) {
    assertThat(infer(inputs, MS + op)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          f32[N, 3, H, W]; f32[2, 3, 3, 3] | Conv {pads = [1, 1, 1, 1]} | f32[N, 2, H, W]
          f32[N, 3, H, W]; f32[2, 3, 3, 3] | Conv {strides = [2, 2]} | f32[N, 2, ?, ?]
          f32[N, 3, 9, 8]; f32[2, 3, 3, 3] | Conv {auto_pad = "SAME_UPPER", strides = [2, 2]} | f32[N, 2, 5, 4]
          f32[N, 3, 9, 9]; f32[2, 3, 3, 3] | Conv {dilations = [2, 2]} | f32[N, 2, 5, 5]
          f32[N, 4, 9, 9]; f32[6, 2, 3, 3] | Conv {group = 2} | f32[N, 6, 7, 7]
          f32[N, 3, 7, 7] | MaxPool {kernel_shape = [2, 2], strides = [2, 2], ceil_mode = 1} | f32[N, 3, 4, 4]
          f32[N, 3, 5, 5]; f32[3, 2, 3, 3] | ConvTranspose {strides = [2, 2], output_padding = [1, 1]} | f32[N, 2, 12, 12]
          f32[N, 1, 4]; f32[3, 1] | Add | f32[N, 3, 4]
          f32[N, S]; f32[N, 1] | Mul | f32[N, S]
          f32[N, S]; f32[S, T] | MatMul | f32[N, T]
          f32[N, S, 8]; f32[8] | MatMul | f32[N, S]
          f32[N, S, 8] | Transpose {perm = [2, 0, 1]} | f32[8, N, S]
          f32[N, S]; f32[N, 3] | Concat {axis = 0} | f32[?, 3]
          f32[N, 3]; f32[N, 4] | Concat {axis = -1} | f32[N, 7]
          f32[N, S, 8] | Flatten {axis = 2} | f32[?, 8]
          f32[S, N, 8]; f32[1, 20, 8]; f32[1, 20, 5] | LSTM {hidden_size = 5} | f32[S, 1, N, 5]
          f32[N, S, 8]; f32[2, 15, 8]; f32[2, 15, 5] | GRU {hidden_size = 5, layout = 1, direction = "bidirectional"} | f32[N, S, 2, 5]
          f32[N, S, 8]; f32[N, 8, T] | Einsum {equation = "nsd,ndt->nst"} | f32[N, S, T]
          f32[N, S, 8]; f32[8, 4] | Einsum {equation = "...d,dk->...k"} | f32[N, S, 4]
          f32[N, 3, 4] | ReduceMean {axes = [1, 2], keepdims = 0} | f32[N]
          f32[N, 3, 4] | ArgMax {axis = 1} | i64[N, 1, 4]
          f32[N, 8]; i64[S] | Gather {axis = 1} | f32[N, S]
          f32[N, 8, 4, 4] | DepthToSpace {blocksize = 2} | f32[N, 2, 8, 8]
          f32[N, 2, 8, 8] | SpaceToDepth {blocksize = 2} | f32[N, 8, 4, 4]
          f32[N, 8]; f32[]; u8[] | QuantizeLinear | u8[N, 8]
          f32[N, 8] | NonZero | i64[2, ?]
          f32[N, 8] | Softmax {axis = 99} | f32[N, 8]
          f32[N, 8] | Transpose {perm = [0, 7]} | ?
          f32[N, 8]; f32[8] | Conv | ?
          """)
  void inferStandard(String inputs, String op, String expected) {
    assertThat(infer(inputs, op)).isEqualTo(expected);
  }

  private static String infer(String inputs, String op) {
    StringBuilder declared = new StringBuilder();
    StringBuilder given = new StringBuilder();
    int number = 0;
    for (String type : inputs.split("; ", -1)) {
      declared
          .append(number == 0 ? "" : ", ")
          .append("%x")
          .append(number)
          .append(": ")
          .append(type);
      given.append(number == 0 ? "" : ", ").append("%x").append(number);
      number++;
    }
    String call =
        op.contains(" ") ? op.replaceFirst(" ", "(" + given + ") ") : op + "(" + given + ")";
    String text =
        "pnnir 1\nopset \"\" 13, com.microsoft 1\ngraph (%s) -> (%%y) { %%y = %s }"
            .formatted(declared, call);
    Network network = NetworkParser.parse("test.pnnir", text);
    PassContext context = new PassContext("t", new Diagnostics(), ConstantEvaluator.NONE);
    Graph graph = new InferTypes().run(network, context).graph();
    return graph.type(graph.outputs().get(0)).toString();
  }
}
