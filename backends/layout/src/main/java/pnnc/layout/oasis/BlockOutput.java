package pnnc.layout.oasis;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.CRC32;
import pnnc.base.deflate.Deflate;
import pnnc.layout.oasis.OasisOptions.Checksum;

/** The stream that a file goes to: compresses, counts and sums up. */
final class BlockOutput {
  /** What is tried before a block is compressed. */
  private static final int SAMPLE = 1 << 15;

  /** Matches that save less than one part in this many are not looked for. */
  private static final int WORTHWHILE = 16;

  private final OutputStream stream;
  private final Checksum checksum;
  private final boolean compresses;
  private final OasisBuffer head = new OasisBuffer();
  private final CRC32 crc = new CRC32();
  private long sum;
  private long size;

  BlockOutput(OutputStream stream, OasisOptions options) {
    this.stream = stream;
    this.checksum = options.checksum();
    this.compresses = options.blocks() != OasisOptions.Blocks.NONE;
  }

  /** How many bytes were written. */
  long size() {
    return size;
  }

  /** Writes what is in {@code records}, compressed if that is shorter, and empties it. */
  void block(OasisBuffer records) {
    byte[] deflated = compresses ? deflate(records) : new byte[0];
    if (deflated.length > 0) {
      head.clear();
      head.octet(34);
      head.unsigned(0);
      head.unsigned(records.size());
      head.unsigned(deflated.length);
    }
    if (deflated.length > 0 && head.size() + deflated.length < records.size()) {
      write(head.bytes(), head.size());
      write(deflated, deflated.length);
    } else {
      write(records.bytes(), records.size());
    }
    records.clear();
  }

  private static byte[] deflate(OasisBuffer records) {
    boolean hasMatches = records.size() <= 4 * SAMPLE || hasMatches(records);
    return deflate(records.bytes(), 0, records.size(), hasMatches);
  }

  /**
   * Whether strings that come again save anything: in steps between random places they do not, and
   * looking for them takes most of the time.
   */
  private static boolean hasMatches(OasisBuffer records) {
    int from = (records.size() - SAMPLE) / 2;
    int with = deflate(records.bytes(), from, SAMPLE, true).length;
    int without = deflate(records.bytes(), from, SAMPLE, false).length;
    return with < without - without / WORTHWHILE;
  }

  private static byte[] deflate(byte[] bytes, int from, int count, boolean hasMatches) {
    return hasMatches
        ? Deflate.compress(bytes, from, count)
        : Deflate.compressLiterals(bytes, from, count);
  }

  /** Writes what is in {@code records} as it is, and empties it. */
  void plain(OasisBuffer records) {
    write(records.bytes(), records.size());
    records.clear();
  }

  private void write(byte[] bytes, int length) {
    if (checksum == Checksum.CRC32) {
      crc.update(bytes, 0, length);
    } else if (checksum == Checksum.CHECKSUM32) {
      for (int i = 0; i < length; i++) {
        sum += bytes[i] & 0xff;
      }
    }
    size += length;
    try {
      stream.write(bytes, 0, length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The checksum of all so far. */
  long checksum() {
    return checksum == Checksum.CRC32 ? crc.getValue() : sum & 0xffff_ffffL;
  }

  /** Passes on what the stream may hold. */
  void flush() {
    try {
      stream.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
