package pnnc.base.deflate;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
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

  /** Parts are of large streams: less than 1/200 more bytes in noisy volumes, at half the time. */
  private static final int PART_CHAIN = 32;

  /** Long enough not to look for a longer one. */
  private static final int GOOD_MATCH = 128;

  /** Long enough not to look for a longer one a byte later. */
  private static final int PATIENT_MATCH = 16;

  /** Long enough to look less far for a longer one a byte later. */
  private static final int FAIR_MATCH = 8;

  private static final VarHandle PAIRS =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle EIGHTS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final byte[] in;
  private final int end;

  /** How many earlier places are looked at. */
  private final int chain;

  private final int[] head = new int[1 << HASH_BITS];
  private final int[] previous = new int[WINDOW];
  private final DeflateBlock block;

  private Deflate(byte[] in, int from, int length, int chain) {
    this.in = in;
    this.chain = chain;
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
    Deflate deflate = new Deflate(in, from, length, MOST_CHAIN);
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
   * the part before, and are looked for less long.
   *
   * @throws IllegalArgumentException if the bytes are not there
   */
  public static byte[] compressPart(byte[] in, int from, int length) {
    requireRange(in, from, length);
    Deflate deflate = new Deflate(in, from, length, PART_CHAIN);
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
    long found = match(at, LEAST_MATCH - 1, chain);
    while (at < end) {
      int length = length(found);
      insert(at);
      long next = longer(at + 1, length);
      if (length < LEAST_MATCH || next != 0) {
        block.literal(in[at] & 0xFF);
        at++;
        found = next;
      } else {
        block.match(length, (int) found);
        for (int i = at + 1; i < at + length; i++) {
          insert(i);
        }
        at += length;
        found = match(at, LEAST_MATCH - 1, chain);
      }
      if (block.isFull()) {
        block.finish(at, false);
      }
    }
  }

  /** A match at {@code at} that is longer than one of {@code length} just before; 0 if none is. */
  private long longer(int at, int length) {
    if (length >= PATIENT_MATCH) {
      return 0;
    }
    int places = length >= FAIR_MATCH ? chain / 4 : chain;
    return match(at, Math.max(length, LEAST_MATCH - 1), places);
  }

  private static int length(long match) {
    return (int) (match >>> 32);
  }

  /**
   * The longest earlier text like that at {@code at}, of more than {@code least} bytes: length
   * above, distance below; 0 if none.
   */
  private long match(int at, int least, int places) {
    int most = Math.min(MOST_MATCH, end - at);
    if (most <= least) {
      return 0;
    }
    int best = least;
    int distance = 0;
    short last = (short) PAIRS.get(in, at + best - 1);
    int candidate = head[hash(at)];
    for (int i = 0; i < places && candidate >= 0 && at - candidate < WINDOW; i++) {
      if ((short) PAIRS.get(in, candidate + best - 1) == last) {
        int length = common(candidate, at, most);
        if (length > best) {
          best = length;
          distance = at - candidate;
          if (best == most || best >= GOOD_MATCH) {
            break;
          }
          last = (short) PAIRS.get(in, at + best - 1);
        }
      }
      int earlier = previous[candidate & (WINDOW - 1)];
      candidate = earlier < candidate ? earlier : -1;
    }
    boolean isWorse = best == LEAST_MATCH && distance > FAR;
    return distance == 0 || isWorse ? 0 : ((long) best << 32) | distance;
  }

  /** How many bytes are the same from {@code a} and from {@code b} on, {@code most} at most. */
  private int common(int a, int b, int most) {
    int i = 0;
    for (; i + Long.BYTES <= most; i += Long.BYTES) {
      long difference = (long) EIGHTS.get(in, a + i) ^ (long) EIGHTS.get(in, b + i);
      if (difference != 0) {
        return i + Long.numberOfTrailingZeros(difference) / Byte.SIZE;
      }
    }
    while (i < most && in[a + i] == in[b + i]) {
      i++;
    }
    return i;
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
