package pnnc.base.deflate;

import java.util.Arrays;

/** Gathers literals and matches and writes them block by block (RFC 1951, 3.2.3). */
final class DeflateBlock {
  private static final int MOST_TOKENS = 1 << 15;
  private static final int END = 256;
  private static final int[] LENGTH_BASE = {
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131,
    163, 195, 227, 258
  };
  private static final int[] LENGTH_EXTRA = {
    0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0
  };
  private static final int[] DISTANCE_BASE = {
    1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049,
    3073, 4097, 6145, 8193, 12289, 16385, 24577
  };
  private static final int[] ORDER = {
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15
  };
  private static final HuffmanCode FIXED_LITERALS = HuffmanCode.ofLengths(fixedLengths());
  private static final HuffmanCode FIXED_DISTANCES = HuffmanCode.ofLengths(filled(30, 5));

  private final byte[] in;
  private final BitWriter out;
  private final int[] tokens = new int[MOST_TOKENS];
  private final int[] literals = new int[286];
  private final int[] distances = new int[30];
  private int from;
  private int count;

  /** Blocks of {@code in}, the first from {@code from} on. */
  DeflateBlock(byte[] in, int from, int expected) {
    this.in = in;
    this.from = from;
    this.out = new BitWriter(expected);
  }

  private static int[] fixedLengths() {
    int[] lengths = filled(288, 8);
    Arrays.fill(lengths, 144, 256, 9);
    Arrays.fill(lengths, 256, 280, 7);
    return lengths;
  }

  private static int[] filled(int size, int value) {
    int[] all = new int[size];
    Arrays.fill(all, value);
    return all;
  }

  boolean isFull() {
    return count == MOST_TOKENS;
  }

  void literal(int value) {
    tokens[count++] = value;
    literals[value]++;
  }

  /**
   * A text that came before.
   *
   * @param length 3 to 258
   * @param distance 1 to 32,768
   */
  void match(int length, int distance) {
    tokens[count++] = (distance << 9) | (length + 253);
    literals[257 + lengthSymbol(length)]++;
    distances[distanceSymbol(distance)]++;
  }

  private static int lengthSymbol(int length) {
    if (length < 11) {
      return length - 3;
    }
    if (length == 258) {
      return 28;
    }
    int bits = 31 - Integer.numberOfLeadingZeros(length - 3);
    return 4 * (bits - 1) + (((length - 3) >>> (bits - 2)) & 3);
  }

  private static int distanceSymbol(int distance) {
    if (distance < 3) {
      return distance - 1;
    }
    int bits = 31 - Integer.numberOfLeadingZeros(distance - 1);
    return 2 * bits + (((distance - 1) >>> (bits - 1)) & 1);
  }

  private static int distanceExtra(int symbol) {
    return symbol < 2 ? 0 : symbol / 2 - 1;
  }

  /**
   * Writes what has been gathered, which stands for the bytes up to {@code to}.
   *
   * @return everything so far, if this is the last block
   */
  byte[] finish(int to, boolean isLast) {
    literals[END]++;
    HuffmanCode ofLiterals = HuffmanCode.of(literals, 15);
    HuffmanCode ofDistances = HuffmanCode.of(distances, 15);
    CodeLengths header = new CodeLengths(ofLiterals, ofDistances);
    long extra = extraBits();
    long dynamic = header.size() + ofLiterals.size(literals) + ofDistances.size(distances) + extra;
    long fixed = FIXED_LITERALS.size(literals) + FIXED_DISTANCES.size(distances) + extra;
    long stored = 8L * (to - from) + 40L * ((to - from) / 65_535 + 1);
    if (stored < Math.min(dynamic, fixed)) {
      store(to, isLast);
    } else if (fixed <= dynamic) {
      out.write(isLast ? 0b011 : 0b010, 3);
      tokens(FIXED_LITERALS, FIXED_DISTANCES);
    } else {
      out.write(isLast ? 0b101 : 0b100, 3);
      header.write(out);
      tokens(ofLiterals, ofDistances);
    }
    clear(to);
    return isLast ? out.toByteArray() : new byte[0];
  }

  /**
   * Writes what has been gathered, and then an empty block that ends at a whole byte (RFC 1951,
   * 3.2.4).
   *
   * @return everything so far
   */
  byte[] flush(int to) {
    finish(to, false);
    out.write(0, 3);
    out.align();
    out.write(0xFFFF_0000, 32);
    return out.toByteArray();
  }

