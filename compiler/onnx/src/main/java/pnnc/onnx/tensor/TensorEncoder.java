package pnnc.onnx.tensor;

import pnnc.base.bytes.ByteSource;
import pnnc.ir.network.SparseTensor;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorData;
import pnnc.onnx.wire.Fields;
import pnnc.onnx.wire.WireMessage;

/** Makes messages of tensors. Data go to {@code raw_data} as they are, strings to their field. */
public final class TensorEncoder {
  private TensorEncoder() {}

  /** {@code tensor} with its data inside, without a name if {@code name} is empty. */
  public static WireMessage encode(String name, Tensor tensor) {
    WireMessage message = header(name, tensor);
    if (tensor.data() instanceof TensorData.Strings s) {
      s.elements().forEach(e -> message.bytes(Fields.Tensor.STRING_DATA, e));
      return message;
    }
    return message.bytes(Fields.Tensor.RAW_DATA, bytes(tensor));
  }

  /** {@code tensor} with its data in the file {@code location}, from byte {@code offset} on. */
  public static WireMessage encodeExternal(
      String name, Tensor tensor, String location, long offset) {
    WireMessage message = header(name, tensor);
    externalEntry(message, "location", location);
    externalEntry(message, "offset", Long.toString(offset));
    externalEntry(message, "length", Long.toString(bytes(tensor).size()));
    return message.varint(Fields.Tensor.DATA_LOCATION, 1);
  }

  private static void externalEntry(WireMessage tensor, String key, String value) {
    WireMessage entry = new WireMessage();
    entry.text(Fields.Entry.KEY, key).text(Fields.Entry.VALUE, value);
    tensor.message(Fields.Tensor.EXTERNAL_DATA, entry);
  }

  private static WireMessage header(String name, Tensor tensor) {
    WireMessage message = new WireMessage();
    for (long size : tensor.sizes()) {
      message.varint(Fields.Tensor.DIMS, size);
    }
    message.varint(Fields.Tensor.DATA_TYPE, tensor.type().onnxCode());
    return message.textIfAny(Fields.Tensor.NAME, name);
  }

  /**
   * The data of a tensor that holds no strings; one repeated element is repeated only as it is
   * read.
   */
  public static ByteSource bytes(Tensor tensor) {
    return tensor.data() instanceof TensorData.Splat s
        ? new RepeatedBytes(s.element(), tensor.elements())
        : tensor.bytes();
  }

  public static WireMessage encode(SparseTensor sparse) {
    WireMessage message = new WireMessage();
    message.message(Fields.SparseTensor.VALUES, encode("", sparse.values()));
    message.message(Fields.SparseTensor.INDICES, encode("", sparse.indices()));
    for (long size : sparse.shape().sizes().orElseThrow()) {
      message.varint(Fields.SparseTensor.DIMS, size);
    }
    return message;
  }
}
