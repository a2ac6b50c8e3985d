package pnnc.onnx.read;

import pnnc.onnx.wire.FieldHandler;
import pnnc.onnx.wire.Fields;
import pnnc.onnx.wire.WireReader;

/** An {@code OperatorSetIdProto} as it stands in the file. */
final class OpsetMessage implements FieldHandler {
  String domain = "";
  long version;

  @Override
  public void field(WireReader in) {
    switch (in.field()) {
      case Fields.OperatorSetId.DOMAIN -> domain = in.text();
      case Fields.OperatorSetId.VERSION -> version = in.varint();
      default -> in.value();
    }
  }
}
