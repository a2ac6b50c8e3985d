package pnnc.onnx.wire;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What an {@code AttributeProto} holds: its type code and the field with the value. */
public enum AttributeKind {
  FLOAT(1, Fields.Attribute.F),
  INT(2, Fields.Attribute.I),
  STRING(3, Fields.Attribute.S),
  TENSOR(4, Fields.Attribute.T),
  GRAPH(5, Fields.Attribute.G),
  FLOATS(6, Fields.Attribute.FLOATS),
  INTS(7, Fields.Attribute.INTS),
  STRINGS(8, Fields.Attribute.STRINGS),
  TENSORS(9, Fields.Attribute.TENSORS),
  GRAPHS(10, Fields.Attribute.GRAPHS),
  SPARSE_TENSOR(11, Fields.Attribute.SPARSE_TENSOR),
  SPARSE_TENSORS(12, Fields.Attribute.SPARSE_TENSORS),
  TYPE(13, Fields.Attribute.TP),
  TYPES(14, Fields.Attribute.TYPE_PROTOS);

  private static final Map<Integer, AttributeKind> BY_CODE = index(AttributeKind::code);
  private static final Map<Integer, AttributeKind> BY_FIELD = index(AttributeKind::field);

  private final int code;
  private final int field;

  AttributeKind(int code, int field) {
    this.code = code;
    this.field = field;
  }

  private static Map<Integer, AttributeKind> index(Function<AttributeKind, Integer> key) {
    return Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(key, k -> k));
  }

  /** The kind with this code of {@code AttributeProto.AttributeType}. */
  public static Optional<AttributeKind> ofCode(int code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }

  /** The kind whose value is in this field: how files of IR version 1 tell. */
  public static Optional<AttributeKind> ofField(int field) {
    return Optional.ofNullable(BY_FIELD.get(field));
  }

  public int code() {
    return code;
  }

  public int field() {
    return field;
  }
}
