package pnnc.onnx.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import pnnc.base.bytes.Blob;
import pnnc.onnx.tensor.SparseTensorMessage;
import pnnc.onnx.tensor.TensorMessage;
import pnnc.onnx.wire.AttributeKind;
import pnnc.onnx.wire.FieldHandler;
import pnnc.onnx.wire.Fields;
import pnnc.onnx.wire.Longs;
import pnnc.onnx.wire.PackedField;
import pnnc.onnx.wire.Unread;
import pnnc.onnx.wire.WireReader;

/** An {@code AttributeProto} as it stands in the file. */
final class AttributeMessage implements FieldHandler {
  String name = "";
  String reference = "";
  int type;
  float f;
  long i;
  Blob s = Blob.EMPTY;
  final PackedField floats = new PackedField();
  final Longs ints = new Longs();
  final List<Blob> strings = new ArrayList<>(0);
  final List<TensorMessage> tensors = new ArrayList<>(0);
  final List<SparseTensorMessage> sparseTensors = new ArrayList<>(0);
  final List<GraphMessage> graphs = new ArrayList<>(0);
  final List<TypeMessage> types = new ArrayList<>(0);
  Optional<TensorMessage> tensor = Optional.empty();
  Optional<SparseTensorMessage> sparseTensor = Optional.empty();
  Optional<GraphMessage> graph = Optional.empty();
  Optional<TypeMessage> typeProto = Optional.empty();
  private Optional<AttributeKind> used = Optional.empty();
  private final Unread unread = new Unread();

  @Override
  public void field(WireReader in) {
    switch (in.field()) {
      case Fields.Attribute.NAME -> name = in.text();
      case Fields.Attribute.REF_ATTR_NAME -> reference = in.text();
      case Fields.Attribute.TYPE -> type = in.int32();
      default -> value(in);
    }
  }

  private void value(WireReader in) {
    used = AttributeKind.ofField(in.field()).or(() -> used);
    switch (in.field()) {
      case Fields.Attribute.F -> f = in.float32();
      case Fields.Attribute.I -> i = in.varint();
      case Fields.Attribute.S -> s = in.blob();
      case Fields.Attribute.T ->
          tensor = Optional.of(in.message(tensor.orElseGet(TensorMessage::new)));
      case Fields.Attribute.G ->
          graph = Optional.of(in.message(graph.orElseGet(GraphMessage::new)));
      case Fields.Attribute.SPARSE_TENSOR ->
          sparseTensor = Optional.of(in.message(sparseTensor.orElseGet(SparseTensorMessage::new)));
      case Fields.Attribute.TP ->
          typeProto = Optional.of(in.message(typeProto.orElseGet(TypeMessage::new)));
      default -> list(in);
    }
  }

  private void list(WireReader in) {
    switch (in.field()) {
      case Fields.Attribute.FLOATS -> floats.add(in);
      case Fields.Attribute.INTS -> ints.add(in);
      case Fields.Attribute.STRINGS -> strings.add(in.blob());
      case Fields.Attribute.TENSORS -> tensors.add(in.message(new TensorMessage()));
      case Fields.Attribute.GRAPHS -> graphs.add(in.message(new GraphMessage()));
      case Fields.Attribute.SPARSE_TENSORS ->
          sparseTensors.add(in.message(new SparseTensorMessage()));
      case Fields.Attribute.TYPE_PROTOS -> types.add(in.message(new TypeMessage()));
      default -> unread.keep(in);
    }
  }

  /** What it holds; a file of IR version 1 shows it only by the field it uses. */
  Optional<AttributeKind> kind() {
    return type == 0 ? used : AttributeKind.ofCode(type);
  }

  /** All graphs in this attribute. */
  Stream<GraphMessage> graphs() {
    return Stream.concat(graph.stream(), graphs.stream());
  }

  private Blob unread() {
    Unread all = new Unread();
    all.add(unread.toBlob());
    tensor.ifPresent(t -> all.keepPart(Fields.Attribute.T, t.unreadInAttribute()));
    sparseTensor.ifPresent(t -> all.keepPart(Fields.Attribute.SPARSE_TENSOR, t.unread()));
    typeProto.ifPresent(t -> all.keepPart(Fields.Attribute.TP, t.unread()));
    return all.toBlob();
  }

  /** {@code own} and what {@code attributes}, which are in field {@code number}, keep unread. */
  static Blob keepUnread(List<AttributeMessage> attributes, int number, Unread own) {
    Map<String, Blob> byName = new TreeMap<>();
    attributes.forEach(a -> byName.putIfAbsent(a.name, a.unread()));
    Unread all = new Unread();
    all.add(own.toBlob());
    byName.forEach((name, part) -> all.keepNamedPart(number, Fields.Attribute.NAME, name, part));
    return all.toBlob();
  }
}
