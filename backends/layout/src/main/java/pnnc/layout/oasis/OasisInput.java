package pnnc.layout.oasis;

import java.nio.charset.StandardCharsets;
import pnnc.base.bytes.ByteSource;
import pnnc.base.diagnostics.DiagnosticCode;

/** What the bytes of a file spell: numbers, steps, texts. */
final class OasisInput extends OasisBytes {
  private static final int[] DX = {1, 0, -1, 0, 1, -1, -1, 1};
  private static final int[] DY = {0, 1, 0, -1, 1, 1, -1, -1};

  private long dx;
  private long dy;

  OasisInput(ByteSource source, OasisLimits limits) {
    super(source, limits);
  }

  /** The number of the next record, behind the end of a block if there is no more in it. */
  int nextRecord() {
    toRecord();
    long id = unsigned();
    return id > Integer.MAX_VALUE ? Integer.MAX_VALUE : (int) id;
  }

  /** Enters the compressed block whose record number was just read. */
  void enterBlock() {
    requireFile();
    long type = unsigned();
    long uncompressed = unsigned();
    long compressed = unsigned();
    if (type != 0) {
      throw malformed("compression of type %d".formatted(type));
    }
    open(compressed, uncompressed);
  }

  /** A whole number of up to 63 bits, however many bytes spell it. */
  long unsigned() {
    byte b = at < end ? bytes[at++] : next();
    return b >= 0 ? b : longUnsigned(b & 0x7f);
  }

  private long longUnsigned(long first) {
    long value = first;
    int shift = 7;
    while (true) {
      byte b = at < end ? bytes[at++] : next();
      long bits = b & 0x7f;
      if (bits != 0) {
        if (shift > 56) {
          throw fault(DiagnosticCode.OASIS_BEYOND_GRID, "a whole number", 63);
        }
        value |= bits << shift;
      }
      if (b >= 0) {
        return value;
      }
      shift = Math.min(shift + 7, 63);
    }
  }

  long signed() {
    long u = unsigned();
    return (u & 1) == 0 ? u >>> 1 : -(u >>> 1);
  }

  /** A whole number of 64 bits with its sign. */
  long wideSigned() {
    int first = octet();
    long magnitude = (first >> 1) & 63;
    int shift = 6;
    for (int b = first; (b & 0x80) != 0; shift = Math.min(shift + 7, 64)) {
      b = octet();
      long bits = b & 0x7f;
      if (bits != 0 && (shift > 63 || ((bits << shift) >>> shift) != bits)) {
        throw fault(DiagnosticCode.OASIS_BEYOND_GRID, "a whole number", 64);
      }
      magnitude |= shift > 63 ? 0 : bits << shift;
    }
    boolean isNegative = (first & 1) != 0;
    if (magnitude < 0 && !(isNegative && magnitude == Long.MIN_VALUE)) {
      throw fault(DiagnosticCode.OASIS_BEYOND_GRID, "a whole number", 64);
    }
    return isNegative ? -magnitude : magnitude;
  }

  /** A length or a step along one direction, not negative. */
  long size() {
    return step(unsigned());
  }

  /** A step, with its sign. */
  long step() {
    return step(signed());
  }

  private long step(long value) {
    if (value != (int) value && Math.abs(value) >= 1L << 33) {
      throw fault(DiagnosticCode.OASIS_BEYOND_GRID, "the step %d".formatted(value), 32);
    }
    return value;
  }

  /** Reads a step along an axis or a diagonal, with {@code bits} bits of direction. */
  void directed(int bits) {
    long u = unsigned();
    direct((int) u & ((1 << bits) - 1), u >>> bits);
  }

  /** Reads a step in any direction. */
  void gDelta() {
    long u = unsigned();
    if ((u & 1) == 0) {
      direct((int) (u >> 1) & 7, u >>> 4);
    } else {
      dx = step((u & 2) == 0 ? u >>> 2 : -(u >>> 2));
      dy = step();
    }
  }

  private void direct(int direction, long length) {
    step(length);
    dx = DX[direction] * length;
    dy = DY[direction] * length;
  }

  /** The x of the step that was read last. */
  long dx() {
    return dx;
  }

  /** The y of the step that was read last. */
  long dy() {
    return dy;
  }

  double real() {
    return real(unsigned());
  }

  /** A real number whose type was read already. */
  double real(long type) {
    return switch ((int) Math.min(type, 8)) {
      case 0 -> unsigned();
      case 1 -> -(double) unsigned();
      case 2 -> 1.0 / divisor();
      case 3 -> -1.0 / divisor();
      case 4 -> (double) unsigned() / divisor();
      case 5 -> -(double) unsigned() / divisor();
      case 6 -> Float.intBitsToFloat((int) little(4));
      case 7 -> Double.longBitsToDouble(little(8));
      default -> throw malformed("a real number of type %d".formatted(type));
    };
  }

  private double divisor() {
    long value = unsigned();
    if (value == 0) {
      throw malformed("a fraction over 0");
    }
    return value;
  }

  /** A number of {@code count} bytes, the least significant first. */
  long little(int count) {
    long value = 0;
    for (int i = 0; i < count; i++) {
      value |= (long) octet() << (8 * i);
    }
    return value;
  }

  /** A string, one character for each byte. */
  String string() {
    byte[] text = new byte[stringLength()];
    read(text);
    return new String(text, StandardCharsets.ISO_8859_1);
  }

  /** Passes over a string. */
  void skipString() {
    for (int left = stringLength(); left > 0; left--) {
      next();
    }
  }

  private int stringLength() {
    long length = unsigned();
    limit("the length of a string", length, limits().stringBytes());
    if (length > rest()) {
      throw fault(DiagnosticCode.OASIS_TRUNCATED, "a string of %d bytes".formatted(length));
    }
    return (int) length;
  }

  /** {@code value} as a coordinate. */
  int coordinate(long value) {
    if (value != (int) value) {
      throw fault(DiagnosticCode.OASIS_BEYOND_GRID, "the coordinate %d".formatted(value), 32);
    }
    return (int) value;
  }
}
