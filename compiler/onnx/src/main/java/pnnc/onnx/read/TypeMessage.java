package pnnc.onnx.read;

import java.util.Optional;
import java.util.function.Consumer;
import pnnc.base.bytes.Blob;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.ValueType;
import pnnc.onnx.wire.FieldHandler;
import pnnc.onnx.wire.Fields;
import pnnc.onnx.wire.Unread;
import pnnc.onnx.wire.WireReader;

/** A {@code TypeProto} as it stands in the file, with the message of its one kind inside. */
final class TypeMessage implements FieldHandler {
  private int kind;
  private Optional<Inner> inner = Optional.empty();
  private final Unread unread = new Unread();

  @Override
  public void field(WireReader in) {
    switch (in.field()) {
      case Fields.Type.TENSOR_TYPE,
          Fields.Type.SPARSE_TENSOR_TYPE,
          Fields.Type.SEQUENCE_TYPE,
          Fields.Type.OPTIONAL_TYPE,
          Fields.Type.MAP_TYPE ->
          readInner(in);
      default -> unread.keep(in);
    }
  }

  private void readInner(WireReader in) {
    if (kind != in.field()) {
      inner = Optional.empty();
      kind = in.field();
    }
    inner = Optional.of(in.message(inner.orElseGet(() -> new Inner(kind))));
  }

  /** The type; what is wrong with it goes to {@code faults} and counts as unknown. */
  ValueType type(Consumer<String> faults) {
    return inner.map(i -> i.type(faults)).orElse(ValueType.unknown());
  }

  /** What pnnc gives no meaning. */
  Blob unread() {
    Unread all = new Unread();
    all.add(unread.toBlob());
    inner.ifPresent(i -> all.keepPart(kind, i.unread()));
    return all.toBlob();
  }

  /**
   * The message inside. All kinds are much alike: field 1 is an element type or (a sequence, an
   * optional) the item's type, field 2 a shape or (a map) the values' type.
   */
  private static final class Inner implements FieldHandler {
    private final int kind;
    private int elementCode;
    private Optional<ShapeMessage> shape = Optional.empty();
    private Optional<TypeMessage> item = Optional.empty();
    private final Unread unread = new Unread();

    private Inner(int kind) {
      this.kind = kind;
    }

    @Override
    public void field(WireReader in) {
      if (in.field() == itemField()) {
        item = Optional.of(in.message(item.orElseGet(TypeMessage::new)));
      } else if (in.field() == Fields.TensorType.ELEM_TYPE) {
        elementCode = in.int32();
      } else if (in.field() == Fields.TensorType.SHAPE && isTensor()) {
        shape = Optional.of(in.message(shape.orElseGet(ShapeMessage::new)));
      } else {
        unread.keep(in);
      }
    }

    private boolean isTensor() {
      return kind == Fields.Type.TENSOR_TYPE || kind == Fields.Type.SPARSE_TENSOR_TYPE;
    }

    /** The field that holds a type; 0 if there is none. */
    private int itemField() {
      if (isTensor()) {
        return 0;
      }
      return kind == Fields.Type.MAP_TYPE ? Fields.MapType.VALUE_TYPE : Fields.ItemType.ELEM_TYPE;
    }

    private ValueType type(Consumer<String> faults) {
      return switch (kind) {
        case Fields.Type.SEQUENCE_TYPE -> new ValueType.SequenceType(itemType(faults));
        case Fields.Type.OPTIONAL_TYPE -> new ValueType.OptionalType(itemType(faults));
        default -> typeWithElement(faults);
      };
    }

    private ValueType itemType(Consumer<String> faults) {
      return item.map(i -> i.type(faults)).orElse(ValueType.unknown());
    }

    /** A type without an element type, which some exporters write, says nothing. */
    private ValueType typeWithElement(Consumer<String> faults) {
      Optional<ElementType> element = ElementType.ofOnnx(elementCode);
      if (element.isEmpty()) {
        if (elementCode != 0) {
          faults.accept("ONNX has no element type with code %d".formatted(elementCode));
        }
        return ValueType.unknown();
      }
      return switch (kind) {
        case Fields.Type.MAP_TYPE -> new ValueType.MapType(element.get(), itemType(faults));
        case Fields.Type.SPARSE_TENSOR_TYPE ->
            new ValueType.SparseTensorType(element.get(), shape.map(s -> s.shape(faults)));
        default -> new ValueType.TensorType(element.get(), shape.map(s -> s.shape(faults)));
      };
    }

    private Blob unread() {
      Unread all = new Unread();
      all.add(unread.toBlob());
      shape.ifPresent(s -> all.keepPart(Fields.TensorType.SHAPE, s.unread()));
      item.ifPresent(i -> all.keepPart(itemField(), i.unread()));
      return all.toBlob();
    }
  }
}
