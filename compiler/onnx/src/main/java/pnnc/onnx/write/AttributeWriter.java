package pnnc.onnx.write;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import pnnc.base.bytes.Blob;
import pnnc.base.diagnostics.CompilerBug;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.Graph;
import pnnc.onnx.tensor.TensorEncoder;
import pnnc.onnx.wire.AttributeKind;
import pnnc.onnx.wire.Fields;
import pnnc.onnx.wire.WireMessage;

/** Attributes to {@code AttributeProto}. */
final class AttributeWriter {
  /** Fields that hold a message with parts kept unread: each goes with one kind of attribute. */
  private static final Set<Integer> PARTS =
      Set.of(Fields.Attribute.T, Fields.Attribute.SPARSE_TENSOR, Fields.Attribute.TP);

  private final Function<Graph, WireMessage> graphs;

  /**
   * @param graphs makes the messages of subgraphs
   */
  AttributeWriter(Function<Graph, WireMessage> graphs) {
    this.graphs = graphs;
  }

  /**
   * The message of one attribute.
   *
   * @param unread what was kept of the attribute of that name in the file
   */
  WireMessage attribute(String name, Attribute attribute, Blob unread) {
    WireMessage message = new WireMessage().text(Fields.Attribute.NAME, name);
    if (attribute instanceof Attribute.Reference r) {
      message.varint(Fields.Attribute.TYPE, r.onnxType());
      return message.text(Fields.Attribute.REF_ATTR_NAME, r.name()).raw(unread);
    }
    AttributeKind kind = kind(attribute);
    message.varint(Fields.Attribute.TYPE, kind.code());
    value(message, kind.field(), attribute);
    return message.raw(fitting(kind, unread));
  }

  /** A pass may have put a value of another kind in the place of the one that was read. */
  private static Blob fitting(AttributeKind kind, Blob unread) {
    if (unread.isEmpty()) {
      return unread;
    }
    Set<Integer> others = new HashSet<>(PARTS);
    others.remove(kind.field());
    return Fragments.without(others, unread);
  }

  private static AttributeKind kind(Attribute attribute) {
    if (attribute instanceof Attribute.IntValue) {
      return AttributeKind.INT;
    } else if (attribute instanceof Attribute.FloatValue) {
      return AttributeKind.FLOAT;
    } else if (attribute instanceof Attribute.StringValue) {
      return AttributeKind.STRING;
    } else if (attribute instanceof Attribute.TensorValue) {
      return AttributeKind.TENSOR;
    } else if (attribute instanceof Attribute.SparseTensorValue) {
      return AttributeKind.SPARSE_TENSOR;
    } else if (attribute instanceof Attribute.GraphValue) {
      return AttributeKind.GRAPH;
    } else if (attribute instanceof Attribute.TypeValue) {
      return AttributeKind.TYPE;
    }
    return listKind(attribute);
  }

  private static AttributeKind listKind(Attribute attribute) {
    if (attribute instanceof Attribute.Ints) {
      return AttributeKind.INTS;
    } else if (attribute instanceof Attribute.Floats) {
      return AttributeKind.FLOATS;
    } else if (attribute instanceof Attribute.Strings) {
      return AttributeKind.STRINGS;
    } else if (attribute instanceof Attribute.Tensors) {
      return AttributeKind.TENSORS;
    } else if (attribute instanceof Attribute.SparseTensors) {
      return AttributeKind.SPARSE_TENSORS;
    } else if (attribute instanceof Attribute.Graphs) {
      return AttributeKind.GRAPHS;
    } else if (attribute instanceof Attribute.Types) {
      return AttributeKind.TYPES;
    }
    throw new CompilerBug("ONNX writer", "attribute of no known kind: " + attribute);
  }

  private void value(WireMessage message, int field, Attribute attribute) {
    if (attribute instanceof Attribute.IntValue a) {
      message.varint(field, a.value());
    } else if (attribute instanceof Attribute.FloatValue a) {
      message.float32(field, a.value());
    } else if (attribute instanceof Attribute.StringValue a) {
      message.bytes(field, a.bytes());
    } else if (attribute instanceof Attribute.TensorValue a) {
      message.message(field, TensorEncoder.encode("", a.value()));
    } else if (attribute instanceof Attribute.SparseTensorValue a) {
      message.message(field, TensorEncoder.encode(a.value()));
    } else if (attribute instanceof Attribute.GraphValue a) {
      message.message(field, graphs.apply(a.value()));
    } else if (attribute instanceof Attribute.TypeValue a) {
      message.message(field, TypeWriter.type(a.value()));
    } else {
      list(message, field, attribute);
    }
  }

  /** Numbers one field each, as the schema says for attributes. */
  private void list(WireMessage message, int field, Attribute attribute) {
    if (attribute instanceof Attribute.Ints a) {
      a.values().forEach(v -> message.varint(field, v));
    } else if (attribute instanceof Attribute.Floats a) {
      a.values().forEach(v -> message.float32(field, v));
    } else if (attribute instanceof Attribute.Strings a) {
      a.values().forEach(v -> message.bytes(field, v));
    } else if (attribute instanceof Attribute.Tensors a) {
      a.values().forEach(v -> message.message(field, TensorEncoder.encode("", v)));
    } else if (attribute instanceof Attribute.SparseTensors a) {
      a.values().forEach(v -> message.message(field, TensorEncoder.encode(v)));
    } else if (attribute instanceof Attribute.Graphs a) {
      a.values().forEach(v -> message.message(field, graphs.apply(v)));
    } else if (attribute instanceof Attribute.Types a) {
      a.values().forEach(v -> message.message(field, TypeWriter.type(v)));
    }
  }
}
