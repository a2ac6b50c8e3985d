package pnnc.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pnnc.base.bytes.Blob;
import pnnc.base.bytes.ByteSource;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.base.shape.Dim;
import pnnc.base.shape.Shape;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Network;
import pnnc.ir.network.NetworkFunction;
import pnnc.ir.network.Node;
import pnnc.ir.network.OpType;
import pnnc.ir.network.Origin;
import pnnc.ir.network.Renaming;
import pnnc.ir.network.SparseTensor;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorData;
import pnnc.ir.network.Value;
import pnnc.ir.network.ValueType;
import pnnc.onnx.read.OnnxReader;
import pnnc.onnx.write.OnnxWriter;

/** Networks that pnnc makes up survive writing and reading. */
class OnnxWriterTest {
  private static final Value X = new Value("x");
  private static final Value W = new Value("w");
  private static final Value Y = new Value("y");
  private static final SparseTensor SPARSE =
      new SparseTensor(Tensor.ofFloats(Shape.of(1), 1), Tensor.ofLongs(3), Shape.of(2, 2));

  static Stream<Attribute> attributes() {
    Tensor tensor = Tensor.ofDoubles(Shape.SCALAR, 1.5);
    ValueType type = new ValueType.OptionalType(new ValueType.SequenceType(f32("n")));
    Graph graph = network(Map.of()).graph();
    return Stream.of(
        Attribute.of(-1),
        Attribute.of(0f),
        Attribute.of("ünï"),
        Attribute.of(tensor),
        new Attribute.SparseTensorValue(SPARSE),
        new Attribute.TypeValue(type),
        Attribute.ofInts(),
        Attribute.ofInts(0, Long.MIN_VALUE),
        new Attribute.Floats(List.of(0f, Float.NaN, -1f)),
        new Attribute.Strings(List.of(Blob.EMPTY, Blob.of(new byte[] {-1}))),
        new Attribute.Tensors(List.of(tensor, tensor)),
        new Attribute.SparseTensors(List.of(SPARSE)),
        new Attribute.Types(List.of(type, new ValueType.MapType(ElementType.I64, f32("m")))),
        new Attribute.Graphs(List.of()),
        new Attribute.Reference("alpha", 1),
        Attribute.of(renamed(graph)));
  }

  private static Graph renamed(Graph graph) {
    return new Renaming(Map.of(X, new Value("ix"), Y, new Value("iy"))).applyEverywhere(graph);
  }

  @ParameterizedTest
  @MethodSource("attributes")
  void everyKindOfAttributeSurvives(Attribute attribute) {
    Node node = Node.of("Relu", List.of(X), Y).with("a", attribute);
    Network network = network(node, Map.of(), Map.of());
    assertThat(Onnx.writeAndRead(network)).isEqualTo(network);
  }

  @Test
  void everyKindOfTypeSurvives() {
    Map<Value, ValueType> types =
        Map.of(
            X, new ValueType.SparseTensorType(ElementType.F16, Optional.of(Shape.of(3))),
            Y, new ValueType.TensorType(ElementType.BF16, Optional.empty()));
    Network network = network(Node.of("Relu", List.of(X), Y), Map.of(), types);
    assertThat(Onnx.writeAndRead(network)).isEqualTo(network);
  }

  @Test
  void leftOutInputsAndOutputsSurvive() {
    Node node = Node.of("Foo", List.of(X, Value.ABSENT, X, Value.ABSENT), Value.ABSENT, Y);
    Network network = network(node, Map.of(), Map.of());
    assertThat(Onnx.writeAndRead(network)).isEqualTo(network);
  }

  @Test
  void aLargeRepeatedElementBecomesAnOperator() {
    Network network = network(Map.of(W, splat(100_000)));
    byte[] written = OnnxWriter.toBytes(network);
    assertThat(written).hasSizeLessThan(1000);
    Node fill = Onnx.read(written).graph().nodes().get(0);
    assertThat(fill.is("ConstantOfShape")).isTrue();
    assertThat(fill.output()).isEqualTo(W);
    assertThat(fill.attribute("value")).contains(Attribute.of(Tensor.ofFloats(Shape.of(1), 2.5f)));
  }

  @Test
  void aSmallRepeatedElementIsWrittenOut() {
    Network network = network(Map.of(W, splat(5)));
    float[] expected = {2.5f, 2.5f, 2.5f, 2.5f, 2.5f};
    assertThat(Onnx.writeAndRead(network).graph().constants())
        .containsEntry(W, Tensor.ofFloats(Shape.of(5), expected));
  }

  @Test
  void aLargeDefaultOfAnInputStaysAnInitializer() {
    Graph g = network(Map.of(W, splat(100_000))).graph();
    Graph open =
        new Graph(
            "",
            List.of(X, W),
            g.outputs(),
            g.constants(),
            g.nodes(),
            g.types(),
            g.origins(),
            Blob.EMPTY);
    Network network = network(Map.of()).withGraph(open);
    Graph read = Onnx.writeAndRead(network).graph();
    assertThat(read.inputs()).containsExactly(X, W);
    assertThat(read.constants().get(W).bytes().size()).isEqualTo(400_000);
  }

