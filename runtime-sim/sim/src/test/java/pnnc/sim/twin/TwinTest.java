package pnnc.sim.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pnnc.sim.Graphs.network;
import static pnnc.sim.Graphs.v;
import static pnnc.sim.Graphs.vs;
import static pnnc.sim.twin.TwinCases.RANDOM;
import static pnnc.sim.twin.TwinCases.X;
import static pnnc.sim.twin.TwinCases.assertTwinAgrees;
import static pnnc.sim.twin.TwinCases.floats;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pnnc.base.diagnostics.CompilerBug;
import pnnc.base.shape.Shape;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Network;
import pnnc.ir.network.Node;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.ValueType;
import pnnc.onnx.write.OnnxWriter;
import pnnc.sim.Graphs;
import pnnc.sim.ResidentMemory;
import pnnc.sim.Seeds;
import pnnc.sim.runtime.SessionSettings;

/** Every network is also run whole; the twin must agree with that. */
class TwinTest {
  @Test
  void blocksInARow() {
    Network network =
        network(
            floats()
                .constant("v", Seeds.floats(RANDOM, 3, 2))
                .node("MatMul", "a", "x", "w")
                .node("Relu", "b", "a")
                .node("MatMul", "c", "b", "v")
                .node("Sigmoid", "y", "c")
                .out("y"));
    assertTwinAgrees(network, Map.of("x", X));
  }

  @Test
  void oneBlockCalledTwice() {
    Network network =
        network(
            floats()
                .node("MatMul", "a", "x", "w")
                .node("Tanh", "b", "a")
                .node("MatMul", "c", "b", "w")
                .node("Add", "y", "c", "a")
                .out("y", "a"));
    assertThat(LinearPartition.of(network).blocks()).hasSize(1);
    assertTwinAgrees(network, Map.of("x", X));
  }

  @Test
  void inputsConstantsAndBlockResultsAsOutputs() {
    Network network = network(floats().node("MatMul", "y", "x", "w").out("y", "x", "w"));
    assertTwinAgrees(network, Map.of("x", X));
  }

  /** ONNX Runtime's Java interface takes no value for such an input; the twin does. */
  @Test
  void inputsWithADefaultMayBeLeftOut() {
    Network network = scaledBy(3);
    assertTwinAgrees(network, Map.of("x", X));
    try (Twin twin = LinearPartition.twin(network)) {
      Tensor other = Tensor.ofFloats(Shape.of(1), -1);
      assertThat(twin.run(Map.of("x", X, "scale", other)))
          .isEqualTo(LinearPartition.twin(scaledBy(-1)).run(Map.of("x", X)));
    }
  }

  private static Network scaledBy(float scale) {
    return network(
        floats()
            .in("scale", ValueType.tensor(ElementType.F32, Shape.of(1)))
            .constant("scale", Tensor.ofFloats(Shape.of(1), scale))
            .node("Mul", "a", "x", "scale")
            .node("MatMul", "y", "a", "w")
            .out("y"));
  }

  @Test
  void aMissingInputIsNamed() {
    Network network = network(floats().node("MatMul", "y", "x", "w").out("y"));
    try (Twin twin = LinearPartition.twin(network)) {
      assertThatThrownBy(() -> twin.run(Map.of()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("`x`");
    }
  }

  @Test
  void bigConstantsOfSeveralSegments() {
    Graph graph =
        floats()
            .constant("big", Seeds.floats(RANDOM, 2000, 3))
            .constant("rows", Tensor.ofLongs(7, 1999))
            .node("Gather", "g", "big", "rows")
            .node("Add", "a", "x", "g")
            .node("MatMul", "b", "a", "w")
            .node("ReduceSum", "s", "big")
            .node("Gather", "h", "big", "rows")
            .node("Mul", "c", "b", "h")
            .node("Add", "y", "c", "s")
            .out("y");
    assertTwinAgrees(network(graph), Map.of("x", X));
  }

  @Test
  void sequencesCrossBlocks() {
    Graph graph =
        floats()
            .node("SequenceConstruct", "pair", "x", "x")
            .node("MatMul", "p", "x", "w")
            .node("SequenceInsert", "three", "pair", "p")
            .node(Node.of("ConcatFromSequence", vs("three"), v("y")).with("axis", Attribute.of(0L)))
            .out("y");
    assertTwinAgrees(network(graph), Map.of("x", X));
  }

  @Test
  void asFewSegmentsAsBlocksOnThePathAllow() {
    Network network =
        network(
            floats()
                .node("MatMul", "a", "x", "w")
                .node("Relu", "ra", "a")
                .node("Neg", "n", "x")
                .node("MatMul", "b", "n", "w")
                .node("Relu", "rb", "b")
                .node("Add", "y", "ra", "rb")
                .node("Abs", "unused", "x")
                .out("y"));
    List<Schedule.Round> rounds = Schedule.of(LinearPartition.of(network).host().graph()).rounds();
    assertThat(rounds).hasSize(2);
    assertThat(rounds.get(0).segment()).extracting(n -> n.op().name()).containsExactly("Neg");
    assertThat(rounds.get(0).calls()).hasSize(2);
    assertThat(rounds.get(1).segment()).hasSize(3);
  }

  @Test
  void operatorsMustBeThoseOfTheBlocks() {
    Network network = network(floats().node("MatMul", "y", "x", "w").out("y"));
    assertThatThrownBy(
            () ->
                new Twin(
                    LinearPartition.of(network).host(),
                    Map.of(),
                    OnnxWriter::toBytes,
                    SessionSettings.DEFAULT))
        .isInstanceOf(CompilerBug.class);
  }

  @Test
  void manyRunsKeepNativeMemoryBounded() throws IOException {
    Graph graph =
        new Graphs()
            .in("x", ValueType.tensor(ElementType.F32, Shape.of(64, 1024)))
            .constant("w", Seeds.floats(RANDOM, 1024, 4))
            .node("Relu", "r", "x")
            .node("MatMul", "p", "r", "w")
            .node("ReduceMax", "m", "p")
            .node("Mul", "y", "r", "m")
            .out("y");
    Map<String, Tensor> inputs = Map.of("x", Seeds.floats(RANDOM, 64, 1024));
    try (Twin twin = LinearPartition.twin(network(graph))) {
      runOften(twin, inputs, 50);
      long before = ResidentMemory.megabytes();
      runOften(twin, inputs, 400);
      assertThat(ResidentMemory.megabytes() - before)
          .as("MB grown; a leak makes 200")
          .isLessThan(100);
    }
  }

  private static void runOften(Twin twin, Map<String, Tensor> inputs, int times) {
    for (int i = 0; i < times; i++) {
      assertThat(twin.run(inputs)).hasSize(1);
    }
  }
}
