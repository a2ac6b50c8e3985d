package pnnc.onnx.read;

import pnnc.base.bytes.Blob;
import pnnc.onnx.wire.FieldHandler;
import pnnc.onnx.wire.Fields;
import pnnc.onnx.wire.Unread;
import pnnc.onnx.wire.WireReader;

/** A {@code ValueInfoProto} as it stands in the file. */
final class ValueInfoMessage implements FieldHandler {
  String name = "";
  final TypeMessage type = new TypeMessage();
  boolean nameOnly;
  private final Unread unread = new Unread();

  /** What a function says of its inputs and outputs: nothing but the name. */
  static ValueInfoMessage named(String name) {
    ValueInfoMessage message = new ValueInfoMessage();
    message.name = name;
    message.nameOnly = true;
    return message;
  }

  @Override
  public void field(WireReader in) {
    switch (in.field()) {
      case Fields.ValueInfo.NAME -> name = in.text();
      case Fields.ValueInfo.TYPE -> in.message(type);
      default -> unread.keep(in);
    }
  }

  /** What pnnc gives no meaning. */
  Blob unread() {
    Unread all = new Unread();
    all.add(unread.toBlob());
    all.keepPart(Fields.ValueInfo.TYPE, type.unread());
    return all.toBlob();
  }
}
