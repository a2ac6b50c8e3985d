package pnnc.passes.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import pnnc.base.bytes.Blob;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.base.shape.Shape;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Network;
import pnnc.ir.network.NetworkParser;
import pnnc.ir.network.Node;
import pnnc.ir.network.Value;
import pnnc.ir.network.ValueType;
import pnnc.passes.pipeline.ConstantEvaluator;
import pnnc.passes.pipeline.PassContext;

/** What the golden tests cannot show: repetition, recursion, size. */
class InferTypesTest {
  private final Diagnostics diagnostics = new Diagnostics();
  private final PassContext context = new PassContext("t", diagnostics, ConstantEvaluator.NONE);

  @Test
  void saysAContradictionOnce() {
    Network network = parse("graph (%a: f32[2], %b: f32[3]) -> (%y) { %y = Add(%a, %b) }");
    Network once = new InferTypes().run(network, context);
    assertThat(new InferTypes().run(once, context)).isEqualTo(once);
    assertThat(diagnostics.all()).hasSize(1);
  }

  @Test
  void takesTimeInProportionToTheOperations() {
    int count = 20_000;
    Value x = new Value("v0");
    List<Node> nodes = new ArrayList<>();
    IntStream.range(0, count)
        .forEach(
            i -> nodes.add(Node.of("Relu", List.of(new Value("v" + i)), new Value("v" + (i + 1)))));
    Value y = new Value("v" + count);
    Map<Value, ValueType> types = Map.of(x, ValueType.tensor(ElementType.F32, Shape.of(2, 3)));
    Graph graph =
        new Graph("g", List.of(x), List.of(y), Map.of(), nodes, types, Map.of(), Blob.EMPTY);
    Network network = new Network(graph, List.of(), Map.of("", 17), Network.Header.PNNC);
    long start = System.nanoTime();
    Graph typed = new InferTypes().run(network, context).graph();
    assertThat(typed.type(y).shape()).contains(Shape.of(2, 3));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
  }

  private static Network parse(String text) {
    return NetworkParser.parse("t.pnnir", "pnnir 1\nopset \"\" 17, my 1\n" + text);
  }
}
