package pnnc.onnx.tensor;

import pnnc.base.bytes.Blob;
import pnnc.onnx.wire.FieldHandler;
import pnnc.onnx.wire.Fields;
import pnnc.onnx.wire.Longs;
import pnnc.onnx.wire.Unread;
import pnnc.onnx.wire.WireReader;

/** A {@code SparseTensorProto} as it stands in the file. */
public final class SparseTensorMessage implements FieldHandler {
  final TensorMessage values = new TensorMessage();
  final TensorMessage indices = new TensorMessage();
  final Longs dims = new Longs();
  private final Unread unread = new Unread();

  @Override
  public void field(WireReader in) {
    switch (in.field()) {
      case Fields.SparseTensor.VALUES -> in.message(values);
      case Fields.SparseTensor.INDICES -> in.message(indices);
      case Fields.SparseTensor.DIMS -> dims.add(in);
      default -> unread.keep(in);
    }
  }

  /** The name of the whole is that of its values. */
  public String name() {
    return values.name();
  }

  /** What pnnc gives no meaning. */
  public Blob unread() {
    Unread all = new Unread();
    all.keepPart(Fields.SparseTensor.VALUES, values.unreadInAttribute());
    all.keepPart(Fields.SparseTensor.INDICES, indices.unreadInAttribute());
    all.add(unread.toBlob());
    return all.toBlob();
  }

  /** The same, for an operation whose attribute {@code name} this becomes. */
  public Blob unreadAsAttribute(String name) {
    Unread attribute = new Unread();
    attribute.keepPart(Fields.Attribute.SPARSE_TENSOR, unread());
    Unread all = new Unread();
    all.keepNamedPart(Fields.Node.ATTRIBUTE, Fields.Attribute.NAME, name, attribute.toBlob());
    return all.toBlob();
  }
}
