package pnnc.ir.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pnnc.base.bytes.Blob;
import pnnc.base.bytes.ByteSource;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.shape.Shape;

/** The text form says all of a network, and the same again when read back. */
class NetworkTextTest {
  private static final String MNIST =
      """
      pnnir 1
      opset "" 13, com.microsoft 1
      producer "pytorch" "1.12.0" ir 8 {author = "me \\"myself\\""}

      graph main(%image: f32[N, 1, 2, 2]) -> (%prediction: f32[N, 2]) {
        const %fc1.weight: f32[4, 2] = [[1.0, -2.5], [0.1, 1e-5], [nan, -inf], [-0.0, 0xffc00001]]
        const %shape: i64[2] = [-1, 4] @ "" {note = "from the exporter"}
        const %bias: f16[1000] = splat 0.5
        %3: f32[?, 4] = Reshape(%image, %shape) {allowzero = 0} @ "Reshape_3" unread hex "0aff"
        %4: ?, _, %"5/out:0": f32[..] = com.microsoft::Foo(%3, _, %fc1.weight) {
          alpha = 1.0,
          body = graph then() -> (%z: f32[]) {
            %z: f32[] = Neg(%4a)
          },
          kinds = ["a", hex "ff"]
        }
        %prediction: f32[N, 2] = local::Swish(%4)
      }

      function local::Swish (beta) {alpha = 2} opset "" 13 = graph(%x: ?) -> (%y: ?) {
        %y: ? = Elu(%x) {alpha = ref beta float}
      }
      """
          .replace("%4a", "%3");

  @Test
  void theTextIsWhatPeopleWouldWrite() {
    Network network = NetworkParser.parse("mnist.pnnir", MNIST);
    assertThat(NetworkPrinter.print(network)).isEqualTo(MNIST);
  }

  @Test
  void readsBackWhatItPrints() {
    Seeds.upTo(500)
        .parallel()
        .forEach(
            seed -> {
              Network network = Networks.random(seed);
              String text = NetworkPrinter.print(network);
              Network back = NetworkParser.parse("random.pnnir", text);
              assertThat(NetworkPrinter.print(back)).as("seed %d", seed).isEqualTo(text);
              assertThat(back.equals(network)).as("seed %d:%n%s", seed, text).isTrue();
            });
  }

  @Test
  void whatNeedNotBeWrittenMayBeLeftOut() {
    String brief =
        """
        pnnir 1 opset "" 17 // the shortest there is
        graph(%x, %w = f32[2, 2] [1, 2, 3, 4]) -> (%y) { %y: f32[2] = Gemm(%x, %w) {} }""";
    Network network = NetworkParser.parse("brief.pnnir", brief);
    assertThat(network.header()).isEqualTo(Network.Header.PNNC);
    assertThat(network.graph().name()).isEmpty();
    assertThat(network.graph().type(new Value("x"))).isEqualTo(ValueType.unknown());
    Tensor weights = network.graph().constants().get(new Value("w"));
    assertThat(weights).isEqualTo(Tensor.ofFloats(Shape.of(2, 2), 1, 2, 3, 4));
  }

  @Test
  void largeConstantsInFilesStayThere() throws IOException {
    ByteSource file = ByteSource.of("w.bin", new byte[1000]);
    Tensor weights = new Tensor(ElementType.F32, Shape.of(10, 10), bytes(file.range(8, 400)));
    Network network = constantNetwork(weights);
    StringBuilder text = new StringBuilder();
    NetworkPrinter.withFiles(f -> f.name().equals("w.bin")).print(network, text);
    assertThat(text.toString()).contains("const %w: f32[10, 10] = file \"w.bin\" 8 400\n");
    Map<String, ByteSource> files = new HashMap<>(Map.of("w.bin", file));
    Network back = NetworkParser.parse("net.pnnir", text.toString(), files::get);
    assertThat(back).isEqualTo(network);
    assertThat(NetworkPrinter.print(network)).contains("base64").doesNotContain("w.bin");
  }

  private static TensorData bytes(ByteSource source) {
    return new TensorData.Bytes(source);
  }

  private static Network constantNetwork(Tensor tensor) {
    Value value = new Value("w");
    Graph graph =
        new Graph(
            "",
            List.of(),
            List.of(value),
            Map.of(value, tensor),
            List.of(),
            Map.of(),
            Map.of(),
            Blob.EMPTY);
    return new Network(graph, List.of(), Map.of(), Network.Header.PNNC);
  }

  @Test
  void refusedFilesAreReportedWhereTheyAreNamed() {
    String text = "pnnir 1\ngraph() -> (%w) { const %w: u8[2] = file \"../x\" 0 2 }";
    assertThatThrownBy(() -> NetworkParser.parse("net.pnnir", text))
        .isInstanceOfSatisfying(
            DiagnosedException.class,
            e ->
                assertThat(e.diagnostics().get(0).place().orElseThrow().describe())
                    .isEqualTo("net.pnnir:2:42"))
        .hasMessageStartingWith("PNN3011: external data `../x`");
  }

  @Test
  void textOfRealSizeIsWrittenAndReadFast() {
    ByteSource file = ByteSource.of("w.bin", new byte[1 << 20]);
    Network network = chain(2_000, file);
    NetworkPrinter printer = NetworkPrinter.withFiles(file::equals);
    printer.toText(network);
    long start = System.nanoTime();
    String text = printer.toText(network);
    Network back = NetworkParser.parse("chain.pnnir", text, name -> file);
    long milliseconds = (System.nanoTime() - start) / 1_000_000;
    assertThat(back.equals(network)).isTrue();
    assertThat(milliseconds).as("for %d characters", text.length()).isLessThan(5_000);
  }

  /** Matrices in a row, each with small and large weights. */
  private static Network chain(int length, ByteSource file) {
    Map<Value, Tensor> constants = new LinkedHashMap<>();
    List<Node> nodes = new ArrayList<>();
    Value last = new Value("x");
    for (int i = 0; i < length; i++) {
      Value weights = new Value("w" + i);
      Value bias = new Value("b" + i);
      ByteSource range = file.range(i, 64 * 64 * 4);
      constants.put(weights, new Tensor(ElementType.F32, Shape.of(64, 64), bytes(range)));
      constants.put(bias, Tensor.ofFloats(Shape.of(4), i / 3f, i / 7f, i, -i * 1e-9f));
      Value next = new Value("v" + i);
      nodes.add(Node.of("Gemm", List.of(last, weights, bias), next));
      last = next;
    }
    Graph graph =
        new Graph(
            "chain",
            List.of(new Value("x")),
            List.of(last),
            constants,
            nodes,
            Map.of(),
            Map.of(),
            Blob.EMPTY);
    return new Network(graph, List.of(), Map.of("", 17), Network.Header.PNNC);
  }
}
