package pnnc.onnx.read;

import java.util.ArrayList;
import java.util.List;
import pnnc.base.bytes.Blob;
import pnnc.ir.network.Origin;
import pnnc.onnx.wire.Entries;
import pnnc.onnx.wire.FieldHandler;
import pnnc.onnx.wire.Fields;
import pnnc.onnx.wire.Unread;
import pnnc.onnx.wire.WireReader;

/** A {@code NodeProto} as it stands in the file. */
final class NodeMessage implements FieldHandler {
  final List<String> inputs = new ArrayList<>(4);
  final List<String> outputs = new ArrayList<>(1);
  final List<AttributeMessage> attributes = new ArrayList<>(4);
  String operator = "";
  String domain = "";
  String overload = "";
  private String name = "";
  private final Entries metadata = new Entries();
  private final Unread unread = new Unread();

  @Override
  public void field(WireReader in) {
    switch (in.field()) {
      case Fields.Node.INPUT -> inputs.add(in.text());
      case Fields.Node.OUTPUT -> outputs.add(in.text());
      case Fields.Node.NAME -> name = in.text();
      case Fields.Node.OP_TYPE -> operator = in.text();
      case Fields.Node.ATTRIBUTE -> attributes.add(in.message(new AttributeMessage()));
      case Fields.Node.DOMAIN -> domain = in.text();
      case Fields.Node.OVERLOAD -> overload = in.text();
      case Fields.Node.METADATA_PROPS -> metadata.add(in);
      default -> unread.keep(in);
    }
  }

  /** What messages call it: {@code node /head/grid}. */
  String label() {
    String known = name.isEmpty() && !outputs.isEmpty() ? outputs.get(0) : name;
    return known.isEmpty() ? "a node " + operator : "node " + known;
  }

  Origin origin() {
    return new Origin(name, metadata.pairs(), unread());
  }

  private Blob unread() {
    return AttributeMessage.keepUnread(attributes, Fields.Node.ATTRIBUTE, unread);
  }
}
