package pnnc.sim.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static pnnc.sim.Graphs.network;
import static pnnc.sim.Graphs.v;
import static pnnc.sim.Graphs.vs;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pnnc.base.diagnostics.CompilerBug;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.shape.Shape;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Network;
import pnnc.ir.network.Node;
import pnnc.ir.network.OpType;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorData;
import pnnc.ir.network.TensorElements;
import pnnc.ir.network.Value;
import pnnc.ir.network.ValueType;
import pnnc.onnx.write.OnnxWriter;
import pnnc.sim.Graphs;
import pnnc.sim.ResidentMemory;
import pnnc.sim.Seeds;
import pnnc.sim.runtime.SessionSettings;

/** Every network is also run whole; the twin must agree with that. */
class TwinTest {
  private static final ValueType FLOAT = ValueType.tensor(ElementType.F32, Shape.of(2, 3));
  private static final Random RANDOM = new Random(7);
  private static final Tensor X = Seeds.floats(RANDOM, 2, 3);
  private static final Tensor W = Seeds.floats(RANDOM, 3, 3);

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

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void blocksInBranches(boolean condition) {
    Graph then = new Graphs().node("MatMul", "t", "a", "w").node("Relu", "u", "t").out("u");
    Graph otherwise = new Graphs().constant("own", W).node("MatMul", "e", "x", "own").out("e");
    Node choice =
        Node.of("If", vs("c"), v("z"))
            .with("then_branch", Attribute.of(then))
            .with("else_branch", Attribute.of(otherwise));
    Graph graph =
        floats()
            .in("c", ValueType.tensor(ElementType.BOOL, Shape.SCALAR))
            .node("Neg", "a", "x")
            .node(choice)
            .node("Add", "y", "z", "a")
            .out("y");
    assertTwinAgrees(network(graph), Map.of("x", X, "c", bool(condition)));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 4})
  void blocksInALoop(long limit) {
    assertTwinAgrees(loop(), Map.of("x", X, "m", Tensor.ofLongs(Shape.SCALAR, limit)));
  }

  /** Carries {@code h}, gathers it, and stops by itself once its sum exceeds a bound. */
  private static Network loop() {
    Graph body =
        new Graphs()
            .in("i", ValueType.tensor(ElementType.I64, Shape.SCALAR))
            .in("go", ValueType.tensor(ElementType.BOOL, Shape.SCALAR))
            .in("h", FLOAT)
            .constant("bound", Tensor.ofFloats(Shape.SCALAR, 1e3f))
            .node("MatMul", "p", "h", "w")
            .node("Add", "next", "p", "a")
            .node(Node.of("ReduceSum", vs("next"), v("sum")).with("keepdims", Attribute.of(0L)))
            .node("Less", "more", "sum", "bound")
            .type("next", FLOAT)
            .type("i", ValueType.tensor(ElementType.I64, Shape.SCALAR))
            .node("Identity", "turn", "i")
            .type("turn", ValueType.tensor(ElementType.I64, Shape.SCALAR))
            .out("more", "next", "next", "turn");
    Node loop =
        new Node(
            OpType.of("Loop"),
            "",
            List.of(v("m"), Value.ABSENT, v("x")),
            vs("last", "all", "turns"),
            Map.of("body", Attribute.of(body)));
    return network(
        floats()
            .in("m", ValueType.tensor(ElementType.I64, Shape.SCALAR))
            .node("Abs", "a", "x")
            .node(loop)
            .node("Relu", "y", "last")
            .out("y", "all", "turns"));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1})
  void blocksInAScan(long backwards) {
    Graph body =
        new Graphs()
            .in("s", ValueType.tensor(ElementType.F32, Shape.of(2, 3)))
            .in("slice", ValueType.tensor(ElementType.F32, Shape.of(2, 3)))
            .node("Add", "sum", "s", "slice")
            .node("MatMul", "p", "sum", "w")
            .node("Tanh", "n", "p")
            .node("Add", "o", "n", "slice")
            .out("n", "o");
    Node scan =
        new Node(
                OpType.of("Scan"),
                "",
                vs("x", "series"),
                vs("last", "all"),
                Map.of("body", Attribute.of(body)))
            .with("num_scan_inputs", Attribute.of(1L))
            .with("scan_input_axes", Attribute.ofInts(1))
            .with("scan_input_directions", Attribute.ofInts(backwards))
            .with("scan_output_axes", Attribute.ofInts(-1))
            .with("scan_output_directions", Attribute.ofInts(1 - backwards));
    Graph graph =
        floats()
            .in("series", ValueType.tensor(ElementType.F32, Shape.of(2, 5, 3)))
            .node(scan)
            .node("Neg", "y", "last")
            .out("y", "all");
    assertTwinAgrees(network(graph), Map.of("x", X, "series", Seeds.floats(RANDOM, 2, 5, 3)));
  }

  @Test
  void aLoopInsideABranch() {
    Graph inner = loop().graph();
    Node loop = inner.nodes().get(1);
    Graph then = new Graphs().node(loop).out("last");
    Graph otherwise = new Graphs().node("Identity", "same", "x").out("same");
    Node choice =
        Node.of("If", vs("c"), v("z"))
            .with("then_branch", Attribute.of(then))
            .with("else_branch", Attribute.of(otherwise));
    Graph graph =
        floats()
            .in("m", ValueType.tensor(ElementType.I64, Shape.SCALAR))
            .in("c", ValueType.tensor(ElementType.BOOL, Shape.SCALAR))
            .node("Abs", "a", "x")
            .node(choice)
            .node("Relu", "y", "z")
            .out("y");
    Tensor two = Tensor.ofLongs(Shape.SCALAR, 2);
    assertTwinAgrees(network(graph), Map.of("x", X, "m", two, "c", bool(true)));
    assertTwinAgrees(network(graph), Map.of("x", X, "m", two, "c", bool(false)));
  }

  @Test
  void loopsWithoutBlocksStayInOnnxRuntime() {
    Graph body =
        new Graphs()
            .in("i", ValueType.tensor(ElementType.I64, Shape.SCALAR))
            .in("go", ValueType.tensor(ElementType.BOOL, Shape.SCALAR))
            .in("h", FLOAT)
            .node("Identity", "more", "go")
            .node("Add", "next", "h", "p")
            .out("more", "next");
    Node loop =
        new Node(
            OpType.of("Loop"),
            "",
            List.of(v("three"), Value.ABSENT, v("x")),
            vs("y"),
            Map.of("body", Attribute.of(body)));
    Graph graph =
        floats()
            .constant("three", Tensor.ofLongs(Shape.SCALAR, 3))
            .node("MatMul", "p", "x", "w")
            .node(loop)
            .out("y");
    assertThat(Schedule.of(LinearPartition.of(network(graph)).host().graph()).rounds().get(1))
        .satisfies(round -> assertThat(round.segment()).hasSize(1));
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

  @ParameterizedTest
  @ValueSource(longs = {1, 3, 12})
  void sequencesGrowInALoop(long limit) {
    Graph body =
        new Graphs()
            .in("i", ValueType.tensor(ElementType.I64, Shape.SCALAR))
            .in("go", ValueType.tensor(ElementType.BOOL, Shape.SCALAR))
            .in("s", new ValueType.SequenceType(FLOAT))
            .node("Identity", "more", "go")
            .node("MatMul", "p", "x", "w")
            .node(Node.of("Cast", vs("i"), v("f")).with("to", Attribute.of(1L)))
            .node("Add", "q", "p", "f")
            .node("SequenceInsert", "t", "s", "q")
            .out("more", "t");
    Node loop =
        new Node(
            OpType.of("Loop"),
            "",
            List.of(v("m"), Value.ABSENT, v("none")),
            vs("grown"),
            Map.of("body", Attribute.of(body)));
    Graph graph =
        floats()
            .in("m", ValueType.tensor(ElementType.I64, Shape.SCALAR))
            .node("SequenceEmpty", "none")
            .node(loop)
            .node(Node.of("ConcatFromSequence", vs("grown"), v("y")).with("axis", Attribute.of(0L)))
            .out("y");
    assertTwinAgrees(network(graph), Map.of("x", X, "m", Tensor.ofLongs(Shape.SCALAR, limit)));
  }

  /** The branches need the block's result to be chosen, and the optional from before it. */
  @Test
  void optionalsCannotCrossBlocks() {
    Graph branch = new Graphs().node("OptionalGetElement", "sure", "maybe").out("sure");
    Node choice =
        Node.of("If", vs("c"), v("y"))
            .with("then_branch", Attribute.of(branch))
            .with("else_branch", Attribute.of(branch));
    Graph graph =
        floats()
            .constant("zero", Tensor.ofFloats(Shape.SCALAR, 0))
            .node("Optional", "maybe", "x")
            .node("MatMul", "p", "x", "w")
            .node(Node.of("ReduceSum", vs("p"), v("sum")).with("keepdims", Attribute.of(0L)))
            .node("Less", "c", "sum", "zero")
            .node(choice)
            .out("y");
    try (Twin twin = LinearPartition.twin(network(graph))) {
      assertThatThrownBy(() -> twin.run(Map.of("x", X)))
          .isInstanceOf(DiagnosedException.class)
          .hasMessageContaining("optional");
    }
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
                    LinearPartition.of(network),
                    Map.of(),
                    OnnxWriter::toBytes,
                    SessionSettings.DEFAULT))
        .isInstanceOf(CompilerBug.class);
  }

  @Test
  void manyRunsGiveTheSameBits() {
    Network network = loop();
    Map<String, Tensor> inputs = Map.of("x", X, "m", Tensor.ofLongs(Shape.SCALAR, 3));
    try (Twin twin = LinearPartition.twin(network)) {
      Map<String, Tensor> first = twin.run(inputs);
      for (int i = 0; i < 100; i++) {
        assertThat(twin.run(inputs)).isEqualTo(first);
      }
    }
  }

  @Test
  void aThousandRunsKeepNativeMemoryBounded() throws IOException {
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
      runOften(twin, inputs, 100);
      long before = ResidentMemory.megabytes();
      runOften(twin, inputs, 1_000);
      assertThat(ResidentMemory.megabytes() - before)
          .as("MB grown; a leak makes 500")
          .isLessThan(200);
    }
  }

  private static void runOften(Twin twin, Map<String, Tensor> inputs, int times) {
    for (int i = 0; i < times; i++) {
      assertThat(twin.run(inputs)).hasSize(1);
    }
  }

  /** Input {@code x} and weight {@code w}. */
  private static Graphs floats() {
    return new Graphs().in("x", FLOAT).constant("w", W);
  }

  private static Tensor bool(boolean value) {
    byte[] bytes = {(byte) (value ? 1 : 0)};
    return new Tensor(ElementType.BOOL, Shape.SCALAR, TensorData.of(bytes));
  }

  private static void assertTwinAgrees(Network network, Map<String, Tensor> inputs) {
    Map<String, Tensor> expected = LinearPartition.reference(network, inputs);
    try (Twin twin = LinearPartition.twin(network)) {
      Map<String, Tensor> found = twin.run(inputs);
      assertThat(found.keySet()).containsExactlyElementsOf(expected.keySet());
      expected.forEach((name, tensor) -> assertNear(name, tensor, Optional.of(found.get(name))));
    }
  }

  private static void assertNear(String name, Tensor expected, Optional<Tensor> found) {
    assertThat(found).as(name).map(Tensor::valueType).contains(expected.valueType());
    double[] a = TensorElements.of(expected).toDoubles();
    double[] b = TensorElements.of(found.orElseThrow()).toDoubles();
    for (int i = 0; i < a.length; i++) {
      assertThat(b[i]).as("%s[%d]", name, i).isCloseTo(a[i], within(1e-5 * (1 + Math.abs(a[i]))));
    }
  }
}
