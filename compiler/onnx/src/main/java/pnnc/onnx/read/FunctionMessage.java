package pnnc.onnx.read;

import java.util.ArrayList;
import java.util.List;
import pnnc.base.bytes.Blob;
import pnnc.ir.network.OpType;
import pnnc.onnx.wire.FieldHandler;
import pnnc.onnx.wire.Fields;
import pnnc.onnx.wire.Unread;
import pnnc.onnx.wire.WireReader;

/** A {@code FunctionProto} as it stands in the file. */
final class FunctionMessage implements FieldHandler {
  private String name = "";
  private String domain = "";
  String overload = "";
  final GraphMessage body = new GraphMessage();
  final List<String> attributes = new ArrayList<>(0);
  final List<AttributeMessage> defaults = new ArrayList<>(0);
  final List<OpsetMessage> opsets = new ArrayList<>(1);
  private final Unread unread = new Unread();

  @Override
  public void field(WireReader in) {
    switch (in.field()) {
      case Fields.Function.NAME -> name = in.text();
      case Fields.Function.DOMAIN -> domain = in.text();
      case Fields.Function.OVERLOAD -> overload = in.text();
      case Fields.Function.INPUT -> body.inputs.add(ValueInfoMessage.named(in.text()));
      case Fields.Function.OUTPUT -> body.outputs.add(ValueInfoMessage.named(in.text()));
      case Fields.Function.ATTRIBUTE -> attributes.add(in.text());
      case Fields.Function.ATTRIBUTE_PROTO -> defaults.add(in.message(new AttributeMessage()));
      case Fields.Function.NODE -> body.nodes.add(in.message(new NodeMessage()));
      case Fields.Function.VALUE_INFO -> body.valueInfos.add(in.message(new ValueInfoMessage()));
      case Fields.Function.OPSET_IMPORT -> opsets.add(in.message(new OpsetMessage()));
      default -> unread.keep(in);
    }
  }

  OpType op() {
    return new OpType(domain, name);
  }

  /** What messages call it: {@code function com.acme::Swish}. */
  String label() {
    return "function " + op();
  }

  /** What pnnc gives no meaning, but for the descriptions of values. */
  Blob unread() {
    return AttributeMessage.keepUnread(defaults, Fields.Function.ATTRIBUTE_PROTO, unread);
  }
}
