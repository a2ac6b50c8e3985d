package pnnc.ir.network;

import java.util.LinkedHashMap;
import java.util.Map;
import pnnc.ir.text.Token;

/** What the text of one graph says of its values; the same thing may be said twice, if alike. */
final class GraphFacts {
  private final TextReader reader;
  private final Map<Value, Tensor> constants = new LinkedHashMap<>();
  private final Map<Value, ValueType> types = new LinkedHashMap<>();
  private final Map<Value, Origin> origins = new LinkedHashMap<>();

  GraphFacts(TextReader reader) {
    this.reader = reader;
  }

  void constant(Value value, Tensor tensor, Token at) {
    if (constants.put(value, tensor) != null) {
      throw reader.fault(at, "each constant once");
    }
  }

  /** Notes a type; where one place leaves it open the other decides. */
  void type(Value value, ValueType type, Token at) {
    if (type instanceof ValueType.Unknown) {
      return;
    }
    ValueType before = types.put(value, type);
    if (before != null && !before.equals(type)) {
      throw reader.fault(at, "%s: %s as before".formatted(value, TypeText.print(before)));
    }
  }

  void origin(Value value, Origin origin, Token at) {
    Origin before = origins.put(value, origin);
    if (before != null && !before.equals(origin)) {
      throw reader.fault(at, "one origin of " + value);
    }
  }

  ValueType declared(Value value) {
    return types.getOrDefault(value, ValueType.unknown());
  }

  Map<Value, Tensor> constants() {
    return constants;
  }

  Map<Value, ValueType> types() {
    return types;
  }

  Map<Value, Origin> origins() {
    return origins;
  }
}
