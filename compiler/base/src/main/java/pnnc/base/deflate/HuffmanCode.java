package pnnc.base.deflate;

import java.util.Arrays;

/**
 * A prefix code of least size among those with bounded lengths, found by package-merge (Larmore and
 * Hirschberg, J. ACM 37, 1990), with the canonical code words of RFC 1951, 3.2.2.
 */
final class HuffmanCode {
  private final int[] lengths;
  private final int[] words;

  private HuffmanCode(int[] lengths) {
    this.lengths = lengths;
    this.words = words(lengths);
  }

  /** The code with just these lengths, 0 for symbols without a word. */
  static HuffmanCode ofLengths(int[] lengths) {
    return new HuffmanCode(lengths.clone());
  }

  /**
   * The best code for symbols that come this often.
   *
   * @param counts 0 for symbols that do not come; if fewer than two do, two words are made
   * @param most the greatest length, at least the logarithm of the symbols
   */
  static HuffmanCode of(int[] counts, int most) {
    int[] symbols = used(counts);
    int[] lengths = new int[counts.length];
    if (symbols.length < 2) {
      int only = symbols.length == 0 ? 0 : symbols[0];
      lengths[only] = 1;
      lengths[only == 0 ? 1 : 0] = 1;
      return new HuffmanCode(lengths);
    }
    int[] each = packageMerge(counts, symbols, most);
    for (int i = 0; i < symbols.length; i++) {
      lengths[symbols[i]] = each[i];
    }
    return new HuffmanCode(lengths);
  }

  /** Symbols that come, the rarest first, ties in their order. */
  private static int[] used(int[] counts) {
    long[] keys = new long[counts.length];
    int used = 0;
    for (int s = 0; s < counts.length; s++) {
      if (counts[s] > 0) {
        keys[used++] = ((long) counts[s] << 32) | s;
      }
    }
    Arrays.sort(keys, 0, used);
    int[] symbols = new int[used];
    for (int i = 0; i < used; i++) {
      symbols[i] = (int) keys[i];
    }
    return symbols;
  }

  /**
   * Lengths of the words of {@code symbols}. Each level holds the symbols and the pairs of the
   * level below, by weight; a symbol's length is how many levels take it.
   */
  private static int[] packageMerge(int[] counts, int[] symbols, int most) {
    int n = symbols.length;
    long[] below = new long[0];
    boolean[][] isSymbol = new boolean[most][];
    for (int level = 0; level < most; level++) {
      int pairs = below.length / 2;
      long[] weights = new long[n + pairs];
      isSymbol[level] = new boolean[n + pairs];
      int s = 0;
      int p = 0;
      for (int i = 0; i < weights.length; i++) {
        long pair = p < pairs ? below[2 * p] + below[2 * p + 1] : Long.MAX_VALUE;
        boolean takesSymbol = s < n && counts[symbols[s]] <= pair;
        weights[i] = takesSymbol ? counts[symbols[s++]] : pair;
        p += takesSymbol ? 0 : 1;
        isSymbol[level][i] = takesSymbol;
      }
      below = weights;
    }
    int[] lengths = new int[n];
    int take = 2 * n - 2;
    for (int level = most - 1; level >= 0 && take > 0; level--) {
      int taken = 0;
      for (int i = 0; i < take; i++) {
        if (isSymbol[level][i]) {
          lengths[taken++]++;
        }
      }
      take = 2 * (take - taken);
    }
    return lengths;
  }

  /** Words of one length follow each other; their bits are reversed, as they are written. */
  private static int[] words(int[] lengths) {
    int[] next = new int[17];
    for (int length : lengths) {
      if (length > 0) {
        next[length + 1]++;
      }
    }
    int first = 0;
    for (int length = 1; length < next.length; length++) {
      first = (first + next[length]) << 1;
      next[length] = first;
    }
    int[] words = new int[lengths.length];
    for (int s = 0; s < lengths.length; s++) {
      if (lengths[s] > 0) {
        int word = next[lengths[s]]++;
        words[s] = Integer.reverse(word) >>> (32 - lengths[s]);
      }
    }
    return words;
  }

  /** How long the word of {@code symbol} is; 0 if it has none. */
  int length(int symbol) {
    return lengths[symbol];
  }

  void write(int symbol, BitWriter out) {
    out.write(words[symbol], lengths[symbol]);
  }

  /** The bits that symbols take which come this often. */
  long size(int[] counts) {
    long size = 0;
    for (int s = 0; s < counts.length; s++) {
      size += (long) counts[s] * lengths[s];
    }
    return size;
  }

  int[] lengths() {
    return lengths.clone();
  }
}
