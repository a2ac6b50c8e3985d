package pnnc.onnx.write;

import java.util.Optional;
import pnnc.base.bytes.Blob;
import pnnc.base.shape.Dim;
import pnnc.base.shape.Shape;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Value;
import pnnc.ir.network.ValueType;
import pnnc.onnx.wire.Fields;
import pnnc.onnx.wire.WireMessage;

/** Types to {@code TypeProto} and {@code ValueInfoProto}. */
final class TypeWriter {
  private TypeWriter() {}

  /**
   * The description of {@code value}.
   *
   * @param unread what was kept of the description it had
   */
  static WireMessage valueInfo(Value value, ValueType type, Blob unread) {
    WireMessage message = new WireMessage().text(Fields.ValueInfo.NAME, value.name());
    if (!(type instanceof ValueType.Unknown)) {
      message.message(Fields.ValueInfo.TYPE, type(type));
    }
    return message.raw(unread);
  }

  /** The message of {@code type}; empty if nothing is known. */
  static WireMessage type(ValueType type) {
    WireMessage message = new WireMessage();
    if (type instanceof ValueType.TensorType t) {
      message.message(Fields.Type.TENSOR_TYPE, tensor(t.elementType(), t.shape()));
    } else if (type instanceof ValueType.SparseTensorType t) {
      message.message(Fields.Type.SPARSE_TENSOR_TYPE, tensor(t.elementType(), t.denseShape()));
    } else if (type instanceof ValueType.SequenceType t) {
      message.message(Fields.Type.SEQUENCE_TYPE, item(t.item()));
    } else if (type instanceof ValueType.OptionalType t) {
      message.message(Fields.Type.OPTIONAL_TYPE, item(t.item()));
    } else if (type instanceof ValueType.MapType t) {
      message.message(Fields.Type.MAP_TYPE, map(t));
    }
    return message;
  }

  private static WireMessage tensor(ElementType element, Optional<Shape> shape) {
    WireMessage message = new WireMessage().varint(Fields.TensorType.ELEM_TYPE, element.onnxCode());
    shape.ifPresent(s -> message.message(Fields.TensorType.SHAPE, shape(s)));
    return message;
  }

  private static WireMessage shape(Shape shape) {
    WireMessage message = new WireMessage();
    shape.dims().forEach(d -> message.message(Fields.TensorShape.DIM, dim(d)));
    return message;
  }

  private static WireMessage dim(Dim dim) {
    WireMessage message = new WireMessage();
    dim.size().ifPresent(size -> message.varint(Fields.Dimension.DIM_VALUE, size));
    dim.symbol().ifPresent(name -> message.text(Fields.Dimension.DIM_PARAM, name));
    return message;
  }

  private static WireMessage item(ValueType item) {
    return new WireMessage().message(Fields.ItemType.ELEM_TYPE, type(item));
  }

  private static WireMessage map(ValueType.MapType type) {
    return new WireMessage()
        .varint(Fields.MapType.KEY_TYPE, type.key().onnxCode())
        .message(Fields.MapType.VALUE_TYPE, type(type.value()));
  }
}
