package pnnc.sim.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pnnc.sim.Graphs.network;
import static pnnc.sim.Graphs.v;
import static pnnc.sim.Graphs.vs;
import static pnnc.sim.twin.TwinCases.FLOAT;
import static pnnc.sim.twin.TwinCases.RANDOM;
import static pnnc.sim.twin.TwinCases.W;
import static pnnc.sim.twin.TwinCases.X;
import static pnnc.sim.twin.TwinCases.assertTwinAgrees;
import static pnnc.sim.twin.TwinCases.bool;
import static pnnc.sim.twin.TwinCases.floats;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.shape.Shape;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Network;
import pnnc.ir.network.Node;
import pnnc.ir.network.OpType;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.Value;
import pnnc.ir.network.ValueType;
import pnnc.sim.Graphs;
import pnnc.sim.Seeds;

/** Blocks in the bodies of If, Loop and Scan; every network is also run whole. */
class TwinControlFlowTest {
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
}
