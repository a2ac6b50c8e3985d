package pnnc.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.shape.Shape;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Network;
import pnnc.ir.network.Node;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.Value;
import pnnc.ir.network.ValueType;
import pnnc.onnx.wire.Fields;
import pnnc.onnx.wire.WireMessage;

/** What graphs and functions become, and what is said of those that are wrong. */
class GraphReadingTest {
  private static final Tensor W = Tensor.ofFloats(Shape.of(2), 1, 2);

  @Test
  void beforeIrVersion4InitializersAreNoInputs() {
    WireMessage graph = addGraph().message(Fields.Graph.INPUT, Onnx.value("w", 2));
    assertThat(names(Onnx.read(Onnx.model(3, 8, graph)).graph().inputs())).containsExactly("x");
    Network kept = Onnx.read(Onnx.model(4, 9, graph));
    assertThat(names(kept.graph().inputs())).containsExactly("x", "w");
    assertThat(kept.graph().constants()).containsKey(new Value("w"));
  }

  @Test
  void inputsOfIrVersion3AreWrittenBack() {
    WireMessage graph = addGraph().message(Fields.Graph.INPUT, Onnx.value("w", 2));
    Network network = Onnx.read(Onnx.model(3, 8, graph));
    assertThat(Onnx.writeAndRead(network)).isEqualTo(network);
    assertThat(network.header().irVersion()).isEqualTo(3);
  }

  private static WireMessage addGraph() {
    return Onnx.graph(Onnx.node("Add", "x w", "y"))
        .message(Fields.Graph.INITIALIZER, Onnx.initializer("w", W));
  }

  @Test
  void sparseInitializersBecomeOperators() {
    WireMessage sparse =
        new WireMessage()
            .message(1, Onnx.initializer("w", Tensor.ofFloats(Shape.of(1), 5)))
            .message(2, Onnx.initializer("", Tensor.ofLongs(1)))
            .varint(3, 2);
    Network network =
        Onnx.read(Onnx.model(Onnx.graph(Onnx.node("Add", "x w", "y")).message(15, sparse)));
    Node constant = network.graph().nodes().get(0);
    assertThat(constant.attribute("sparse_value").orElseThrow())
        .isInstanceOf(Attribute.SparseTensorValue.class);
    assertThat(constant.output().name()).isEqualTo("w");
    assertThat(Onnx.writeAndRead(network)).isEqualTo(network);
  }

  @Test
  void operatorsAreSortedAndThoseThatComputeNothingDropped() {
    WireMessage graph =
        Onnx.graph(
            Onnx.node("Neg", "b", "y"),
            Onnx.node("Relu", "a", "b"),
            Onnx.node("Print", "a", "_"),
            Onnx.node("Abs", "x", "a"));
    assertThat(ops(Onnx.read(Onnx.model(graph)).graph())).containsExactly("Abs", "Relu", "Neg");
  }

  @Test
  void whatASubgraphTakesFromOutsideCountsForTheOrder() {
    WireMessage branch = branch("z", Onnx.node("Neg", "late", "z"));
    WireMessage graph =
        Onnx.graph(ifNode("c", "y", branch), Onnx.node("Relu", "x", "late"))
            .message(Fields.Graph.INPUT, Onnx.value("c"));
    assertThat(ops(Onnx.read(Onnx.model(graph)).graph())).containsExactly("Relu", "If");
  }

  @Test
  void aLongChainInReverseIsSortedWithoutADeepStack() {
    int length = 50_000;
    WireMessage[] nodes =
        IntStream.range(0, length)
            .mapToObj(i -> length - 1 - i)
            .map(
                i ->
                    Onnx.node("Neg", i == 0 ? "x" : "v" + i, i == length - 1 ? "y" : "v" + (i + 1)))
            .toArray(WireMessage[]::new);
    assertThat(Onnx.read(Onnx.model(Onnx.graph(nodes))).graph().nodes()).hasSize(length);
  }

  @Test
  void cyclesAreRefused() {
    List<Diagnostic> faults =
        Onnx.faults(
            Onnx.model(Onnx.graph(Onnx.node("Add", "x b", "y"), Onnx.node("Neg", "y", "b"))));
    assertThat(codes(faults)).containsExactly(DiagnosticCode.GRAPH_CYCLIC);
    assertThat(faults.get(0).message()).containsPattern("`[yb]`");
  }

  @Test
  void anOperatorThatNeedsItselfIsACycle() {
    assertThat(codes(Onnx.faults(Onnx.model(Onnx.graph(Onnx.node("Neg", "y", "y"))))))
        .containsExactly(DiagnosticCode.GRAPH_CYCLIC);
  }

  @Test
  void allFaultsOfARunAreReported() {
    WireMessage graph = Onnx.graph(Onnx.node("Add", "x nowhere", "a"), Onnx.node("Neg", "x", "a"));
    assertThat(codes(Onnx.faults(Onnx.model(graph))))
        .containsExactly(
            DiagnosticCode.VALUE_REDEFINED,
            DiagnosticCode.VALUE_UNDEFINED,
            DiagnosticCode.VALUE_UNDEFINED);
  }