  private long extraBits() {
    long extra = 0;
    for (int s = 0; s < LENGTH_EXTRA.length; s++) {
      extra += (long) literals[257 + s] * LENGTH_EXTRA[s];
    }
    for (int s = 0; s < distances.length; s++) {
      extra += (long) distances[s] * distanceExtra(s);
    }
    return extra;
  }

  private void store(int to, boolean isLast) {
    int at = from;
    do {
      int length = Math.min(65_535, to - at);
      out.write(isLast && at + length == to ? 1 : 0, 3);
      out.align();
      out.write(length | ~length << 16, 32);
      out.write(in, at, length);
      at += length;
    } while (at < to);
  }

  private void tokens(HuffmanCode ofLiterals, HuffmanCode ofDistances) {
    for (int i = 0; i < count; i++) {
      int token = tokens[i];
      if (token < 256) {
        ofLiterals.write(token, out);
      } else {
        match(token, ofLiterals, ofDistances);
      }
    }
    ofLiterals.write(END, out);
  }

  private void match(int token, HuffmanCode ofLiterals, HuffmanCode ofDistances) {
    int length = (token & 511) - 253;
    int distance = token >>> 9;
    int symbol = lengthSymbol(length);
    ofLiterals.write(257 + symbol, out);
    out.write(length - LENGTH_BASE[symbol], LENGTH_EXTRA[symbol]);
    int far = distanceSymbol(distance);
    ofDistances.write(far, out);
    out.write(distance - DISTANCE_BASE[far], distanceExtra(far));
  }

  private void clear(int to) {
    from = to;
    count = 0;
    Arrays.fill(literals, 0);
    Arrays.fill(distances, 0);
  }

  /** The two codes of a dynamic block, as they are told before it (RFC 1951, 3.2.7). */
  private static final class CodeLengths {
    private final int literals;
    private final int distances;

    /** Symbols 0 to 18; the repetition of 16, 17 and 18 above bit 5. */
    private final int[] runs;

    private final HuffmanCode code;
    private final int[] counts = new int[19];

    CodeLengths(HuffmanCode ofLiterals, HuffmanCode ofDistances) {
      int[] first = ofLiterals.lengths();
      int[] second = ofDistances.lengths();
      this.literals = Math.max(257, used(first));
      this.distances = Math.max(1, used(second));
      int[] all = Arrays.copyOf(first, literals + distances);
      System.arraycopy(second, 0, all, literals, distances);
      this.runs = runs(all);
      for (int run : runs) {
        counts[run & 31]++;
      }
      this.code = HuffmanCode.of(counts, 7);
    }

    private static int used(int[] lengths) {
      int used = lengths.length;
      while (used > 0 && lengths[used - 1] == 0) {
        used--;
      }
      return used;
    }

    private static int[] runs(int[] all) {
      int[] runs = new int[all.length];
      int size = 0;
      for (int i = 0; i < all.length; ) {
        int same = 1;
        while (i + same < all.length && all[i + same] == all[i]) {
          same++;
        }
        if (all[i] == 0 && same >= 3) {
          int take = Math.min(same, 138);
          runs[size++] = take < 11 ? 17 | (take - 3) << 5 : 18 | (take - 11) << 5;
          i += take;
        } else if (i > 0 && all[i - 1] == all[i] && same >= 3) {
          int take = Math.min(same, 6);
          runs[size++] = 16 | (take - 3) << 5;
          i += take;
        } else {
          runs[size++] = all[i++];
        }
      }
      return Arrays.copyOf(runs, size);
    }

    private int told() {
      int told = ORDER.length;
      while (told > 4 && code.length(ORDER[told - 1]) == 0) {
        told--;
      }
      return told;
    }

    private static int extra(int symbol) {
      return switch (symbol) {
        case 16 -> 2;
        case 17 -> 3;
        case 18 -> 7;
        default -> 0;
      };
    }

    long size() {
      long size = 14 + 3L * told() + code.size(counts);
      for (int symbol = 16; symbol <= 18; symbol++) {
        size += (long) counts[symbol] * extra(symbol);
      }
      return size;
    }

    void write(BitWriter out) {
      out.write(literals - 257, 5);
      out.write(distances - 1, 5);
      out.write(told() - 4, 4);
      for (int i = 0; i < told(); i++) {
        out.write(code.length(ORDER[i]), 3);
      }
      for (int run : runs) {
        code.write(run & 31, out);
        out.write(run >>> 5, extra(run & 31));
      }
    }
  }
}
