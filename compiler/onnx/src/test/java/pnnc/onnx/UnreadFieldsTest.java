package pnnc.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import pnnc.base.shape.Shape;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.Graph;
import pnnc.ir.network.GraphEditor;
import pnnc.ir.network.NameSupply;
import pnnc.ir.network.Network;
import pnnc.ir.network.Node;
import pnnc.ir.network.Tensor;
import pnnc.onnx.wire.Fields;
import pnnc.onnx.wire.WireMessage;
import pnnc.onnx.write.OnnxWriter;

/** What pnnc gives no meaning is still there after reading and writing. */
class UnreadFieldsTest {
  private static final int UNKNOWN = 999;

  @Test
  void unknownFieldsSurviveAtEveryLevel() {
    Network network = Onnx.read(marked());
    byte[] written = OnnxWriter.toBytes(network);
    assertThat(marks(written)).containsExactlyInAnyOrderElementsOf(marks(Onnx.bytes(marked())));
    assertThat(marks(written)).hasSize(15);
    assertThat(Onnx.read(written)).isEqualTo(network);
    assertThat(OnnxWriter.toBytes(Onnx.read(written))).isEqualTo(written);
  }

  private static WireMessage marked() {
    WireMessage constant =
        Onnx.node("Constant", "_", "c").message(Fields.Node.ATTRIBUTE, markedAttribute());
    WireMessage nodes =
        Onnx.graph(
            mark("node", Onnx.node("Relu", "x", "v")), constant, Onnx.node("Add", "v w", "y"));
    WireMessage graph =
        mark("graph", nodes)
            .message(Fields.Graph.INPUT, mark("input", Onnx.value("i", 2)))
            .message(Fields.Graph.OUTPUT, mark("output", Onnx.value("v", 2)))
            .message(Fields.Graph.VALUE_INFO, mark("value", typed("c")))
            .message(
                Fields.Graph.INITIALIZER,
                mark("initializer", Onnx.initializer("w", Tensor.ofFloats(Shape.of(2), 1, 2))));
    return mark("model", Onnx.model(graph))
        .message(Fields.Model.FUNCTIONS, markedFunction())
        .text(4, "mark-domain")
        .varint(5, 17);
  }

  /** A value whose type has something unknown in each of its layers. */
  private static WireMessage typed(String name) {
    WireMessage shape = mark("shape", new WireMessage());
    WireMessage tensor = mark("tensor type", new WireMessage().varint(1, 1).message(2, shape));
    return new WireMessage()
        .text(Fields.ValueInfo.NAME, name)
        .message(Fields.ValueInfo.TYPE, mark("type", new WireMessage().message(1, tensor)));
  }

  private static WireMessage markedAttribute() {
    WireMessage tensor = mark("tensor", Onnx.initializer("its name", Tensor.ofLongs(1)));
    return mark(
        "attribute",
        new WireMessage()
            .text(Fields.Attribute.NAME, "value")
            .varint(Fields.Attribute.TYPE, 4)
            .message(Fields.Attribute.T, tensor));
  }

  private static WireMessage markedFunction() {
    return mark(
        "function",
        new WireMessage()
            .text(Fields.Function.NAME, "F")
            .text(Fields.Function.DOMAIN, "local")
            .text(Fields.Function.INPUT, "a")
            .text(Fields.Function.OUTPUT, "b")
            .message(Fields.Function.NODE, Onnx.node("Relu", "a", "b"))
            .message(Fields.Function.OPSET_IMPORT, Onnx.opset("", 13))
            .message(Fields.Function.VALUE_INFO, mark("function value", Onnx.value("b", 2))));
  }

  private static WireMessage mark(String what, WireMessage message) {
    return message.text(UNKNOWN, "mark-" + what + ".");
  }

  private static List<String> marks(byte[] file) {
    return Pattern.compile("mark-[a-z ]+")
        .matcher(new String(file, StandardCharsets.ISO_8859_1))
        .results()
        .map(r -> r.group())
        .toList();
  }

  @Test
  void whatIsKeptOfAnAttributeGoesWithIt() {
    Network network = Onnx.read(marked());
    Network removed = network.mapGraph(g -> withoutConstant(g, network));
    assertThat(marks(OnnxWriter.toBytes(removed))).doesNotContain("mark-attribute", "mark-tensor");
  }

  private static Graph withoutConstant(Graph graph, Network network) {
    GraphEditor editor = new GraphEditor(graph, NameSupply.of(network));
    editor.removeDead(n -> n.is("Constant"));
    return editor.build();
  }

  @Test
  void whatIsKeptOfATensorIsDroppedWhenTheAttributeIsNoneAnyMore() {
    Network network = Onnx.read(marked());
    Network changed = network.mapGraph(UnreadFieldsTest::withFloat);
    assertThat(marks(OnnxWriter.toBytes(changed)))
        .contains("mark-attribute")
        .doesNotContain("mark-tensor");
  }

  private static Graph withFloat(Graph g) {
    List<Node> nodes =
        g.nodes().stream()
            .map(n -> n.is("Constant") ? n.with("value", Attribute.of(1f)) : n)
            .toList();
    return new Graph(
        g.name(),
        g.inputs(),
        g.outputs(),
        g.constants(),
        nodes,
        g.types(),
        g.origins(),
        g.unread());
  }

  @Test
  void metadataOfModelOperatorsAndWeightsSurvive() {
    WireMessage entry = new WireMessage().text(1, "key").text(2, "välue");
    WireMessage weight = Onnx.initializer("w", Tensor.ofFloats(Shape.of(2), 1, 2));
    WireMessage graph =
        Onnx.graph(Onnx.node("Add", "x w", "y").text(3, "sum").message(9, entry))
            .message(Fields.Graph.INITIALIZER, weight.message(16, entry));
    Network network = Onnx.read(Onnx.model(graph).message(14, entry).text(2, "tool").text(3, "1"));
    assertThat(network.header().metadata()).containsEntry("key", "välue");
    assertThat(network.header().producer()).isEqualTo("tool");
    Graph read = network.graph();
    assertThat(read.origin(read.nodes().get(0).id()).name()).isEqualTo("sum");
    assertThat(read.origins().values()).allSatisfy(o -> assertThat(o.metadata()).hasSize(1));
    assertThat(Onnx.writeAndRead(network)).isEqualTo(network);
  }
}
