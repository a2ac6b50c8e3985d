package pnnc.ir.network;

import java.util.ArrayList;
import java.util.List;
import pnnc.base.bytes.Blob;
import pnnc.ir.text.Token;

/** Reads graphs and operations. */
final class GraphParser {
  private final TextReader reader;
  private final TensorParser tensors;
  private final AttributeParser attributes;

  GraphParser(TextReader reader, TensorParser tensors) {
    this.reader = reader;
    this.tensors = tensors;
    this.attributes = new AttributeParser(reader, tensors, this);
  }

  AttributeParser attributes() {
    return attributes;
  }

  Graph graph() {
    return reader.nested("graphs", this::graphHere);
  }

  private Graph graphHere() {
    reader.expect("graph");
    String name = reader.peek().isName() ? reader.word("a name") : "";
    GraphFacts facts = new GraphFacts(reader);
    List<Value> inputs = reader.list("(", () -> input(facts), ")");
    reader.expect("->");
    List<Value> outputs = reader.list("(", () -> typed(facts), ")");
    Blob unread = attributes.unread();
    List<Node> nodes = new ArrayList<>();
    reader.expect("{");
    while (!reader.take("}")) {
      item(facts, nodes);
    }
    return new Graph(
        name, inputs, outputs, facts.constants(), nodes, facts.types(), facts.origins(), unread);
  }

  private Value input(GraphFacts facts) {
    Token at = reader.peek();
    Value value = typed(facts);
    if (reader.take("=")) {
      facts.constant(value, standard(facts.declared(value), at), at);
    }
    return value;
  }

  /** An input's default names its type if that is not the input's. */
  private Tensor standard(ValueType declared, Token at) {
    if (TypeText.atElement(reader)) {
      return tensors.tensor();
    }
    if (declared instanceof ValueType.TensorType t && t.shape().isPresent()) {
      return tensors.data(t.elementType(), t.shape().get(), at);
    }
    throw reader.fail("a type");
  }

  /** {@code %x: f32[2]}, or {@code %x} alone. */
  private Value typed(GraphFacts facts) {
    Token at = reader.peek();
    Value value = reader.value();
    if (reader.take(":")) {
      facts.type(value, TypeText.parse(reader), at);
    }
    return value;
  }

  private void item(GraphFacts facts, List<Node> nodes) {
    Token at = reader.peek();
    if (reader.take("const")) {
      constant(facts);
    } else if (reader.take("type")) {
      Value value = reader.value();
      reader.expect(":");
      facts.type(value, TypeText.parse(reader), at);
    } else if (reader.take("origin")) {
      facts.origin(reader.value(), origin(), at);
    } else if (at.kind() == Token.Kind.VALUE || at.is("_")) {
      nodes.add(node(facts));
    } else {
      throw reader.fail("an operation, `const`, `type`, `origin` or `}`");
    }
  }

  private void constant(GraphFacts facts) {
    Token at = reader.peek();
    Value value = reader.value();
    reader.expect(":");
    facts.constant(value, tensors.declaredTensor(), at);
    if (reader.at("@")) {
      facts.origin(value, origin(), at);
    }
  }

  private Node node(GraphFacts facts) {
    Token at = reader.peek();
    List<Value> outputs = new ArrayList<>();
    do {
      outputs.add(typed(facts));
    } while (reader.take(","));
    if (outputs.stream().noneMatch(Value::isPresent)) {
      throw reader.fault(at, "an operation with a result");
    }
    reader.expect("=");
    OpType op = operator();
    String overload = overload();
    List<Value> inputs = reader.list("(", reader::value, ")");
    Node node = new Node(op, overload, inputs, outputs, attributes.attributes());
    if (reader.at("@")) {
      facts.origin(node.id(), origin(), at);
    }
    return reader.noted(node, at);
  }

  /** {@code Conv}, {@code com.microsoft::QGemm}. */
  OpType operator() {
    String first = reader.word("an operator");
    return reader.take("::") ? new OpType(first, reader.word("an operator")) : OpType.of(first);
  }

  String overload() {
    return reader.take("#") ? reader.word("an overload") : "";
  }

  private Origin origin() {
    reader.expect("@");
    String name = reader.quoted("the name of what this comes from");
    return new Origin(name, attributes.metadata(), attributes.unread());
  }
}
