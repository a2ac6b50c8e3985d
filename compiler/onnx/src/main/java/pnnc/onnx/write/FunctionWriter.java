package pnnc.onnx.write;

import java.util.Map;
import java.util.Set;
import pnnc.base.bytes.Blob;
import pnnc.ir.network.Graph;
import pnnc.ir.network.NameSupply;
import pnnc.ir.network.NetworkFunction;
import pnnc.onnx.wire.Fields;
import pnnc.onnx.wire.WireMessage;

/** Local functions to {@code FunctionProto}. */
final class FunctionWriter {
  private FunctionWriter() {}

  static WireMessage function(NetworkFunction function, NameSupply names) {
    int opset = function.opsets().getOrDefault("", 0);
    Graph body = new ConstantPlacement(names, true, opset).place(function.body());
    Fragments unread = Fragments.of(function.unread(), Set.of(Fields.Function.ATTRIBUTE_PROTO));
    GraphWriter writer = new GraphWriter(names, ExternalLayout.inline(), opset, false);
    WireMessage message = new WireMessage().text(Fields.Function.NAME, function.op().name());
    body.inputs().forEach(v -> message.text(Fields.Function.INPUT, v.name()));
    body.outputs().forEach(v -> message.text(Fields.Function.OUTPUT, v.name()));
    function.attributes().forEach(a -> message.text(Fields.Function.ATTRIBUTE, a));
    writer.nodes(message, Fields.Function.NODE, body);
    opsets(message, Fields.Function.OPSET_IMPORT, function.opsets());
    message.textIfAny(Fields.Function.DOMAIN, function.op().domain());
    writer.attributes(message, Fields.Function.ATTRIBUTE_PROTO, function.defaults(), unread);
    types(message, body);
    message.textIfAny(Fields.Function.OVERLOAD, function.overload());
    return message.raw(unread.rest());
  }

  private static void types(WireMessage message, Graph body) {
    Fragments unread = Fragments.of(body.unread(), Set.of(Fields.Graph.VALUE_INFO));
    body.types()
        .forEach(
            (value, type) -> {
              Blob kept = unread.part(Fields.Graph.VALUE_INFO, value.name());
              message.message(Fields.Function.VALUE_INFO, TypeWriter.valueInfo(value, type, kept));
            });
  }

  /** Adds {@code versions} to {@code message} in field {@code number}. */
  static void opsets(WireMessage message, int number, Map<String, Integer> versions) {
    versions.forEach(
        (domain, version) ->
            message.message(
                number,
                new WireMessage()
                    .textIfAny(Fields.OperatorSetId.DOMAIN, domain)
                    .varint(Fields.OperatorSetId.VERSION, version)));
  }
}
