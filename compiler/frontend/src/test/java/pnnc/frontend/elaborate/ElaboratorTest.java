package pnnc.frontend.elaborate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.frontend.ast.Item;
import pnnc.frontend.program.Modules;
import pnnc.ir.network.Network;
import pnnc.ir.network.NetworkPrinter;
import pnnc.ir.network.Node;
import pnnc.ir.network.TensorElements;

/** What programs become. */
class ElaboratorTest {
  private static Network network(String text) {
    Diagnostics diagnostics = new Diagnostics();
    Optional<Network> network = Programs.network(text, WeightFiles.NONE, diagnostics);
    assertThat(Programs.text(diagnostics)).as("faults").isEmpty();
    return network.orElseThrow();
  }

  @Test
  void theStandardLibraryIsSound() {
    Diagnostics diagnostics = new Diagnostics();
    Modules modules =
        Modules.load(
            Programs.LIBRARY.standard("std/nn").orElseThrow(),
            Programs.LIBRARY,
            t -> pnnc.frontend.parse.Parsing.parse(t, diagnostics),
            diagnostics);
    new Elaborator(modules, diagnostics).checkFunctions();
    assertThat(Programs.text(diagnostics)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x * p.gain + p.b",
        "p.gain * -p.b",
        "matmul(x, p.c_attn')",
        "matmul(x, p.a.weight') + p.shift",
        "op.Mul(x, p.gain)",
        "concat([x, p.token], axis: 0)"
      })
  void aFunctionMayComputeWithWhatItsWeightsMayBe(String body) {
    Diagnostics diagnostics = new Diagnostics();
    String text = "fn f(x: f32[N, 4], p: params) -> f32[..R] = " + body;
    Modules modules = Programs.load("f", text, diagnostics);
    new Elaborator(modules, diagnostics).checkFunctions();
    assertThat(Programs.text(diagnostics)).isEmpty();
  }

  @Test
  void aPerceptron() throws Exception {
    Network network =
        network(
            """
            net Mlp(image: f32[N, 784]) -> f32[N, 10] {
              weights w = random(seed: 7)
              h = image |> linear(w.fc1 as params) |> relu
              h |> linear(w.fc2.weight as f32[10, 784]) |> softmax(axis: -1)
            }
            """);
    StringBuilder text = new StringBuilder();
    NetworkPrinter.inline().print(network, text);
    assertThat(text.toString()).contains("MatMul");
  }

  @Test
  void aResidualNetwork() throws Exception {
    Network network =
        network(
            """
            fn block(x: T[N, C, H, W], p: params, s: int = 1) -> T[N, K, H / s, W / s]
              where s in {1, 2}, H % s == 0, W % s == 0 {
              y = x |> conv2d(p.conv1.weight as T[C * s, C, 3, 3], stride: s, pad: same) |> relu
              y = y |> conv2d(p.conv2.weight as T[C * s, C * s, 3, 3], pad: same)
              skip = if s == 1 and C == K then x else x |> conv2d(p.down as T[C * s, C, 1, 1], stride: s)
              relu(y + skip)
            }
            net Res8(x: f32[N, 3, 32, 32]) -> f32[N, 10] {
              weights w = random(seed: 3)
              t = x |> conv2d(w.stem.weight as f32[16, 3, 3, 3], pad: same) |> relu
              t = repeat i in 0 .. 3 from t { block(t, w.layer[i], s: if i == 0 then 1 else 2) }
              t |> mean(axes: [2, 3]) |> linear(w.head.weight as f32[10, 64])
            }
            """);
    assertThat(network.graph().nodes()).hasSizeGreaterThan(10);
  }

