package pnnc.passes.partition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.ir.block.FunctionBlock;
import pnnc.ir.block.LinearBlock;
import pnnc.ir.block.Partition;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Network;
import pnnc.ir.network.NetworkParser;
import pnnc.ir.network.NetworkVerifier;
import pnnc.ir.network.Node;
import pnnc.ir.network.Value;
import pnnc.passes.pipeline.ConstantEvaluator;
import pnnc.passes.pipeline.PassContext;

class PartitionerTest {
  private final Diagnostics said = new Diagnostics();

  private Partitioned cut(String graph, Placement placement, Acceptance acceptance) {
    Network network = NetworkParser.parse("test", "pnnir 1\nopset \"\" 17\n" + graph);
    PassContext context = new PassContext("test", said, ConstantEvaluator.NONE);
    Partitioned cut = Partitioner.partition(network, placement, acceptance, context);
    assertThat(NetworkVerifier.verify(cut.partition().host())).isEmpty();
    return cut;
  }

  private static final String PRODUCT =
      """
      graph (%x: f32[4, 3]) -> (%y: f32[4, 2]) {
        const %w: f32[2, 3] = [[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]
        const %b: f32[2] = [7.0, 8.0]
        %t: f32[3, 2] = Transpose(%w) {perm = [1, 0]}
        %p: f32[4, 2] = MatMul(%x, %t)
        %y: f32[4, 2] = Add(%p, %b)
      }
      """;

  @Test
  void aProductAndItsBiasBecomeOneCall() {
    Partitioned cut = cut(PRODUCT, Placement.linearOn("t"), Acceptance.ALL);
    List<Node> host = cut.partition().host().graph().nodes();
    assertThat(host).hasSize(1).allMatch(n -> Partition.called(n).isPresent());
    assertThat(cut.partition().host().graph().constants()).isEmpty();
    LinearBlock block = (LinearBlock) cut.partition().blocks().values().iterator().next();
    double[] weights = new double[6];
    block.matrix(0).read(0, 2, 0, 3, weights);
    assertThat(weights).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(block.bias()).isPresent();
    assertThat(cut.physicalMacs()).isEqualTo(4 * 3 * 2);
  }

  @Test
  void onTheHostNothingIsCut() {
    Partitioned cut = cut(PRODUCT, Placement.host(), Acceptance.ALL);
    assertThat(cut.partition().blocks()).isEmpty();
    assertThat(cut.partition().host().graph().nodes()).hasSize(3);
  }

  @Test
  void theFirstRuleThatFitsDecides() {
    Placement placement =
        new Placement(
            List.of(), List.of(new Placement.Rule("p*", "host"), new Placement.Rule("*", "t")));
    assertThat(cut(PRODUCT, placement, Acceptance.ALL).partition().blocks()).isEmpty();
  }

  @Test
  void aRefusalIsAWarningWithTheReason() {
    Partitioned cut =
        cut(PRODUCT, Placement.linearOn("t"), (block, target) -> Optional.of("it is a Monday"));
    assertThat(cut.partition().blocks()).isEmpty();
    assertThat(cut.kept()).singleElement().matches(k -> k.reason().equals("it is a Monday"));
    assertThat(said.all())
        .singleElement()
        .matches(d -> d.code() == DiagnosticCode.STAYS_ON_HOST)
        .matches(d -> d.message().contains("it is a Monday"));
  }

  private static final Acceptance BARE =
      (block, target) ->
          ((LinearBlock) block).bias().isPresent() ? Optional.of("no bias") : Optional.empty();

  @Test
  void aBiasThatTheTargetDoesNotTakeIsAddedByTheHost() {
    Partitioned cut =
        cut(
            """
            graph (%x: f32[1, 2, 4]) -> (%z: f32[1, 3, 6]) {
              const %w: f32[2, 3, 2] = [[[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]], [[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]]]
              const %v: f32[3, 3, 2] = [[[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]], [[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]], [[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]]]
              const %b: f32[3] = [7.0, 8.0, 9.0]
              %y: f32[1, 3, 5] = ConvTranspose(%x, %w, %b) {dilations = [1], group = 1, kernel_shape = [2], output_padding = [0], pads = [0, 0], strides = [1]}
              %z: f32[1, 3, 6] = ConvTranspose(%y, %v, %b) {dilations = [1], group = 1, kernel_shape = [2], output_padding = [0], pads = [0, 0], strides = [1]}
            }
            """,
            Placement.linearOn("t"), BARE);
    Graph host = cut.partition().host().graph();
    assertThat(host.nodes().stream().map(n -> n.op().toString()))
        .containsExactly("pnnc::Block", "Add", "pnnc::Block", "Add");
    assertThat(host.nodes().get(1).outputs()).containsExactly(new Value("y"));
    assertThat(host.constants().values()).allMatch(t -> t.shape().toString().equals("[1, 3, 1]"));
    assertThat(cut.partition().blocks().values())
        .hasSize(2)
        .allMatch(b -> ((LinearBlock) b).bias().isEmpty());
    assertThat(said.all()).isEmpty();
  }

