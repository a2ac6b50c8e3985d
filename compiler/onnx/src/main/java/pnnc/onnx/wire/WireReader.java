package pnnc.onnx.wire;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import pnnc.base.bytes.Blob;
import pnnc.base.bytes.ByteSource;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.diagnostics.Place;

/**
 * Walks a protobuf message. Trusts nothing: lengths are held against what is there before anything
 * is allocated, depth and memory are bounded, and every fault is a {@link DiagnosedException} with
 * the byte where it was met. Takes time in proportion to the bytes that are not skipped.
 */
public final class WireReader {
  private static final int BUFFER = 8192;

  private final ByteSource source;
  private final ReadLimits limits;
  private final Budget budget;
  private final CodedInputStream in;
  private int depth;
  private int tag;
  private int tagPosition;

  private WireReader(ByteSource source, ReadLimits limits, Budget budget) {
    this.source = source;
    this.limits = limits;
    this.budget = budget;
    this.in = CodedInputStream.newInstance(new SourceStream(source), BUFFER);
  }

  /**
   * Reads the whole of {@code source} as one message into {@code message}, which is returned.
   *
   * @throws DiagnosedException if it is no message, or beyond what {@code budget} and {@code
   *     limits} allow
   */
  public static <T extends FieldHandler> T read(
      ByteSource source, T message, ReadLimits limits, Budget budget) {
    if (source.size() > Integer.MAX_VALUE) {
      throw new DiagnosedException(
          DiagnosticCode.ONNX_LIMIT
              .error("the model file's size", "2 GiB that protobuf has")
              .at(new Place.WholeFile(source.name()))
              .help("Keep the weights as external data beside the model."));
    }
    WireReader reader = new WireReader(source, limits, budget);
    reader.fields((int) source.size(), message);
    return message;
  }

  /** Number of the field this reader stands at. */
  public int field() {
    return WireFormat.getTagFieldNumber(tag);
  }

  /** Whether the field holds bytes: a string, a message, packed numbers. */
  public boolean isBytes() {
    return WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_LENGTH_DELIMITED;
  }

  public Budget budget() {
    return budget;
  }

  /** Reads the field as a message. */
  public <T extends FieldHandler> T message(T message) {
    int length = length();
    if (depth == limits.depth()) {
      throw fault(
          DiagnosticCode.ONNX_LIMIT.error("the nesting of messages", limits.depth() + " levels"));
    }
    budget.charge(Budget.MESSAGE);
    fields(length, message);
    return message;
  }

  private void fields(int length, FieldHandler message) {
    try {
      depth++;
      int outer = in.pushLimit(length);
      while (next()) {
        message.field(this);
      }
      in.popLimit(outer);
      depth--;
    } catch (IOException e) {
      throw malformed(e);
    }
  }

  private boolean next() throws IOException {
    tagPosition = in.getTotalBytesRead();
    if (in.isAtEnd()) {
      return false;
    }
    tag = in.readTag();
    return true;
  }

  /** Reads the field as a number of up to 64 bits. */
  public long varint() {
    require(WireFormat.WIRETYPE_VARINT);
    try {
      return in.readRawVarint64();
    } catch (IOException e) {
      throw malformed(e);
    }
  }

  /** Reads the field as a number of 32 bits; others are cut down as protobuf does. */
  public int int32() {
    return (int) varint();
  }

  /** Reads the field as a 32-bit float. */
  public float float32() {
    require(WireFormat.WIRETYPE_FIXED32);
    try {
      return in.readFloat();
    } catch (IOException e) {
      throw malformed(e);
    }
  }

  /** Reads the field as text. */
  public String text() {
    byte[] bytes = copy();
    budget.charge(Budget.OBJECT + bytes.length);
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (text.indexOf('\uFFFD') >= 0) {
      requireUtf8(bytes);
    }
    return text;
  }

  private void requireUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
    } catch (CharacterCodingException e) {
      throw malformed("a name is not UTF-8");
    }
  }

  /** Reads the field as text of which nothing depends; what is not UTF-8 becomes U+FFFD. */
  public String looseText() {
    byte[] bytes = copy();
    budget.charge(Budget.OBJECT + bytes.length);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** Reads the field as bytes. */
  public Blob blob() {
    byte[] bytes = copy();
    budget.charge(Budget.OBJECT + bytes.length);
    return Blob.of(bytes);
  }

  private byte[] copy() {
    int length = length();
    budget.charge(length);
    try {
      return in.readRawBytes(length);
    } catch (IOException e) {
      throw malformed(e);
    }
  }

  /** Where the bytes of the field are; they are not read. */
  public ByteSource data() {
    int length = length();
    int start = in.getTotalBytesRead();
    skip(length);
    return source.range(start, length);
  }

  /** The length of the bytes that follow; they are there. */
  private int length() {
    require(WireFormat.WIRETYPE_LENGTH_DELIMITED);
    try {
      int length = in.readRawVarint32();
      if (length < 0 || length > in.getBytesUntilLimit()) {
        throw malformed(
            "a field of %d bytes where %d are left"
                .formatted(Integer.toUnsignedLong(length), in.getBytesUntilLimit()));
      }
      return length;
    } catch (IOException e) {
      throw malformed(e);
    }
  }

  private void skip(int length) {
    try {
      in.skipRawBytes(length);
    } catch (IOException e) {
      throw malformed(e);
    }
  }

  /** Where the value of the field is, without its tag and length; it is not read. */
  public ByteSource value() {
    if (isBytes()) {
      return data();
    }
    int start = in.getTotalBytesRead();
    skipValue();
    return source.range(start, in.getTotalBytesRead() - start);
  }

  /** The field with its tag; only the length of it is read. */
  public ByteSource wholeField() {
    int start = tagPosition;
    value();
    return source.range(start, in.getTotalBytesRead() - start);
  }

  private void skipValue() {
    switch (WireFormat.getTagWireType(tag)) {
      case WireFormat.WIRETYPE_VARINT -> varint();
      case WireFormat.WIRETYPE_FIXED32 -> skip(4);
      case WireFormat.WIRETYPE_FIXED64 -> skip(8);
      default -> throw malformed("field %d has an unknown wire type".formatted(field()));
    }
  }

  /** Reads the field as a packed run of numbers into {@code numbers}. */
  void packed(Longs numbers) {
    try {
      int outer = in.pushLimit(length());
      while (!in.isAtEnd()) {
        budget.chargeNumbers(1);
        numbers.add(in.readRawVarint64());
      }
      in.popLimit(outer);
    } catch (IOException e) {
      throw malformed(e);
    }
  }

  private void require(int wireType) {
    if (WireFormat.getTagWireType(tag) != wireType) {
      throw malformed("field %d has the wrong wire type".formatted(field()));
    }
  }

  /** That the message says what none may say. */
  public DiagnosedException malformed(String what) {
    return fault(DiagnosticCode.ONNX_MALFORMED.error(what));
  }

  private DiagnosedException malformed(IOException cause) {
    boolean truncated = String.valueOf(cause.getMessage()).contains("ended unexpectedly");
    return malformed(truncated ? "it is cut short" : "its encoding is damaged");
  }

  private DiagnosedException fault(Diagnostic diagnostic) {
    return new DiagnosedException(diagnostic.at(new Place.ByteOffset(source.name(), tagPosition)));
  }
}
