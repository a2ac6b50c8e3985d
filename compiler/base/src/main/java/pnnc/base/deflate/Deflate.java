package pnnc.base.deflate;

import java.util.Arrays;

/**
 * Compresses to DEFLATE (RFC 1951), the same bytes on any machine. Matches are found along chains
 * of equal hashes and put off by a byte if the next one is longer; each block takes the smallest of
 * the three ways to write it.
 */
public final class Deflate {
  private static final int WINDOW = 1 << 15;
  private static final int HASH_BITS = 15;
  private static final int LEAST_MATCH = 3;

  /** A match of three bytes from farther away takes more bits than three literals. */
  private static final int FAR = 4096;

  private static final int MOST_MATCH = 258;
  private static final int MOST_CHAIN = 128;

  /** Long enough not to look for a longer one. */
  private static final int GOOD_MATCH = 128;

  private final byte[] in;
  private final int end;
  private final int[] head = new int[1 << HASH_BITS];
  private final int[] previous = new int[WINDOW];
  private final DeflateBlock block;

  private Deflate(byte[] in, int from, int length) {
    this.in = in;
    this.end = from + length;
    this.block = new DeflateBlock(in, from, length / 2 + 64);
    Arrays.fill(head, -1);
  }

  /**
   * The bytes {@code [from, from + length)} of {@code in}, compressed; one whole stream.
   *
   * @throws IllegalArgumentException if they are not there
   */
  public static byte[] compress(byte[] in, int from, int length) {
    requireRange(in, from, length);
    Deflate deflate = new Deflate(in, from, length);
    deflate.gather(from);
    return deflate.block.finish(from + length, true);
  }

  /**
   * The same without a look for text that comes again: several times as fast, and as small where
   * none does.
   */
  public static byte[] compressLiterals(byte[] in, int from, int length) {
    requireRange(in, from, length);
    DeflateBlock block = new DeflateBlock(in, from, length + 64);
    for (int at = from; at < from + length; at++) {
      block.literal(in[at] & 0xFF);
      if (block.isFull()) {
        block.finish(at + 1, false);
      }
    }
    return block.finish(from + length, true);
  }

  /**
   * The beginning of a stream, or what follows one: whole bytes without an end. A stream is any
   * number of these, then one of {@link #compress}, perhaps of nothing. Matches do not reach into
   * the part before.
   *
   * @throws IllegalArgumentException if the bytes are not there
   */
  public static byte[] compressPart(byte[] in, int from, int length) {
    requireRange(in, from, length);
    Deflate deflate = new Deflate(in, from, length);
    deflate.gather(from);
    return deflate.block.flush(from + length);
  }

  private static void requireRange(byte[] in, int from, int length) {
    if (from < 0 || length < 0 || from > in.length - length) {
      throw new IllegalArgumentException(
          "no range %d + %d of %d".formatted(from, length, in.length));
    }
  }

  private void gather(int from) {
    int at = from;
    long found = match(at);
    while (at < end) {
      int length = length(found);
      insert(at);
      long next = length < GOOD_MATCH ? match(at + 1) : 0;
      if (length < LEAST_MATCH || length(next) > length) {
        block.literal(in[at] & 0xFF);
        at++;
        found = length < GOOD_MATCH ? next : match(at);
      } else {
        block.match(length, (int) found);
        for (int i = at + 1; i < at + length; i++) {
          insert(i);
        }
        at += length;
        found = match(at);
      }
      if (block.isFull()) {
        block.finish(at, false);
      }
    }
  }

  private static int length(long match) {
    return (int) (match >>> 32);
  }

  /** The longest earlier text like that at {@code at}: length above, distance below; 0 if none. */
  private long match(int at) {
    if (at + LEAST_MATCH > end) {
      return 0;
    }
    int most = Math.min(MOST_MATCH, end - at);
    int best = LEAST_MATCH - 1;
    int distance = 0;
    int candidate = head[hash(at)];
    for (int i = 0; i < MOST_CHAIN && candidate >= 0 && at - candidate < WINDOW; i++) {
      if (in[candidate + best] == in[at + best]) {
        int length = Arrays.mismatch(in, candidate, candidate + most, in, at, at + most);
        length = length < 0 ? most : length;
        if (length > best) {
          best = length;
          distance = at - candidate;
          if (best == most || best >= GOOD_MATCH) {
            break;
          }
        }
      }
      int earlier = previous[candidate & (WINDOW - 1)];
      candidate = earlier < candidate ? earlier : -1;
    }
    boolean isWorse = best == LEAST_MATCH && distance > FAR;
    return distance == 0 || isWorse ? 0 : ((long) best << 32) | distance;
  }

  private void insert(int at) {
    if (at + LEAST_MATCH <= end) {
      int hash = hash(at);
      previous[at & (WINDOW - 1)] = head[hash];
      head[hash] = at;
    }
  }

  private int hash(int at) {
    int three = (in[at] & 0xFF) | (in[at + 1] & 0xFF) << 8 | (in[at + 2] & 0xFF) << 16;
    return (three * 0x9E3779B1) >>> (32 - HASH_BITS);
  }
}
