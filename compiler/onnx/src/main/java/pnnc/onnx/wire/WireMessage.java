package pnnc.onnx.wire;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import pnnc.base.bytes.Blob;
import pnnc.base.bytes.ByteSource;

/**
 * A protobuf message to be written: its fields in order. Knows its size before it is written, and
 * bytes that are given as a {@link ByteSource} stay there until then. A message must be complete
 * before it becomes a field of another.
 */
public final class WireMessage {
  private static final int CHUNK = 1 << 16;

  /** One field, or several in wire form. */
  private interface Field {
    void writeTo(CodedOutputStream out) throws IOException;
  }

  /** Takes pieces of an array. */
  private interface Sink {
    void write(byte[] bytes, int from, int length) throws IOException;
  }

  private final List<Field> fields = new ArrayList<>(4);
  private long size;

  /** Bytes this message takes, without a length in front. */
  public long size() {
    return size;
  }

  public boolean isEmpty() {
    return fields.isEmpty();
  }

  private WireMessage add(long bytes, Field field) {
    size += bytes;
    fields.add(field);
    return this;
  }

  public WireMessage varint(int number, long value) {
    return add(
        CodedOutputStream.computeInt64Size(number, value), out -> out.writeInt64(number, value));
  }

  public WireMessage float32(int number, float value) {
    return add(
        CodedOutputStream.computeFloatSize(number, value), out -> out.writeFloat(number, value));
  }

  public WireMessage text(int number, String value) {
    return add(
        CodedOutputStream.computeStringSize(number, value), out -> out.writeString(number, value));
  }

  /** The field, unless {@code value} is empty, which is what its absence means. */
  public WireMessage textIfAny(int number, String value) {
    return value.isEmpty() ? this : text(number, value);
  }

  public WireMessage bytes(int number, Blob value) {
    return bytes(number, ByteSource.of("blob", value.toByteArray()));
  }

  /** Bytes that are read from {@code value} when this message is written. */
  public WireMessage bytes(int number, ByteSource value) {
    return add(
        delimitedSize(number, value.size()),
        out -> {
          out.writeTag(number, WireFormat.WIRETYPE_LENGTH_DELIMITED);
          out.writeUInt64NoTag(value.size());
          copy(value, out::writeRawBytes);
        });
  }

  public WireMessage message(int number, WireMessage value) {
    return add(
        delimitedSize(number, value.size),
        out -> {
          out.writeTag(number, WireFormat.WIRETYPE_LENGTH_DELIMITED);
          out.writeUInt64NoTag(value.size);
          value.writeFields(out);
        });
  }

  /** One entry message for each pair. */
  public WireMessage entries(int number, Map<String, String> pairs) {
    pairs.forEach(
        (key, value) ->
            message(
                number,
                new WireMessage().text(Fields.Entry.KEY, key).text(Fields.Entry.VALUE, value)));
    return this;
  }

  /** Fields that are in wire form already. */
  public WireMessage raw(Blob wire) {
    return wire.isEmpty() ? this : add(wire.size(), out -> out.writeRawBytes(wire.toByteArray()));
  }

  private static long delimitedSize(int number, long length) {
    return CodedOutputStream.computeTagSize(number)
        + CodedOutputStream.computeUInt64SizeNoTag(length)
        + length;
  }

  /** Writes all of {@code from} to {@code to}, a piece at a time. */
  public static void copy(ByteSource from, OutputStream to) throws IOException {
    copy(from, to::write);
  }

  private static void copy(ByteSource from, Sink to) throws IOException {
    byte[] chunk = new byte[(int) Math.min(CHUNK, from.size())];
    for (long at = 0; at < from.size(); at += chunk.length) {
      int length = (int) Math.min(chunk.length, from.size() - at);
      from.slice(at, length).get(chunk, 0, length);
      to.write(chunk, 0, length);
    }
  }

  private void writeFields(CodedOutputStream out) throws IOException {
    for (Field field : fields) {
      field.writeTo(out);
    }
  }

  /** Writes the fields, without a length in front; {@code stream} stays open. */
  public void writeTo(OutputStream stream) throws IOException {
    CodedOutputStream out = CodedOutputStream.newInstance(stream);
    writeFields(out);
    out.flush();
  }
}