  @Test
  void aBiasThatStandsAloneStaysWhereItIs() {
    Partitioned cut = cut(PRODUCT, Placement.linearOn("t"), BARE);
    List<Node> host = cut.partition().host().graph().nodes();
    assertThat(host.stream().map(n -> n.op().toString())).containsExactly("pnnc::Block", "Add");
    assertThat(host.get(1).inputs()).containsExactly(new Value("p"), new Value("b"));
    LinearBlock block = (LinearBlock) cut.partition().blocks().values().iterator().next();
    assertThat(block.bias()).isEmpty();
  }

  @Test
  void operatorsThatShareWeightsShareABlock() {
    Partitioned cut =
        cut(
            """
            graph (%x: f32[1, 2]) -> (%y: f32[1, 2]) {
              const %w: f32[2, 2] = [[1.0, 2.0], [3.0, 4.0]]
              const %v: f32[2, 2] = [[1.0, 2.0], [3.0, 4.0]]
              %a: f32[1, 2] = MatMul(%x, %w)
              %b: f32[1, 2] = MatMul(%a, %w)
              %y: f32[1, 2] = MatMul(%b, %v)
            }
            """,
            Placement.linearOn("t"), Acceptance.ALL);
    assertThat(cut.partition().blocks()).hasSize(2);
    assertThat(cut.calls()).hasSize(3);
    assertThat(cut.calls().get(0).block()).isEqualTo(cut.calls().get(1).block());
  }

  @Test
  void oneArrayUnderTwoScalesIsTwoBlocks() {
    Partitioned cut =
        cut(
            """
            graph (%x: f32[1, 2]) -> (%y: f32[1, 2]) {
              const %q: i8[2, 2] = [[1, 2], [3, 4]]
              const %s: f32[] = 0.5
              const %t: f32[] = 0.25
              %v: f32[2, 2] = DequantizeLinear(%q, %s)
              %w: f32[2, 2] = DequantizeLinear(%q, %t)
              %a: f32[1, 2] = MatMul(%x, %v)
              %y: f32[1, 2] = MatMul(%a, %w)
            }
            """,
            Placement.linearOn("t"), Acceptance.ALL);
    assertThat(cut.partition().blocks()).hasSize(2);
    assertThat(cut.partition().host().graph().nodes()).hasSize(2);
  }

  @Test
  void namesOfSeveralLinesFitPatternsToo() {
    String graph = PRODUCT.replace("%p", "%\"p\\nq\"");
    assertThat(cut(graph, Placement.linearOn("t"), Acceptance.ALL).partition().blocks()).hasSize(1);
  }

  @Test
  void aConvolutionThatMakesNoSenseStaysOnTheHost() {
    Partitioned cut =
        cut(
            """
            graph (%x: f32[1, 1, 4]) -> (%y: f32[1, 1, 4]) {
              const %w: f32[1, 1, 1] = [[[2.0]]]
              %y: f32[1, 1, 4] = Conv(%x, %w) {dilations = [1], group = 1, kernel_shape = [1], pads = [0, 0], strides = [0]}
            }
            """,
            Placement.linearOn("t"), Acceptance.ALL);
    assertThat(cut.partition().blocks()).isEmpty();
    assertThat(cut.kept()).hasSize(1);
  }

  @Test
  void blocksAreFoundInsideScans() {
    Partitioned cut =
        cut(
            """
            graph (%h: f32[1, 2], %xs: f32[5, 1, 2]) -> (%last: f32[1, 2], %ys: f32[5, 1, 2]) {
              const %r: f32[2, 2] = [[1.0, 2.0], [3.0, 4.0]]
              %last: f32[1, 2], %ys: f32[5, 1, 2] = Scan(%h, %xs) {body = graph body(%s: f32[1, 2], %x: f32[1, 2]) -> (%n: f32[1, 2], %o: f32[1, 2]) {
                  %p: f32[1, 2] = MatMul(%s, %r)
                  %n: f32[1, 2] = Add(%p, %x)
                  %o: f32[1, 2] = Identity(%n)
                }, num_scan_inputs = 1}
            }
            """,
            Placement.linearOn("t"), Acceptance.ALL);
    assertThat(cut.partition().blocks()).hasSize(1);
    assertThat(Partition.calledBlocks(cut.partition().host())).hasSize(1);
  }

