package pnnc.ir.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pnnc.base.bytes.Blob;
import pnnc.base.diagnostics.CompilerBug;
import pnnc.base.diagnostics.DiagnosedException;

/** One network for each rule; the twin that keeps it is in {@link #rulesKept}. */
class NetworkVerifierTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "graph(%x) -> (%y) { %y = Relu(%z) } | PNN3005: value `z` is used but nothing defines it",
        "graph(%x) -> (%z) { %y = Relu(%x) } | PNN3005: value `z` is used but nothing defines it",
        "graph(%x) -> () { %y = Relu(%x) } | PNN3015: the network has no outputs",
        "graph(%x) -> (_) { %y = Relu(%x) } | PNN3015: a graph output has no name",
        "graph(_) -> (%y) { %y = Relu(_) } | PNN3015: a graph input or constant has no name",
        "graph(%x) -> (%y) { %y = Relu(%z) %z = Neg(%x) }"
            + "| PNN3015: value `z` is used before it is computed",
        "graph(%x) -> (%y) { %y = Relu(%y) } | PNN3015: value `y` is used before it is computed",
        "graph(%x) -> (%y) { %y = Relu(%x) %y = Neg(%x) } | PNN3006: value `y` is defined twice",
        "graph(%x) -> (%x) { %x = Neg(%x) } | PNN3006: value `x` is defined twice",
        "graph(%x, %x) -> (%x) { } | PNN3006: value `x` is defined twice",
        "graph(%x) -> (%y) { const %y: f32[] = 1.0 %y = Neg(%x) }"
            + "| PNN3006: value `y` is defined twice",
        "graph(%x) -> (%y) { %y = If(%x) { then_branch = graph() -> (%x) { %x = Neg(%y) } } }"
            + "| PNN3006: value `x` is defined twice; PNN3015: value `y` is used before it is computed",
        "graph(%x) -> (%y) { %y = Sum(%t) %z = If(%x) { b = graph() -> (%t) { %t = Neg(%x) } } }"
            + "| PNN3005: value `t` is used but nothing defines it",
        "graph(%x: f32[3] = f32[2] [1, 2]) -> (%x) { }"
            + "| PNN3009: tensor `x`: it is f32[2], but declared as f32[3]",
        "graph(%x) -> (%x) { const %c: f32[] = 1.0 type %c: i64[] }"
            + "| PNN3009: tensor `c`: it is f32[], but declared as i64[]",
        "graph(%x) -> (%x) { origin %o @ \"o\" }"
            + "| PNN3015: an origin is known for `o`, which does not exist",
        "graph(%x) -> (%y) { %y = com.acme::F(%x) }"
            + "| PNN3013: com.acme::F: the network does not import operator set com.acme",
        "graph(%x) -> (%y) { %y = Relu(%x, %x) } | PNN3013: Relu: has 2 inputs, should have 1",
        "graph(%x) -> (%y) { %y = Conv(%x) } | PNN3013: Conv: has 1 inputs, should have 2 to 3",
        "graph(%x) -> (%y) { %y = Sum() } | PNN3013: Sum: has 0 inputs, should have at least 1",
        "graph(%x) -> (%y) { %y, %z = Relu(%x) } | PNN3013: Relu: has 2 outputs, should have 1",
        "graph(%x) -> (%y) { %y = Elu(%x) { alpha = ref a float } }"
            + "| PNN3012: attribute `alpha` of Elu:"
            + " refers to `a`, which is no attribute of a function around it",
        "graph(%x) -> (%x) { } function l::F opset \"\" 17 = graph(%a) -> (%b) { %b = Neg(%x) }"
            + "| PNN3005: value `x` is used but nothing defines it",
        "graph(%x) -> (%x) { } function l::F = graph(%a) -> (%a) { }"
            + " function l::F = graph(%a) -> (%a) { } | PNN3015: function l::F is defined twice",
        "graph(%x) -> (%x) { } function l::F = graph(%a) -> (%b) { %b = l::F(%a) }"
            + "| PNN3015: function l::F calls itself",
        "graph(%x) -> (%x) { } function l::F = graph(%a) -> (%b) { %b = l::G(%a) }"
            + " function l::G = graph(%a) -> (%b) { %b = l::F(%a) }"
            + "| PNN3015: function l::F calls itself",
      })
  void aBrokenRuleIsReported(String graph, String message) {
    String text = "pnnir 1 opset \"\" 17 " + graph;
    assertThatThrownBy(() -> NetworkParser.parse("test.pnnir", text))
        .isInstanceOf(DiagnosedException.class)
        .hasMessage(message);
  }

  @Test
  void rulesKept() {
    Network network =
        NetworkParser.parse(
            "test.pnnir",
            """
            pnnir 1 opset "" 17, com.acme 1
            graph(%x: f32[N, 2] = f32[1, 2] [1, 2], %c) -> (%y, %y, %c) {
              %u, _, %v = LSTM(%x, %x, %x, _, _, %c)
              _, %h = LSTM(%x, %x, %x, _, _, %c, _, _)
              %p = pnnc::Block(%x)
              %q = l::F#two(%x) { alpha = 1.0 }
              %r = com.acme::Anything(%x, %x, %x)
              %y = If(%c) {
                then_branch = graph() -> (%t) { %t = Neg(%u) },
                else_branch = graph() -> (%t) { %t = Neg(%v) }
              }
            }
            function l::F#one {alpha = 1.0} opset "" 17 = graph(%a) -> (%b) {
              %b = Elu(%a) { alpha = ref alpha float }
            }
            function l::F#two (alpha) = graph(%a) -> (%b) {
              %b = l::F#one(%a) { alpha = ref alpha float }
            }
            """);
    assertThat(NetworkVerifier.verify(network)).isEmpty();
  }

  @Test
  void whatAPassBreaksNamesThePass() {
    Node node = Node.of("Relu", List.of(new Value("z")), new Value("y"));
    Graph graph =
        new Graph(
            "main",
            List.of(),
            List.of(new Value("y")),
            Map.of(),
            List.of(node),
            Map.of(),
            Map.of(),
            Blob.EMPTY);
    Network network = new Network(graph, List.of(), Map.of("", 17), Network.Header.PNNC);
    assertThat(NetworkVerifier.verify(network))
        .singleElement()
        .satisfies(f -> assertThat(f.node()).containsSame(node))
        .satisfies(f -> assertThat(f.value()).contains(new Value("z")));
    assertThatThrownBy(() -> NetworkVerifier.check(network, "fold-batch-norm"))
        .isInstanceOf(CompilerBug.class)
        .hasMessage(
            "fold-batch-norm: the network is broken:"
                + " value `z` is used but nothing defines it at %y = Relu(%z)");
  }

  @Test
  void randomNetworksKeepTheRules() {
    Seeds.upTo(200)
        .forEach(
            seed ->
                assertThat(NetworkVerifier.verify(Networks.random(seed)))
                    .as("seed %d", seed)
                    .isEmpty());
  }
}