  private static Tensor splat(long elements) {
    Blob element = Blob.of(new byte[] {0, 0, 0x20, 0x40});
    return new Tensor(ElementType.F32, Shape.of(elements), new TensorData.Splat(element));
  }

  @Test
  void constantsOfFunctionsBecomeOperators() {
    Graph body = network(Map.of(W, splat(5))).graph();
    Network network = withFunction(body);
    NetworkFunction read = Onnx.writeAndRead(network).functions().get(0);
    assertThat(read.body().constants()).isEmpty();
    assertThat(read.body().nodes()).extracting(n -> n.op().name()).contains("Constant", "Add");
    assertThat(read.defaults()).containsEntry("alpha", Attribute.of(1.5f));
    assertThat(read.attributes()).containsExactly("beta");
  }

  private static Network withFunction(Graph body) {
    NetworkFunction function =
        new NetworkFunction(
            new OpType("local", "F"),
            "v2",
            body,
            List.of("beta"),
            Map.of("alpha", Attribute.of(1.5f)),
            Map.of("", 13),
            Blob.EMPTY);
    Network plain = network(Map.of());
    return new Network(plain.graph(), List.of(function), plain.opsets(), plain.header());
  }

  @Test
  void theFormatIsAsNewAsItMustBe() {
    Network.Header old = new Network.Header(3, "", "", Map.of(), Blob.EMPTY);
    Tensor int4 = new Tensor(ElementType.I4, Shape.of(2), TensorData.of(new byte[1]));
    Network plain = network(Map.of());
    Network functions = withFunction(plain.graph());
    Network small = network(Map.of(W, int4));
    assertThat(irVersion(plain, old)).isEqualTo(3);
    assertThat(irVersion(functions, old)).isEqualTo(10);
    assertThat(irVersion(small, old)).isEqualTo(10);
  }

  private static int irVersion(Network network, Network.Header header) {
    Network headed = new Network(network.graph(), network.functions(), network.opsets(), header);
    return Onnx.writeAndRead(headed).header().irVersion();
  }

  @Test
  void weightsGoToAFileBesideWhenThereIsNoRoom() throws Exception {
    Tensor large = Tensor.ofDoubles(Shape.of(1000), new double[1000]);
    Tensor next = Tensor.ofDoubles(Shape.of(500), new double[500]);
    Map<Value, Tensor> weights = new LinkedHashMap<>();
    weights.put(W, large);
    weights.put(new Value("w2"), next);
    weights.put(new Value("w3"), splat(3));
    Network network = network(weights);
    MemorySink sink = new MemorySink();
    byte[] model = sink.write(network, 2000);
    assertThat(model).hasSizeLessThan(1000);
    assertThat(sink.bytes()).hasSizeBetween(8192 + 4000, 8192 + 8000);
    Network read = OnnxReader.read(Onnx.source(model), sink, new Diagnostics());
    assertThat(read.graph().constants())
        .containsEntry(W, large)
        .containsEntry(new Value("w2"), next);
  }

  @Test
  void whatHasRoomInTheModelStaysThere() throws Exception {
    MemorySink sink = new MemorySink();
    sink.write(network(Map.of(W, splat(400))), 1_000_000);
    assertThat(sink.bytes()).isEmpty();
  }

  @Test
  void aModelWithoutRoomIsRefused() {
    ByteSource huge =
        new ByteSource() {
          @Override
          public String name() {
            return "huge";
          }

          @Override
          public long size() {
            return 4L << 30;
          }

          @Override
          public ByteBuffer slice(long offset, int length) {
            throw new AssertionError("it must not be looked at");
          }
        };
    Tensor tensor = new Tensor(ElementType.U8, Shape.of(4L << 30), new TensorData.Bytes(huge));
    Network network = network(Map.of(W, tensor));
    assertThatThrownBy(() -> OnnxWriter.write(network, OutputStream.nullOutputStream()))
        .isInstanceOf(DiagnosedException.class)
        .hasMessageStartingWith("PNN3002");
  }

  private static ValueType f32(String dim) {
    return ValueType.tensor(ElementType.F32, Shape.of(Dim.of(dim), Dim.unknown(), Dim.of(2)));
  }

  private static Network network(Map<Value, Tensor> constants) {
    return network(Node.of("Add", List.of(X, X), Y), constants, Map.of(X, f32("N"), Y, f32("N")));
  }

  private static Network network(
      Node node, Map<Value, Tensor> constants, Map<Value, ValueType> types) {
    Map<Value, ValueType> all = new LinkedHashMap<>();
    all.put(X, ValueType.unknown());
    all.put(Y, ValueType.unknown());
    all.putAll(types);
    Graph graph =
        new Graph(
            "g",
            List.of(X),
            List.of(Y),
            constants,
            List.of(node),
            all,
            Map.of(Y, Origin.named("the node")),
            Blob.EMPTY);
    return new Network(graph, List.of(), Map.of("", 13), Network.Header.PNNC);
  }
}
