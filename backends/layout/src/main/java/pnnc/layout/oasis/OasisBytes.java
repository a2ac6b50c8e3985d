package pnnc.layout.oasis;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import pnnc.base.bytes.ByteSource;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.diagnostics.Place;

/** The bytes of a file, those of its compressed blocks in their place. */
class OasisBytes {
  private static final int WINDOW = 1 << 16;

  /** Deflate cannot do better than 1032 to 1. */
  private static final long GREATEST_RATIO = 1040;

  private final ByteSource source;
  private final OasisLimits limits;
  private final InflatedBlock block;
  private final byte[] fileBytes = new byte[WINDOW];
  private final byte[] blockBytes = new byte[WINDOW];

  /** What is held now, of the file or of a block. */
  protected byte[] bytes = fileBytes;

  /** The next of {@link #bytes}. */
  protected int at;

  /** Behind the last of {@link #bytes}. */
  protected int end;

  private long base;
  private boolean isInBlock;
  private long blockStart;
  private long resumeAt;
  private int fileEnd;
  private long fileBase;
  private long inflated;
  private long record;

  OasisBytes(ByteSource source, OasisLimits limits) {
    this.source = source;
    this.limits = limits;
    this.block = new InflatedBlock(source);
  }

  final OasisLimits limits() {
    return limits;
  }

  /** Where we are, in the file or in the block. */
  final long position() {
    return base + at;
  }

  final boolean isInBlock() {
    return isInBlock;
  }

  /** Goes to {@code offset} of the file, out of any block. */
  final void seek(long offset) {
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

  /** Goes to the next record, behind the end of a block if there is no more in it. */
  final void toRecord() {
    while (at == end && !refill()) {
      if (!isInBlock) {
        throw fault(DiagnosticCode.OASIS_TRUNCATED, "the file, before its END record");
      }
      seek(resumeAt);
    }
    record = position();
  }

  /** Refuses to be in a block. */
  final void requireFile() {
    if (isInBlock) {
      throw malformed("a compressed block inside another");
    }
  }

  /** Enters the block whose bytes come next, which the record that was gone to last tells of. */
  final void open(long compressed, long uncompressed) {
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
    blockStart = record;
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
  final byte next() {
    if (at == end && !refill()) {
      throw fault(
          DiagnosticCode.OASIS_TRUNCATED,
          isInBlock ? "a record at the end of a compressed block" : "a record");
    }
    return bytes[at++];
  }

  /** The next byte, 0 to 255. */
  final int octet() {
    return next() & 0xff;
  }

  /** The next bytes, as many as {@code into} holds. */
  final void read(byte[] into) {
    for (int i = 0; i < into.length; ) {
      into[i++] = next();
      int ready = Math.min(into.length - i, end - at);
      System.arraycopy(bytes, at, into, i, ready);
      at += ready;
      i += ready;
    }
  }

  /** How many bytes there are from here to the end of the block or of the file. */
  final long rest() {
    return isInBlock ? end - at + block.missing() : source.size() - position();
  }

  /** Refuses {@code value} if it is above {@code most}. */
  final void limit(String what, long value, long most) {
    if (value > most) {
      throw fault(DiagnosticCode.OASIS_LIMIT, what, value, most);
    }
  }

  /** The file is not as the format wants it. */
  final DiagnosedException malformed(String what) {
    return fault(DiagnosticCode.OASIS_MALFORMED, what);
  }

  /** A fault where we are; in a block, at the block. */
  final DiagnosedException fault(DiagnosticCode code, Object... values) {
    long offset = isInBlock ? blockStart : position();
    Diagnostic diagnostic = code.error(values).at(new Place.ByteOffset(source.name(), offset));
    return new DiagnosedException(
        isInBlock
            ? diagnostic.help(
                "It is at byte %d of what the compressed block there holds.".formatted(position()))
            : diagnostic);
  }

  /** Whether the next bytes are these, which are passed over. */
  final boolean takes(byte[] expected) {
    if (source.size() - position() < expected.length) {
      return false;
    }
    byte[] found = new byte[expected.length];
    source.slice(position(), expected.length).get(found);
    seek(position() + expected.length);
    return Arrays.equals(found, expected);
  }

  /** Forgets how much was inflated: the file is gone through once more. */
  final void restart() {
    inflated = 0;
  }

  final long fileSize() {
    return source.size();
  }

  final void close() {
    block.close();
  }
}
