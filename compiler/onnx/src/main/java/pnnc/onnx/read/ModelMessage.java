package pnnc.onnx.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pnnc.onnx.wire.Entries;
import pnnc.onnx.wire.FieldHandler;
import pnnc.onnx.wire.Fields;
import pnnc.onnx.wire.Unread;
import pnnc.onnx.wire.WireReader;

/** A {@code ModelProto} as it stands in the file. */
final class ModelMessage implements FieldHandler {
  long irVersion;
  String producer = "";
  String producerVersion = "";
  Optional<GraphMessage> graph = Optional.empty();
  final List<OpsetMessage> opsets = new ArrayList<>();
  final List<FunctionMessage> functions = new ArrayList<>();
  final Entries metadata = new Entries();
  final Unread unread = new Unread();

  @Override
  public void field(WireReader in) {
    switch (in.field()) {
      case Fields.Model.IR_VERSION -> irVersion = in.varint();
      case Fields.Model.PRODUCER_NAME -> producer = in.looseText();
      case Fields.Model.PRODUCER_VERSION -> producerVersion = in.looseText();
      case Fields.Model.GRAPH ->
          graph = Optional.of(in.message(graph.orElseGet(GraphMessage::new)));
      case Fields.Model.OPSET_IMPORT -> opsets.add(in.message(new OpsetMessage()));
      case Fields.Model.METADATA_PROPS -> metadata.add(in);
      case Fields.Model.FUNCTIONS -> functions.add(in.message(new FunctionMessage()));
      default -> unread.keep(in);
    }
  }
}