  @Test
  void aFlawedModelDoesNotFloodItsReader() {
    WireMessage[] nodes =
        IntStream.range(0, 1000)
            .mapToObj(i -> Onnx.node("Neg", "missing" + i, "v" + i))
            .toArray(WireMessage[]::new);
    assertThat(Onnx.faults(Onnx.model(Onnx.graph(nodes)))).hasSize(20);
  }

  @Test
  void warningsDoNotFloodEither() {
    WireMessage graph = Onnx.reluGraph();
    for (int i = 0; i < 1000; i++) {
      graph.message(Fields.Graph.INITIALIZER, Onnx.initializer("w", W));
    }
    assertThat(Onnx.warnings(Onnx.model(graph))).hasSize(20);
  }

  @Test
  void messagesAreOneLineWhateverTheModelCallsThings() {
    String name = "a\nb" + "c".repeat(10_000);
    Diagnostic fault = Onnx.faults(Onnx.model(Onnx.graph(Onnx.node("Neg", name, "y")))).get(0);
    assertThat(fault.message()).hasSizeLessThan(400).doesNotContain("\n");
  }

  @Test
  void faultsNameTheOperatorAndItsPlaceInTheProgram() {
    WireMessage trace =
        new WireMessage()
            .text(1, "pkg.torch.onnx.stack_trace")
            .text(2, "File \"/home/me/detector.py\", line 118, in forward");
    WireMessage node =
        Onnx.node("Neg", "nowhere", "y")
            .text(Fields.Node.NAME, "/head/neg")
            .message(Fields.Node.METADATA_PROPS, trace);
    Diagnostic fault = Onnx.faults(Onnx.model(Onnx.graph(node))).get(0);
    assertThat(fault.place().orElseThrow().describe())
        .isEqualTo("test.onnx node /head/neg, from detector.py:118");
  }

  @Test
  void aSubgraphThatHidesANameGetsAnother() {
    WireMessage branch = branch("x", Onnx.node("Neg", "c", "x"));
    WireMessage model =
        Onnx.model(
            Onnx.graph(ifNode("c", "y", branch))
                .message(Fields.Graph.INPUT, Onnx.value("c"))
                .message(Fields.Graph.INPUT, Onnx.value("x_1", 2)));
    Graph inner = Onnx.read(model).graph().nodes().get(0).graphs().findFirst().orElseThrow();
    assertThat(names(inner.outputs())).hasSize(1).doesNotContain("x", "x_1");
    assertThat(inner.nodes().get(0).outputs()).isEqualTo(inner.outputs());
    assertThat(codes(Onnx.warnings(model))).contains(DiagnosticCode.VALUE_REDEFINED);
  }

  @Test
  void siblingSubgraphsMayUseTheSameNames() {
    WireMessage branch = branch("z", Onnx.node("Neg", "x", "z"));
    WireMessage node =
        ifNode("c", "y", branch).message(5, Onnx.graphAttribute("else_branch", branch));
    WireMessage model = Onnx.model(Onnx.graph(node).message(Fields.Graph.INPUT, Onnx.value("c")));
    assertThat(Onnx.warnings(model)).isEmpty();
    Network network = Onnx.read(model);
    assertThat(Onnx.writeAndRead(network)).isEqualTo(network);
  }

  private static WireMessage branch(String output, WireMessage node) {
    return new WireMessage()
        .message(Fields.Graph.NODE, node)
        .text(Fields.Graph.NAME, "branch")
        .message(Fields.Graph.OUTPUT, Onnx.value(output, 2));
  }

  private static WireMessage ifNode(String condition, String output, WireMessage branch) {
    return Onnx.node("If", condition, output)
        .message(Fields.Node.ATTRIBUTE, Onnx.graphAttribute("then_branch", branch));
  }