  @Test
  void aDecoderBlockWithCache() throws Exception {
    Network network =
        network(
            """
            net Step(x: f32[N, S, 64], k: f32[N, 2, P, 16], v: f32[N, 2, P, 16])
              -> (y: f32[N, S, 64], k: f32[N, 2, P + S, 16], v: f32[N, 2, P + S, 16]) {
              weights w = random(seed: 3)
              decoder(x, k, v, w)
            }
            fn decoder(x: T[N, S, M], k: T[N, G, P, D], v: T[N, G, P, D], w: params)
              -> (y: T[N, S, M], k: T[N, G, P + S, D], v: T[N, G, P + S, D]) {
              q = linear(x, w.q as T[64, 64]) |> split_heads(4) |> rope(offset: P)
              nk = concat([k, linear(x, w.k as T[32, 64]) |> split_heads(2) |> rope(offset: P)], axis: 2)
              nv = concat([v, linear(x, w.v as T[32, 64]) |> split_heads(2)], axis: 2)
              y = attend(q, repeat_heads(nk, 2), repeat_heads(nv, 2), causal: true) |> merge_heads
              (y: x + y, k: nk, v: nv)
            }
            """);
    assertThat(network.graph().outputs()).hasSize(3);
  }

  @Test
  void outputsAreCalledAsTheProgramSays() {
    Network network =
        network(
            """
            net Names(x: f32[2], k: f32[2]) -> (c: f32[2], relu: f32[2], k: f32[2], f32[2]) {
              y = relu(x + 1)
              (y, relu(y), k + 2, y)
            }
            """);
    assertThat(network.graph().outputs())
        .extracting(pnnc.ir.network.Value::name)
        .containsExactly("c", "relu", "k_1", "output_3");
  }

  @Test
  void onlyOutputsCalledLikeInputsGetAnotherName() {
    Network network =
        network(
            """
            net Names(k: f32[2], output: f32[2])
              -> (f32[2], k: f32[2], k_1: f32[2], output_3: f32[2], f32[2]) {
              (-k, -k, -k, -k, -k)
            }
            """);
    assertThat(network.graph().outputs())
        .extracting(pnnc.ir.network.Value::name)
        .containsExactly("output_1", "k_2", "k_1", "output_3", "output_4");
  }

