package pnnc.passes.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import pnnc.ir.network.Graph;
import pnnc.ir.network.NetworkParser;
import pnnc.ir.network.Node;
import pnnc.ir.network.Value;

class LinearOperatorsTest {
  @Test
  void productAndBiasAreOneView() {
    Graph graph =
        graph(
            """
            graph (%x: f32[N, 3]) -> (%y: f32[N, 2]) {
              const %w: f32[3, 2] = [[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]]
              const %b: f32[2] = [7.0, 8.0]
              %p: f32[N, 2] = MatMul(%x, %w)
              %y: f32[N, 2] = Add(%b, %p)
            }
            """);
    LinearView view = view(graph, "p").orElseThrow();
    assertThat(view.kind()).isEqualTo(LinearView.Kind.MATRIX);
    assertThat(view.in()).isEqualTo(3);
    assertThat(view.out()).isEqualTo(2);
    assertThat(view.input()).isEqualTo(new Value("x"));
    assertThat(view.output()).isEqualTo(new Value("y"));
    assertThat(view.bias().orElseThrow().value()).isEqualTo(new Value("b"));
  }

  @Test
  void weightsBehindATransposeAreSeenAsTheyAreStored() {
    Graph graph =
        graph(
            """
            graph (%x: f32[N, 3]) -> (%y: f32[N, 2]) {
              const %w: f32[2, 3] = [[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]
              const %b: f32[2] = [7.0, 8.0]
              %t: f32[3, 2] = Transpose(%w) {perm = [1, 0]}
              %p: f32[N, 2] = MatMul(%x, %t)
              %y: f32[N, 2] = Add(%p, %b)
            }
            """);
    LinearView view = view(graph, "p").orElseThrow();
    assertThat(view.transposed()).isTrue();
    assertThat(view.in()).isEqualTo(3);
    assertThat(view.out()).isEqualTo(2);
    assertThat(view.bias()).isPresent();
  }

  @Test
  void sumThatSomethingElseNeedsIsNoBias() {
    Graph graph =
        graph(
            """
            graph (%x: f32[N, 3]) -> (%y: f32[N, 2], %p: f32[N, 2]) {
              const %w: f32[3, 2] = [[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]]
              const %b: f32[2] = [7.0, 8.0]
              %p: f32[N, 2] = MatMul(%x, %w)
              %y: f32[N, 2] = Add(%p, %b)
            }
            """);
    LinearView view = view(graph, "p").orElseThrow();
    assertThat(view.biasAdd()).isEmpty();
    assertThat(view.output()).isEqualTo(new Value("p"));
  }

  @Test
  void quantisedWeightsAreReadAsTheOperatorSeesThem() {
    Graph graph =
        graph(
            """
            graph (%x: f32[1, 2, 5]) -> (%y: f32[1, 2, 4]) {
              const %w: i8[2, 1, 2] = [[[1, 2]], [[3, -4]]]
              const %s: f32[2] = [0.5, 2.0]
              const %z: i8[2] = [1, 0]
              %d: f32[2, 1, 2] = DequantizeLinear(%w, %s, %z) {axis = 0}
              %y: f32[1, 2, 4] = Conv(%x, %d) {dilations = [1], group = 2, kernel_shape = [2], pads = [0, 0], strides = [1]}
            }
            """);
    LinearView view = view(graph, "y").orElseThrow();
    double[] weights = new double[4];
    OperandElements.of(view.weights()).read(0, weights, 0, 4);
    assertThat(weights).containsExactly(0, 0.5, 6, -8);
    assertThat(view.in()).isEqualTo(2);
  }

  @Test
  void weightsMayComeFromTheGraphAround() {
    Graph outer =
        graph(
            """
            graph (%b: bool[], %x: f32[1, 2]) -> (%y: f32[1, 1]) {
              const %w: f32[2, 1] = [[1.0], [2.0]]
              %y: f32[1, 1] = If(%b) {
                else_branch = graph otherwise () -> (%e: f32[1, 1]) {
                  %e: f32[1, 1] = MatMul(%x, %w)
                },
                then_branch = graph then () -> (%t: f32[1, 1]) {
                  %t: f32[1, 1] = MatMul(%x, %w)
                }
              }
            }
            """);
    Graph branch = outer.nodes().get(0).graphs().findFirst().orElseThrow();
    assertThat(LinearOperators.of(branch).view(branch.nodes().get(0))).isEmpty();
    assertThat(LinearOperators.of(outer).inside(branch).view(branch.nodes().get(0))).isPresent();
  }

  @Test
  void saysWhyNot() {
    Graph graph =
        graph(
            """
            graph (%x: f32[2, 2, 2], %v: f32[2, 2], %c: f32[1, 1, L]) -> (%y, %z, %u, %q) {
              const %w: f32[2, 2, 2] = splat 1.0
              const %k: f32[1, 1, 3] = splat 1.0
              %y = MatMul(%x, %v)
              %z = MatMul(%x, %w)
              %u = Conv(%c, %k) {auto_pad = "SAME_UPPER", strides = [2]}
              %r = Relu(%v)
              %q = Gemm(%v, %r)
            }
            """);
    assertThat(whyNot(graph, "y"))
        .contains("its weights are not constant: they come from graph input `v`");
    assertThat(whyNot(graph, "z")).contains("its weights have batch dimensions: [2, 2, 2]");
    assertThat(whyNot(graph, "u"))
        .contains("its padding depends on the size of `c`, which is not known");
    assertThat(whyNot(graph, "q"))
        .contains("its weights are not constant: they come from operator Relu `r`");
    assertThat(whyNot(graph, "r")).isEmpty();
  }

  private static Graph graph(String text) {
    return NetworkParser.parse("test", "pnnir 1\nopset \"\" 17\n\n" + text).graph();
  }

  private static Node node(Graph graph, String output) {
    return graph.nodes().stream()
        .filter(n -> n.id().name().equals(output))
        .findFirst()
        .orElseThrow();
  }

  private static Optional<LinearView> view(Graph graph, String output) {
    return LinearOperators.of(graph).view(node(graph, output));
  }

  private static Optional<String> whyNot(Graph graph, String output) {
    return LinearOperators.of(graph).whyNot(node(graph, output));
  }
}
