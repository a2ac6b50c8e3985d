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
    MacCount count = count("%a: f32[N, 3], %b: f32[3, 4]", "MatMul(%a, %b)");
    assertThat(count.macs()).hasValue(12);
    assertThat(count.assumed()).isEqualTo(Set.of("N"));
  }

  @Test
  void unknownSizesAreNotGuessed() {
    MacCount count = count("%a: f32[?, 3], %b: f32[3, 4]", "MatMul(%a, %b)");
    assertThat(count.known()).isZero();
    assertThat(count.unknown()).containsExactly("MatMul `y`");
    assertThat(count.isWhole()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          7  | true  | Identity(%go) | 7
          0  | true  | Identity(%go) | 0
          -3 | true  | Identity(%go) | 0
          7  | false | Identity(%go) | 0
          7  | true  | Not(%no)      | 1
          """)
  void loopsCountAsOftenAsTheyRun(long limit, boolean enter, String goOn, long times) {
    MacCount count = count(LOOP.formatted(limit, enter, goOn));
    assertThat(count.known()).isEqualTo(16 * times);
    boolean guessed = goOn.startsWith("Not");
    assertThat(count.guessed()).isEqualTo(guessed ? Set.of("iterations of y") : Set.of());
  }

  /** The weights and the count come from outside the body. */
  private static final String LOOP =
      """
      graph (%%x: f32[1, 4], %%w: f32[4, 4]) -> (%%y) {
        const %%n: i64[] = %d
        const %%yes: bool[] = %s
        const %%no: bool[] = false
        %%y = Loop(%%n, %%yes, %%x) {
          body = graph body (%%i: i64[], %%go: bool[], %%s: f32[1, 4]) -> (%%on: bool[], %%t: f32[1, 4]) {
            %%on: bool[] = %s
            %%t: f32[1, 4] = MatMul(%%s, %%w)
          }
        }
      }
      """;

  @Test
  void scansCountOncePerStep() {
    MacCount count = count(SCAN.formatted("9"));
    assertThat(count.known()).isEqualTo(16 * 9);
    assertThat(count.isWhole()).isTrue();
  }

  @Test
  void aNamedLengthOfAScanCountsAsOne() {
    MacCount count = count(SCAN.formatted("T"));
    assertThat(count.known()).isEqualTo(16);
    assertThat(count.assumed()).containsExactly("T");
  }

  @Test
  void anUnknownLengthOfAScanIsSaid() {
    assertThat(count(SCAN.formatted("?")).guessed()).containsExactly("iterations of y");
  }

  private static final String SCAN =
      """
      graph (%%x: f32[%s, 1, 4], %%w: f32[4, 4]) -> (%%y) {
        %%y = Scan(%%x) {
          body = graph body (%%s: f32[1, 4]) -> (%%t: f32[1, 4]) {
            %%t: f32[1, 4] = MatMul(%%s, %%w)
          },
          num_scan_inputs = 1
        }
      }
      """;

  @Test
  void anExtensionWithoutAFormulaIsUnknown() {
    String call = "com.microsoft::GroupQueryAttention(%a, %b, %c, _, _, %d, %e)";
    String inputs = "%a: f32[1, 2, 8], %b: f32[1, 2, 8], %c: f32[1, 2, 8], %d: i32[1], %e: i32[]";
    assertThat(count(inputs, call).unknown()).hasSize(1);
  }

  @Test
  void theCostlierBranchIsAGuess() {
    MacCount count =
        count(
            """
            graph (%c: bool[], %x: f32[1, 4], %w: f32[4, 4]) -> (%y) {
              %y = If(%c) {
                else_branch = graph e () -> (%a) { %a = Relu(%x) },
                then_branch = graph t () -> (%b) { %b = MatMul(%x, %w) }
              }
            }
            """);
    assertThat(count.known()).isEqualTo(16);
    assertThat(count.guessed()).containsExactly("the branch of y");
  }

  @Test
  void sumsDoNotOverflow() {
    MacCount huge = MacCount.of(Long.MAX_VALUE - 1, Set.of());
    assertThat(huge.plus(MacCount.of(5, Set.of())).known()).isEqualTo(Long.MAX_VALUE);
    assertThat(huge.times(new TripCount(3, Set.of(), Set.of())).known()).isEqualTo(Long.MAX_VALUE);
  }

  private static MacCount count(String inputs, String op) {
    return count("graph (%s) -> (%%y) { %%y = %s }".formatted(inputs, op));
  }

  private static MacCount count(String graph) {
    String text = "pnnir 1\nopset \"\" 23, com.microsoft 1\n" + graph;
    Network network = NetworkParser.parse("test.pnnir", text);
    PassContext context = new PassContext("t", new Diagnostics(), ConstantEvaluator.NONE);
    Network typed = new InferTypes().run(network, context);
    return MacCounter.of(typed);
  }
}
