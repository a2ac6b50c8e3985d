package pnnc.onnx.read;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import pnnc.base.bytes.Blob;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.ir.network.Value;
import pnnc.ir.network.ValueType;
import pnnc.onnx.wire.Fields;
import pnnc.onnx.wire.Unread;

/**
 * What a graph says of its values beside computing them: types, and descriptions that pnnc only
 * keeps. Where a value is described twice, as an input or output and once more, the first counts.
 */
final class ValueFacts {
  private final Scope scope;
  private final Faults faults;
  private final Map<Value, ValueType> types = new LinkedHashMap<>();
  private final Unread unread = new Unread();

  ValueFacts(GraphMessage message, Scope scope, Faults faults) {
    this.scope = scope;
    this.faults = faults;
    unread.add(message.unread.toBlob());
    read(message.inputs, Fields.Graph.INPUT);
    read(message.outputs, Fields.Graph.OUTPUT);
    read(message.valueInfos, Fields.Graph.VALUE_INFO);
  }

  private void read(List<ValueInfoMessage> infos, int field) {
    Map<String, Blob> kept = new TreeMap<>();
    for (ValueInfoMessage info : infos) {
      Optional<Value> value = scope.defines(info.name) ? scope.find(info.name) : Optional.empty();
      if (value.isPresent() && !info.nameOnly) {
        boolean described = field == Fields.Graph.VALUE_INFO && types.containsKey(value.get());
        ValueType type = info.type.type(fault -> report(info, fault));
        types.merge(value.get(), type, ValueFacts::better);
        kept.putIfAbsent(value.get().name(), described ? Blob.EMPTY : info.unread());
      }
    }
    kept.forEach((name, part) -> unread.keepNamedPart(field, Fields.ValueInfo.NAME, name, part));
  }

  private static ValueType better(ValueType first, ValueType second) {
    return first instanceof ValueType.Unknown ? second : first;
  }

  private void report(ValueInfoMessage info, String fault) {
    faults.add(
        DiagnosticCode.GRAPH_INVALID.error(
            "the type of value `%s`: %s".formatted(info.name, fault)),
        "value " + info.name);
  }

  Map<Value, ValueType> types() {
    return types;
  }

  /** What pnnc gives no meaning in the graph itself and in the descriptions of values. */
  Blob unread() {
    return unread.toBlob();
  }
}
