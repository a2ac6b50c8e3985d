package pnnc.frontend.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pnnc.base.bytes.Blob;
import pnnc.base.shape.Shape;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Network;
import pnnc.ir.network.Node;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.Value;
import pnnc.ir.network.ValueType;

/** What repeats is found, all of it and nothing else. */
class RunsTest {
  private static List<Runs.Run> runs(String text, int least) {
    return Runs.in(text.chars().toArray(), least);
  }

  @ParameterizedTest
  @CsvSource({
    "xxabcdabcdabcdyy, 2, 4, 3, 0",
    "abcdeabcde, 0, 5, 2, 0",
    "zabcdabcdab, 1, 4, 2, 2",
    "abcxabcyabcxabcyq, 0, 8, 2, 0",
    "pqrsabcdefgabcdefgabcdefgabc, 4, 7, 3, 3"
  })
  void whatFollowsItself(String text, int start, int period, int count, int more) {
    assertThat(runs(text, 4)).containsExactly(new Runs.Run(start, period, count, more));
  }

  @ParameterizedTest
  @CsvSource({"abcdefgh", "abcdxabcd", "abababab", "a", "abcdabc"})
  void whatDoesNot(String text) {
    assertThat(runs(text, 4)).isEmpty();
  }

  @Test
  void twoStretchesOfOneText() {
    assertThat(runs("abcdabcdxpqrstpqrst", 4))
        .containsExactly(new Runs.Run(9, 5, 2, 0), new Runs.Run(0, 4, 2, 0));
  }

  @Test
  void aLongTextOfShortBlocksIsOneStretch() {
    int[] words = IntStream.range(0, 100_000).map(i -> i % 13).toArray();
    assertThat(Runs.in(words, 4)).containsExactly(new Runs.Run(0, 13, 7692, 4));
  }

  /** 100,000 operations; blocks that are compared with each other would take hours. */
  @Test
  void aDeepNetworkIsOneFunctionHoweverOften() {
    String text = written(20_000);
    assertThat(text)
        .isEqualTo(
            """
            // deep
            fn h(x: f32[2], p: params) -> f32[2] {
              b2 = sin(x * p.weight)
              d = cos(b2 + p.b)
              d - x
            }

            net Deep(x: f32[2]) -> (e_19999: f32[2]) {
              weights w = onnx("deep.onnx")
              repeat i in 0 .. 20000 from x { h(x, w.h[i]) }
            }
            """);
    assertThat(written(20_000)).isEqualTo(text);
  }

  private static String written(int depth) {
    Map<String, Tensor> tensors =
        weights(depth).entrySet().stream()
            .collect(Collectors.toMap(e -> e.getKey().name(), Map.Entry::getValue));
    return NetworkWriter.write(
            stack(depth),
            new ModelWeights("deep.onnx", tensors),
            new NetworkWriter.Title("Deep", "deep", "deep.npz"),
            new ArrayList<>())
        .orElseThrow()
        .text();
  }

  /** A stack of {@code depth} alike blocks of five operations. */
  private static Network stack(int depth) {
    Node[] nodes = new Node[5 * depth];
    Value x = new Value("x");
    for (int i = 0; i < depth; i++) {
      List<Value> v = Stream.of("a", "b", "c", "d", "e").map(s -> new Value(s + "_")).toList();
      int block = i;
      v = v.stream().map(a -> new Value(a.name() + block)).toList();
      nodes[5 * i] = Node.of("Mul", List.of(x, new Value("h." + i + ".weight")), v.get(0));
      nodes[5 * i + 1] = Node.of("Sin", List.of(v.get(0)), v.get(1));
      nodes[5 * i + 2] = Node.of("Add", List.of(v.get(1), new Value("h." + i + ".b")), v.get(2));
      nodes[5 * i + 3] = Node.of("Cos", List.of(v.get(2)), v.get(3));
      nodes[5 * i + 4] = Node.of("Sub", List.of(v.get(3), x), v.get(4));
      x = v.get(4);
    }
    ValueType type = new ValueType.TensorType(ElementType.F32, Optional.of(Shape.of(2)));
    Map<Value, ValueType> types =
        Arrays.stream(nodes).collect(Collectors.toMap(n -> n.output(), n -> type));
    types.put(new Value("x"), type);
    Graph graph =
        new Graph(
            "",
            List.of(new Value("x")),
            List.of(x),
            weights(depth),
            List.of(nodes),
            types,
            Map.of(),
            Blob.EMPTY);
    return new Network(graph, List.of(), Map.of("", 24), Network.Header.PNNC);
  }

  private static Map<Value, Tensor> weights(int depth) {
    return IntStream.range(0, depth)
        .boxed()
        .flatMap(i -> Stream.of("h." + i + ".weight", "h." + i + ".b"))
        .collect(Collectors.toMap(Value::new, n -> Tensor.ofFloats(Shape.of(2), n.length(), 1)));
  }
}