  @Test
  void whatNothingUsesIsLeftOut() {
    Network network =
        network(
            """
            net Lean(x: f32[N, 4]) -> f32[N, 4] {
              weights w = random(seed: 1)
              unused = x |> linear(w.unused as params)
              table = f32([1, 2, 3, 4])
              relu(x)
            }
            """);
    assertThat(network.graph().constants()).isEmpty();
    assertThat(network.graph().nodes()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "norm(x, w.bn)",
        "batch_norm(x, w.scale as f32[64], w.bias, w.mean as f32[64], w.var as f32[64])",
        "op.BatchNormalization(x, w.a as f32[64], w.b as f32[64], w.c as f32[64], w.d as f32[64])"
      })
  void randomVariancesArePositiveAndScalesNearOne(String norm) {
    Network network =
        network(
            "net A(x: f32[N, 64, 3]) -> f32[N, 64, 3] { weights w = random(seed: 1); %s }"
                .formatted(norm));
    Node made = network.graph().nodes().get(0);
    for (int input : new int[] {1, 4}) {
      TensorElements drawn =
          TensorElements.of(network.graph().constants().get(made.inputs().get(input)));
      assertThat(IntStream.range(0, 64).mapToDouble(drawn::doubleAt).boxed())
          .as("input %d", input)
          .allSatisfy(d -> assertThat(d).isBetween(0.5, 1.5))
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void theSameProgramGivesTheSameText() throws Exception {
    String text =
        """
        net Same(x: f32[N, S, 8]) -> f32[N, S, 8] {
          weights w = random(seed: 3)
          q = x |> linear(w.q.weight as f32[8, 8])
          x + (q |> split_heads(2) |> rope |> merge_heads)
        }
        """;
    StringBuilder first = new StringBuilder();
    StringBuilder second = new StringBuilder();
    Diagnostics diagnostics = new Diagnostics();
    for (StringBuilder target : List.of(first, second)) {
      Optional<Network> network = Programs.network(text, WeightFiles.NONE, diagnostics);
      NetworkPrinter.inline().print(network.orElseThrow(), target);
    }
    assertThat(first.toString()).isEqualTo(second.toString()).contains("Range");
  }

  @Test
  void aFixedSizeMustBeThere() {
    Diagnostics diagnostics = new Diagnostics();
    Modules modules =
        Programs.load("test.pnn", "net A(x: f32[N, 4]) -> f32[N, 4] { x }", diagnostics);
    Elaborator elaborator = new Elaborator(modules, diagnostics);
    Item.Net net = elaborator.nets().get(0);
    assertThat(elaborator.network(net, WeightFiles.NONE, Map.of("N", 3L)))
        .map(n -> n.graph().types().get(n.graph().inputs().get(0)).toString())
        .contains("f32[3, 4]");
    assertThat(elaborator.network(net, WeightFiles.NONE, Map.of("n", 3L))).isEmpty();
    assertThat(Programs.text(diagnostics)).contains("PNN3014 test.pnn:1:5").contains("`N`");
  }

  @ParameterizedTest
  @CsvSource({"(-,)", "[,][0]", "f0(,)"})
  void nestedCallsOfNestedExpressionsEnd(String open, String close) {
    StringBuilder text = new StringBuilder("fn f0(x: T[..S]) -> T[..S] = -x\n");
    for (int i = 1; i < 99; i++) {
      String call = "%sf%d(x)%s".formatted(open.repeat(60), i - 1, close.repeat(60));
      text.append("fn f%d(x: T[..S]) -> T[..S] = %s%n".formatted(i, call));
    }
    text.append("net Deep(x: f32[2]) -> f32[2] { f98(x) }");
    Diagnostics diagnostics = new Diagnostics();
    Optional<Network> network = Programs.network(text.toString(), WeightFiles.NONE, diagnostics);
    assertThat(network).isEmpty();
    assertThat(Programs.text(diagnostics)).contains("PNN2029").contains("nested deeper than");
  }

  @ParameterizedTest
  @ValueSource(strings = {" |> relu", " + x", " ?? x", "'"})
  void longChainsAreFollowed(String link) {
    String chain = "x" + link.repeat(900);
    Network network = network("net Long(x: f32[2, 2]) -> f32[2, 2] { %s }".formatted(chain));
    assertThat(network.graph().outputs()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "99", "0x10", "1.5", "99999999999"})
  void anOperatorSetThatNoModelHasIsRefused(String version) {
    Diagnostics diagnostics = new Diagnostics();
    String text = "net A(x: f32[N, 4]) -> f32[N, 4] opset %s { op.Relu(x) }".formatted(version);
    assertThat(Programs.network(text, WeightFiles.NONE, diagnostics)).isEmpty();
    assertThat(Programs.text(diagnostics)).startsWith("PNN2024 test.pnn:1:40").contains(version);
  }

  @Test
  void wholeNumbersKeepAllTheirDigits() {
    Network network = network("net A(x: i64[N]) -> i64[N] { x + 9007199254740993 }");
    assertThat(network.graph().constants().values())
        .singleElement()
        .satisfies(t -> assertThat(TensorElements.of(t).longAt(0)).isEqualTo(9007199254740993L));
  }

  @Test
  void partsAreFoundByTheirNames() {
    Network network =
        network("net A(x: f32[N]) -> (a: f32[N], b: f32[N]) { (b: relu(x), a: tanh(x)) }");
    assertThat(maker(network, "a")).isEqualTo("Tanh");
    assertThat(maker(network, "b")).isEqualTo("Relu");
  }

  /** The operator whose result goes out as {@code output}. */
  private static String maker(Network network, String output) {
    Node last = node(network, output);
    return node(network, last.inputs().get(0).name()).op().name();
  }

  private static Node node(Network network, String output) {
    return network.graph().nodes().stream()
        .filter(n -> n.outputs().get(0).name().equals(output))
        .findFirst()
        .orElseThrow();
  }
}
