package pnnc.layout.oasis;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import pnnc.base.bytes.ByteSource;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.diagnostics.Place;

/** The bytes of a file, those of its compressed blocks in their place, and what they spell. */
final class OasisInput {
  private static final int WINDOW = 1 << 16;

  /** Deflate cannot do better than 1032 to 1. */
  private static final long GREATEST_RATIO = 1040;

  private static final int[] DX = {1, 0, -1, 0, 1, -1, -1, 1};
  private static final int[] DY = {0, 1, 0, -1, 1, 1, -1, -1};

  private final ByteSource source;
  private final OasisLimits limits;
  private final InflatedBlock block;
  private final byte[] fileBytes = new byte[WINDOW];
  private final byte[] blockBytes = new byte[WINDOW];
  private byte[] bytes = fileBytes;
  private int at;
  private int end;
  private long base;
  private boolean isInBlock;
  private long blockStart;
  private long resumeAt;
  private int fileEnd;
  private long fileBase;
  private long inflated;
  private long record;
  private long dx;
  private long dy;

  OasisInput(ByteSource source, OasisLimits limits) {
    this.source = source;
    this.limits = limits;
    this.block = new InflatedBlock(source);
  }

  OasisLimits limits() {
    return limits;
  }

  /** Where we are, in the file or in the block. */
  long position() {
    return base + at;
  }

  boolean isInBlock() {
    return isInBlock;
  }

  /** Goes to {@code offset} of the file, out of any block. */
  void seek(long offset) {
    if (isInBlock) {
      isInBlock = false;
      bytes = fileBytes;
      end = fileEnd;
      base = fileBase;
    }
    if (offset < base || offset > base + end) {
      base = offset;
      end = 0;
    }
    at = (int) (offset - base);
  }

  /** The number of the next record, behind the end of a block if there is no more in it. */
  int nextRecord() {
    while (at == end && !refill()) {
      if (!isInBlock) {
        throw fault(DiagnosticCode.OASIS_TRUNCATED, "the file, before its END record");
      }
      seek(resumeAt);
    }
    record = position();
    long id = unsigned();
    return id > Integer.MAX_VALUE ? Integer.MAX_VALUE : (int) id;
  }

  /** Enters the compressed block whose record number was just read. */
  void enterBlock() {
    if (isInBlock) {
      throw malformed("a compressed block inside another");
    }
    long start = record;
    long type = unsigned();
    long uncompressed = unsigned();
    long compressed = unsigned();
    if (type != 0) {
      throw malformed("compression of type %d".formatted(type));
    }
    checkBlock(compressed, uncompressed);
    long from = position();
    block.open(from, compressed, uncompressed);
    fileEnd = end;
    fileBase = base;
    bytes = blockBytes;
    base = 0;
    at = 0;
    end = 0;
    isInBlock = true;
    blockStart = start;
    resumeAt = from + compressed;
  }

  private void checkBlock(long compressed, long uncompressed) {
    if (compressed > source.size() - position()) {
      throw fault(DiagnosticCode.OASIS_TRUNCATED, "a compressed block");
    }
    if (uncompressed / GREATEST_RATIO > compressed) {
      throw malformed(
          "%d bytes cannot be the compressed form of %d".formatted(compressed, uncompressed));
    }
    limit("the size of all blocks together", uncompressed, limits.inflatedBytes() - inflated);
    inflated += uncompressed;
  }

  private boolean refill() {
    base += end;
    at = 0;
    end = isInBlock ? inflate() : load();
    return end > 0;
  }

  private int load() {
    int length = (int) Math.min(WINDOW, source.size() - base);
    source.slice(base, length).get(fileBytes, 0, length);
    return length;
  }

  private int inflate() {
    try {
      return block.read(blockBytes);
    } catch (DataFormatException e) {
      end = 0;
      throw malformed("a compressed block is damaged: " + e.getMessage());
    }
  }

  /** The next byte, −128 to 127. */
  private byte next() {
    if (at == end && !refill()) {
      throw fault(
          DiagnosticCode.OASIS_TRUNCATED,
          isInBlock ? "a record at the end of a compressed block" : "a record");
    }
    return bytes[at++];
  }

  /** The next byte, 0 to 255. */
  int octet() {
    return next() & 0xff;
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
    for (int i = 0; i < text.length; ) {
      text[i++] = next();
      int ready = Math.min(text.length - i, end - at);
      System.arraycopy(bytes, at, text, i, ready);
      at += ready;
      i += ready;
    }
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
    limit("the length of a string", length, limits.stringBytes());
    long rest = isInBlock ? end - at + block.missing() : source.size() - position();
    if (length > rest) {
      throw fault(DiagnosticCode.OASIS_TRUNCATED, "a string of %d bytes".formatted(length));
    }
    return (int) length;
  }

  /** Refuses {@code value} if it is above {@code most}. */
  void limit(String what, long value, long most) {
    if (value > most) {
      throw fault(DiagnosticCode.OASIS_LIMIT, what, value, most);
    }
  }

  /** {@code value} as a coordinate. */
  int coordinate(long value) {
    if (value != (int) value) {
      throw fault(DiagnosticCode.OASIS_BEYOND_GRID, "the coordinate %d".formatted(value), 32);
    }
    return (int) value;
  }

  /** The file is not as the format wants it. */
  DiagnosedException malformed(String what) {
    return fault(DiagnosticCode.OASIS_MALFORMED, what);
  }

  /** A fault where we are; in a block, at the block. */
  DiagnosedException fault(DiagnosticCode code, Object... values) {
    long offset = isInBlock ? blockStart : position();
    Diagnostic diagnostic = code.error(values).at(new Place.ByteOffset(source.name(), offset));
    return new DiagnosedException(
        isInBlock
            ? diagnostic.help(
                "It is at byte %d of what the compressed block there holds.".formatted(position()))
            : diagnostic);
  }

  /** Whether the next bytes are these, which are passed over. */
  boolean takes(byte[] expected) {
    if (source.size() - position() < expected.length) {
      return false;
    }
    byte[] found = new byte[expected.length];
    source.slice(position(), expected.length).get(found);
    seek(position() + expected.length);
    return Arrays.equals(found, expected);
  }

  /** Forgets how much was inflated: the file is gone through once more. */
  void restart() {
    inflated = 0;
  }

  long fileSize() {
    return source.size();
  }

  void close() {
    block.close();
  }
}
