package pnnc.onnx.tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import pnnc.base.bytes.Blob;
import pnnc.base.bytes.ByteSource;
import pnnc.onnx.wire.Entries;
import pnnc.onnx.wire.FieldHandler;
import pnnc.onnx.wire.Fields;
import pnnc.onnx.wire.Longs;
import pnnc.onnx.wire.PackedField;
import pnnc.onnx.wire.Unread;
import pnnc.onnx.wire.WireReader;

/** A {@code TensorProto} as it stands in the file. */
public final class TensorMessage implements FieldHandler {
  final Longs dims = new Longs();
  int dataType;
  boolean segmented;
  boolean external;
  Optional<ByteSource> raw = Optional.empty();
  final Map<Integer, PackedField> packed = new TreeMap<>();
  final List<Blob> strings = new ArrayList<>(0);
  final Entries externalData = new Entries();
  private String name = "";
  private final Entries metadata = new Entries();
  private final Unread unread = new Unread();

  @Override
  public void field(WireReader in) {
    switch (in.field()) {
      case Fields.Tensor.DIMS -> dims.add(in);
      case Fields.Tensor.DATA_TYPE -> dataType = in.int32();
      case Fields.Tensor.SEGMENT -> keepSegment(in);
      case Fields.Tensor.NAME -> name = in.text();
      case Fields.Tensor.RAW_DATA -> raw = Optional.of(in.data());
      case Fields.Tensor.STRING_DATA -> strings.add(in.blob());
      case Fields.Tensor.FLOAT_DATA,
          Fields.Tensor.INT32_DATA,
          Fields.Tensor.INT64_DATA,
          Fields.Tensor.DOUBLE_DATA,
          Fields.Tensor.UINT64_DATA ->
          packed.computeIfAbsent(in.field(), f -> new PackedField()).add(in);
      case Fields.Tensor.EXTERNAL_DATA -> externalData.add(in);
      case Fields.Tensor.DATA_LOCATION -> external = in.int32() == 1;
      case Fields.Tensor.METADATA_PROPS -> metadata.add(in);
      default -> unread.keep(in);
    }
  }

  private void keepSegment(WireReader in) {
    segmented = true;
    unread.keep(in);
  }

  public String name() {
    return name;
  }

  public Map<String, String> metadata() {
    return metadata.pairs();
  }

  /** What pnnc gives no meaning in an initializer. */
  public Blob unread() {
    return unread.toBlob();
  }

  /** What pnnc gives no meaning where a tensor is no value of its own: also its name. */
  public Blob unreadInAttribute() {
    Unread all = new Unread();
    all.addText(Fields.Tensor.NAME, name);
    all.addEntries(Fields.Tensor.METADATA_PROPS, metadata());
    all.add(unread());
    return all.toBlob();
  }
}
