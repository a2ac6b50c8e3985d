package pnnc.layout.gds;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import pnnc.base.bytes.ByteSource;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.diagnostics.Place;

/** The records of a file one after the other, through a window that always holds a whole one. */
final class GdsInput {
  private static final int WINDOW = 1 << 18;
  private static final int HEAD = 4;
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

  private final ByteSource source;
  private final byte[] window;
  private long base;
  private int filled;
  private int start;
  private int length;
  private GdsRecord kind = GdsRecord.RESERVED;

  GdsInput(ByteSource source) {
    this.source = source;
    this.window = new byte[(int) Math.min(WINDOW, source.size())];
  }

  /** Makes the window hold {@code bytes} from {@code position}, which is inside it, on. */
  private boolean fill(int position, int bytes) {
    if (position + bytes <= filled) {
      return true;
    }
    System.arraycopy(window, position, window, 0, filled - position);
    base += position;
    start -= position;
    filled -= position;
    int more = (int) Math.min(window.length - filled, source.size() - base - filled);
    source.slice(base + filled, more).get(window, filled, more);
    filled += more;
    return bytes <= filled;
  }

  /** The next record. */
  GdsRecord next() {
    start += length;
    length = 0;
    String where = kind == GdsRecord.RESERVED ? "its first record" : "the library";
    if (!fill(start, HEAD)) {
      throw fault(DiagnosticCode.GDS_TRUNCATED, where);
    }
    length = unsigned(start);
    kind = kind();
    if (!fill(start, length)) {
      throw fault(DiagnosticCode.GDS_TRUNCATED, "a record " + kind);
    }
    return kind;
  }

  private GdsRecord kind() {
    int number = window[start + 2] & 0xFF;
    int type = window[start + 3] & 0xFF;
    boolean isWhole = length >= HEAD && length % 2 == 0 && number < GdsRecord.count();
    if (isWhole) {
      GdsRecord found = GdsRecord.of(number);
      if (found.hasType(type) && found.holds(length - HEAD)) {
        return found;
      }
    }
    throw fault(DiagnosticCode.GDS_RECORD, number, type, length);
  }

  /** Where the window holds the next {@code bytes} bytes behind this record, or -1. */
  int ahead(int bytes) {
    return fill(start + length, bytes) ? start + length : -1;
  }

  /** Whether the file begins with a record of this kind. */
  boolean startsWith(GdsRecord first) {
    return (int) INTS.get(window, 0) == (6 << 16 | first.code());
  }

  /** The first bytes of the file, for messages. */
  String opening() {
    int bytes = Math.min(window.length, 4);
    return bytes == 0 ? "nothing" : HexFormat.ofDelimiter(" ").formatHex(window, 0, bytes);
  }

  /** What messages call this record. */
  String kindName() {
    return kind.name();
  }

  /** Eight bytes of the window. */
  long word(int position) {
    return (long) LONGS.get(window, position);
  }

  /** Goes to the end of {@code bytes} bytes behind this record. */
  void skip(int bytes) {
    start += length;
    length = bytes;
  }

  private int unsigned(int position) {
    return (window[position] & 0xFF) << 8 | (window[position + 1] & 0xFF);
  }

  /** Where the current record begins in the file. */
  long offset() {
    return base + start;
  }

  /** Bytes of this record with its head. */
  int length() {
    return length;
  }

  /** Bytes of data in this record. */
  int size() {
    return length - HEAD;
  }

  /** The unsigned 16-bit number {@code i} of this record. */
  int number(int i) {
    return unsigned(start + HEAD + 2 * i);
  }

  /** The 32-bit number {@code i}. */
  int integer(int i) {
    return (int) INTS.get(window, start + HEAD + 4 * i);
  }

  /** The number with a fraction {@code i}. */
  double real(int i) {
    return Real8.decode(word(start + HEAD + 8 * i));
  }

  /** The text without the NULs behind it. */
  String text() {
    return new String(window, start + HEAD, textSize(), StandardCharsets.ISO_8859_1);
  }

  private int textSize() {
    int bytes = size();
    while (bytes > 0 && window[start + HEAD + bytes - 1] == 0) {
      bytes--;
    }
    return bytes;
  }

  /** Whether the text is {@code bytes}. */
  boolean isText(byte[] bytes) {
    int from = start + HEAD;
    return Arrays.equals(window, from, from + textSize(), bytes, 0, bytes.length);
  }

  /** Whether the window holds {@code bytes} at a place, and a NUL behind if these are fewer. */
  boolean isAt(int position, byte[] bytes, int size) {
    return Arrays.equals(window, position, position + bytes.length, bytes, 0, bytes.length)
        && (size == bytes.length || window[position + bytes.length] == 0);
  }

  /** How many bytes behind this record, and whether any of them is not NUL. */
  Rest rest() {
    long behind = base + start + length;
    for (long at = behind; at < source.size(); at += WINDOW) {
      int bytes = (int) Math.min(WINDOW, source.size() - at);
      var slice = source.slice(at, bytes);
      while (slice.hasRemaining()) {
        if (slice.get() != 0) {
          return new Rest(source.size() - behind, false);
        }
      }
    }
    return new Rest(source.size() - behind, true);
  }

  record Rest(long bytes, boolean isBlank) {}

  /** A fault at this record. */
  DiagnosedException fault(DiagnosticCode code, Object... values) {
    return faultAt(offset(), code, values);
  }

  DiagnosedException faultAt(long offset, DiagnosticCode code, Object... values) {
    return new DiagnosedException(code.error(values).at(place(offset)));
  }

  Place place(long offset) {
    return new Place.ByteOffset(source.name(), offset);
  }
}