  private static final String REGION =
      """
      graph (%x: f32[1, 2]) -> (%y: f32[1, 2]) {
        %a: f32[1, 2] = Tanh(%x)
        %b: f32[1, 2] = Sigmoid(%a)
        %c: f32[1, 2] = Relu(%b)
        %y: f32[1, 2] = Neg(%c)
      }
      """;

  private static Placement region(String input, String output) {
    return new Placement(
        List.of(
            new Placement.Region("r", List.of(new Value(input)), List.of(new Value(output)), "t")),
        List.of());
  }

  @Test
  void aRegionBecomesAFunctionBlock() {
    Partitioned cut = cut(REGION, region("a", "c"), Acceptance.ALL);
    FunctionBlock block = (FunctionBlock) cut.partition().blocks().get("r");
    assertThat(block.body().graph().nodes())
        .extracting(n -> n.op().name())
        .containsExactly("Sigmoid", "Relu");
    assertThat(cut.partition().host().graph().nodes())
        .extracting(n -> n.op().name())
        .containsExactly("Tanh", "Block", "Neg");
  }

  @Test
  void aRegionThatNeedsMoreThanItsInputsIsRefused() {
    assertThatThrownBy(() -> cut(REGION, region("b", "a"), Acceptance.ALL))
        .isInstanceOf(DiagnosedException.class)
        .hasMessageContaining("`x`, which is not among its inputs");
  }

  @Test
  void aRegionThatOthersLookIntoIsRefused() {
    String leaky = REGION.replace("Neg(%c)", "Add(%c, %b)");
    assertThatThrownBy(() -> cut(leaky, region("a", "c"), Acceptance.ALL))
        .isInstanceOf(DiagnosedException.class)
        .hasMessageContaining("`b` is used outside it");
  }

  private static final String FORKED =
      """
      graph (%x: f32[1, 2]) -> (%y: f32[1, 2], %p: f32[1, 2]) {
        %a: f32[1, 2] = Tanh(%x)
        %p: f32[1, 2] = Sigmoid(%a)
        %n: f32[1, 2] = Neg(%p)
        %c: f32[1, 2] = Relu(%a)
        %y: f32[1, 2] = Add(%n, %c)
      }
      """;

  private static Placement region(List<String> inputs, List<String> outputs) {
    return new Placement(
        List.of(
            new Placement.Region(
                "r",
                inputs.stream().map(Value::new).toList(),
                outputs.stream().map(Value::new).toList(),
                "t")),
        List.of());
  }

  @Test
  void aRegionMayHaveSeveralOutputsInTheOrderGiven() {
    Partitioned cut = cut(FORKED, region(List.of("x"), List.of("c", "p")), Acceptance.ALL);
    FunctionBlock block = (FunctionBlock) cut.partition().blocks().get("r");
    assertThat(block.body().graph().outputs()).containsExactly(new Value("c"), new Value("p"));
    Graph host = cut.partition().host().graph();
    assertThat(host.nodes()).extracting(n -> n.op().name()).containsExactly("Block", "Neg", "Add");
    assertThat(host.nodes().get(0).outputs()).containsExactly(new Value("c"), new Value("p"));
    assertThat(NetworkVerifier.verify(cut.partition().host())).isEmpty();
  }

  @Test
  void aRegionThatFeedsItselfThroughTheOutsideIsRefused() {
    assertThatThrownBy(
            () -> cut(FORKED, region(List.of("x", "n"), List.of("p", "y")), Acceptance.ALL))
        .isInstanceOf(DiagnosedException.class)
        .hasMessageContaining("one of its inputs depends on `p`, which it computes");
  }

  @Test
  void aRegionThatComputesNothingIsRefused() {
    assertThatThrownBy(() -> cut(FORKED, region("a", "a"), Acceptance.ALL))
        .isInstanceOf(DiagnosedException.class)
        .hasMessageContaining("its output `a` is not computed in it");
  }
}