  @Test
  void dimensionsAreNumbersNamesOrUnknown() {
    WireMessage model = Onnx.model(Onnx.reluGraph().message(13, Onnx.value("x", -1)));
    assertThat(Onnx.read(model).graph().type(new Value("x")))
        .isEqualTo(ValueType.tensor(ElementType.F32, Shape.of(2)));
    WireMessage unknown =
        Onnx.graph(Onnx.node("Relu", "x", "v"), Onnx.node("Neg", "v", "y"))
            .message(13, Onnx.value("v", -1));
    assertThat(Onnx.read(Onnx.model(unknown)).graph().type(new Value("v")).shape())
        .contains(Shape.ofRank(1));
    WireMessage negative =
        Onnx.graph(Onnx.node("Relu", "x", "v"), Onnx.node("Neg", "v", "y"))
            .message(13, Onnx.value("v", -2));
    assertThat(Onnx.faults(Onnx.model(negative)).get(0).message())
        .isEqualTo("the type of value `v`: negative dimension -2");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 6, 26, 27})
  void otherOpsetsAreReadWithAWarning(int opset) {
    assertThat(codes(Onnx.warnings(Onnx.model(8, opset, Onnx.reluGraph()))))
        .containsExactly(DiagnosticCode.OPSET_UNSUPPORTED);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 10_001, Integer.MAX_VALUE})
  void impossibleOpsetsAreRefused(int opset) {
    assertThat(codes(Onnx.faults(Onnx.model(8, opset, Onnx.reluGraph()))))
        .contains(DiagnosticCode.OPSET_UNSUPPORTED);
  }

  @Test
  void theStandardDomainHasTwoNames() {
    WireMessage node = Onnx.node("Relu", "x", "y").text(Fields.Node.DOMAIN, "ai.onnx");
    WireMessage model =
        new WireMessage()
            .varint(1, 8)
            .message(7, Onnx.graph(node))
            .message(8, Onnx.opset("ai.onnx", 12));
    Network network = Onnx.read(model);
    assertThat(network.opsets()).isEqualTo(Map.of("", 12));
    assertThat(network.graph().nodes().get(0).is("Relu")).isTrue();
  }

  @Test
  void anOperatorSetThatIsNotImportedIsReportedOnce() {
    WireMessage first = Onnx.node("Foo", "x", "a").text(Fields.Node.DOMAIN, "com.acme");
    WireMessage second = Onnx.node("Bar", "a", "y").text(Fields.Node.DOMAIN, "com.acme");
    List<Diagnostic> faults = Onnx.faults(Onnx.model(Onnx.graph(first, second)));
    assertThat(codes(faults)).containsExactly(DiagnosticCode.GRAPH_INVALID);
    assertThat(faults.get(0).message()).contains("com.acme::Foo");
  }

  @Test
  void onnxRuntimesOperatorsNeedNoImport() {
    WireMessage node = Onnx.node("Gelu", "x", "y").text(Fields.Node.DOMAIN, "com.microsoft");
    WireMessage model = Onnx.model(Onnx.graph(node));
    assertThat(Onnx.read(model).opsets()).containsEntry("com.microsoft", 1);
    assertThat(Onnx.warnings(model)).hasSize(1);
  }

  @Test
  void localFunctionsNeedNoImport() {
    WireMessage node = Onnx.node("Twice", "x", "y").text(Fields.Node.DOMAIN, "local");
    WireMessage model =
        Onnx.model(Onnx.graph(node)).message(25, function("Twice", Onnx.node("Add", "a a", "b")));
    Network network = Onnx.read(model);
    assertThat(network.function(network.graph().nodes().get(0))).isPresent();
    assertThat(Onnx.writeAndRead(network)).isEqualTo(network);
  }

  @Test
  void functionsWithoutImportsUseTheModels() {
    WireMessage function =
        new WireMessage().text(1, "F").text(4, "a").text(5, "b").text(10, "local");
    function.message(Fields.Function.NODE, Onnx.node("Relu", "a", "b"));
    Network network = Onnx.read(Onnx.model(Onnx.reluGraph()).message(25, function));
    assertThat(network.functions().get(0).opsets()).isEqualTo(Map.of("", 13));
  }

  @Test
  void functionsMustNotCallThemselves() {
    WireMessage there = Onnx.node("Back", "a", "b").text(Fields.Node.DOMAIN, "local");
    WireMessage back = Onnx.node("There", "a", "b").text(Fields.Node.DOMAIN, "local");
    WireMessage model =
        Onnx.model(Onnx.reluGraph())
            .message(25, function("There", there))
            .message(25, function("Back", back));
    assertThat(Onnx.faults(model).get(0).message()).endsWith("calls itself");
  }

  private static WireMessage function(String name, WireMessage node) {
    return new WireMessage()
        .text(Fields.Function.NAME, name)
        .text(Fields.Function.INPUT, "a")
        .text(Fields.Function.OUTPUT, "b")
        .message(Fields.Function.NODE, node)
        .message(Fields.Function.OPSET_IMPORT, Onnx.opset("", 13))
        .text(Fields.Function.DOMAIN, "local");
  }

  @Test
  void aModelNeedsAGraphOutputsAndAVersion() {
    assertThat(Onnx.faults(new WireMessage().varint(1, 8)).get(0).message())
        .endsWith("it contains no graph");
    WireMessage noOutputs = new WireMessage().message(1, Onnx.node("Relu", "x", "y"));
    noOutputs.message(11, Onnx.value("x"));
    assertThat(Onnx.faults(Onnx.model(noOutputs)).get(0).message())
        .isEqualTo("the graph has no outputs");
    assertThat(codes(Onnx.faults(Onnx.model(0, 13, Onnx.reluGraph()))))
        .containsExactly(DiagnosticCode.ONNX_MALFORMED);
  }

  private static List<String> names(List<Value> values) {
    return values.stream().map(Value::name).toList();
  }

  private static List<String> ops(Graph graph) {
    return graph.nodes().stream().map(n -> n.op().name()).toList();
  }

  private static List<DiagnosticCode> codes(List<Diagnostic> diagnostics) {
    return diagnostics.stream().map(Diagnostic::code).toList();
  }
}
